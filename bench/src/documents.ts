/**
 * Speed of documents: reading a Word file of 200 pages, writing one of 200 and one of 20 pages in each format. Run with
 * `node bench/src/documents.ts`, or as part of `npm run bench`. The baseline of reading is unpacking the same archive and
 * decoding its text without reading a word.
 */
import {
  type Block,
  lintDocument,
  type Outcome,
  readDocx,
  type UnDocument,
  writeAkomaNtoso,
  writeDocx,
  writeHtml,
  writePdf,
} from "@concord/documents";
import { unzipSync } from "fflate";
import { medianMilliseconds } from "./median.ts";

const PARAGRAPHS_A_PAGE = 9;
const WORDS =
  "all members to share what they know of routes and methods with those who protect victims, in time and in a form that can be used".split(
    " ",
  );

/** A resolution of about so many pages: paragraphs of 50 words, no two alike, so that packing finds no easy way. */
function resolutionOf(pages: number): UnDocument {
  const blocks: Block[] = [{ kind: "organ", runs: [{ text: "The Conference," }] }];
  const verbs = ["Urges", "Invites", "Requests", "Encourages"];
  let state = 7;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let number = 1; number <= pages * PARAGRAPHS_A_PAGE; number++) {
    const words = Array.from({ length: 50 }, () => WORDS[draw(WORDS.length)]).join(" ");
    const runs = [{ text: verbs[number % 4]!, italic: true }, { text: ` ${words} ${number};` }];
    blocks.push({ kind: "operative", name: `OP${number}`, runs });
  }
  return {
    kind: "draft-resolution",
    language: "en",
    masthead: {
      organ: "Organization A",
      symbol: "CONCORD/2026/L.1",
      distribution: "limited",
      date: "2026-03-02",
      original: ["en"],
      session: 1,
      agendaItem: { number: "1", title: "Example" },
    },
    title: "Example of a long draft",
    sponsors: [],
    blocks,
    annexes: [],
    footnotes: [],
    draft: true,
  };
}

function accept<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
}

function tell(work: string, milliseconds: number, note = ""): void {
  console.log(`${milliseconds.toFixed(0).padStart(7)} ms  ${work}${note && ` (${note})`}`);
}

const long = resolutionOf(200);
const file = await writeDocx(long);
const unpacking = await medianMilliseconds(5, () => {
  for (const bytes of Object.values(unzipSync(file))) new TextDecoder().decode(bytes);
});
const reading = await medianMilliseconds(5, () => accept(readDocx(file)));
const { paragraphs } = accept(readDocx(file));
tell(
  "unpacking and decoding a .docx of 200 pages: the baseline",
  unpacking,
  `${(file.length / 1e6).toFixed(1)} MB packed`,
);
tell(
  "reading it into paragraphs with suggestions; asked: at most 2,000 ms",
  reading,
  `${paragraphs.length} paragraphs, ${(reading / unpacking).toFixed(1)} times the baseline`,
);
tell("linting 200 pages", await medianMilliseconds(5, () => lintDocument(long)));
for (const pages of [20, 200]) {
  const document = resolutionOf(pages);
  const html = await medianMilliseconds(3, () => writeHtml(document));
  tell(`HTML of ${pages} pages: the baseline of writing`, html);
  const ratio = (milliseconds: number) => `${(milliseconds / html).toFixed(0)} times HTML`;
  const docx = await medianMilliseconds(3, () => writeDocx(document));
  tell(`DOCX of ${pages} pages; asked: at most 1,000 ms`, docx, ratio(docx));
  // Each time another title, or the compiler would answer from its cache.
  let turn = 0;
  const pdf = await medianMilliseconds(3, () => accept(writePdf({ ...document, title: `Turn ${++turn}` })));
  tell(`PDF/UA of ${pages} pages; asked: at most 1,500 ms`, pdf, ratio(pdf));
  const akn = await medianMilliseconds(3, () => accept(writeAkomaNtoso(document)));
  tell(`Akoma Ntoso of ${pages} pages`, akn, ratio(akn));
}
