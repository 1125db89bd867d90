import { parseDay } from "@concord/core/vocabulary";
import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { type Frame, frameOf } from "../frame/frame.ts";
import { cleanText } from "../model/clean.ts";
import { type Block, everyRun, footnoteNumbers, type UnDocument } from "../model/index.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { appendBody } from "./body.ts";
import { appendRuns } from "./inline.ts";
import { appendMeta, authorIds } from "./meta.ts";
import { documentName, idGiver } from "./name.ts";
import type { AknWriting } from "./writing.ts";

const NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/**
 * Writes a document as Akoma Ntoso 3.0 (OASIS LegalDocML): a `statement` with its identification, a preface (masthead), a
 * preamble (the organ as formula, its paragraphs as recitals), a main body of numbered paragraphs and annexes as attachments.
 * Proposals are `ins` and `del` that refer to who proposes.
 *
 * @returns the XML; a refusal when the masthead has no date, by which such a document is identified
 */
export function writeAkomaNtoso(document: UnDocument): Outcome<string> {
  const date = document.masthead.date;
  if (date === undefined || parseDay(date) === undefined)
    return refused(
      "not-writable",
      "date",
      "Akoma Ntoso identifies a document by its date, and this one has none.",
      "Give the masthead a date, YYYY-MM-DD.",
    );
  const writing: AknWriting = {
    language: document.language,
    giveId: idGiver(),
    numbers: footnoteNumbers(document),
    footnotes: new Map(document.footnotes.map(({ id, runs }) => [id, runs])),
    noteIds: new Map(),
    authors: authorIds(document),
  };
  const frame = frameOf(document);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele(NAMESPACE, "akomaNtoso");
  const proposed = [...everyRun(document)].some(({ change }) => change !== undefined);
  const statement = root.ele("statement", {
    name: documentName(document.kind),
    contains: proposed ? "multipleVersions" : "originalVersion",
  });
  appendMeta(statement, document, date, writing.authors, "main");
  appendPreface(statement, document, frame, date);
  const bodyFrom = appendPreamble(statement, document.blocks, writing);
  appendBody(statement.ele("mainBody"), document.blocks.slice(bodyFrom), writing);
  appendAnnexes(statement, document, frame, date, writing);
  return done(root.end({ prettyPrint: false }));
}

function appendPreface(parent: XMLBuilder, document: UnDocument, frame: Frame, date: string): void {
  const preface = parent.ele("preface");
  const line = (text: string, tag?: string, attributes: Record<string, string> = {}) => {
    const words = cleanText(text);
    if (words === "") return;
    const paragraph = preface.ele("p");
    (tag === undefined ? paragraph : paragraph.ele(tag, attributes)).txt(words);
  };
  line(frame.organ, "docProponent", { refersTo: "#organ" });
  line(frame.symbol, "docNumber");
  line(frame.distribution);
  line(frame.date, "docDate", { date });
  line(frame.original);
  line(frame.session, "session", { value: String(document.masthead.session ?? "") });
  line(frame.agendaItem);
  line(frame.agendaTitle);
  line(frame.banner === "" ? "" : frame.bannerNote, "docStage");
  line(frame.kind, "docType");
  line(frame.sponsors);
  line(frame.title, "docTitle");
  line(frame.series);
}

/**
 * The organ and the preambular paragraphs at the head of the text.
 * @returns how many blocks belong to the preamble
 */
function appendPreamble(parent: XMLBuilder, blocks: readonly Block[], writing: AknWriting): number {
  const organ = blocks[0]?.kind === "organ" ? blocks[0] : undefined;
  const from = organ ? 1 : 0;
  let to = from;
  while (blocks[to]?.kind === "preambular") to += 1;
  if (to === 0) return 0;
  const preamble = parent.ele("preamble");
  if (organ) {
    const formula = preamble.ele("formula", { eId: writing.giveId("formula_1"), name: "organ" });
    appendRuns(formula.ele("p"), organ.runs, writing);
  }
  if (to > from) {
    const recitals = preamble.ele("recitals", { eId: writing.giveId("recs") });
    for (const block of blocks.slice(from, to)) {
      if (block.kind !== "preambular") continue;
      const number = block.name.replace(/^PP/, "");
      const recital = recitals.ele("recital", { eId: writing.giveId(`recs__rec_${number}`) });
      appendRuns(recital.ele("p"), block.runs, writing);
    }
  }
  return to;
}

function appendAnnexes(
  parent: XMLBuilder,
  document: UnDocument,
  frame: Frame,
  date: string,
  writing: AknWriting,
): void {
  if (document.annexes.length === 0) return;
  const attachments = parent.ele("attachments");
  document.annexes.forEach(({ blocks }, index) => {
    const { heading, title } = frame.annexes[index]!;
    const component = `annex_${index + 1}`;
    const attachment = attachments.ele("attachment", { eId: writing.giveId(`att_${index + 1}`) });
    attachment.ele("heading").txt(heading);
    if (title !== "") attachment.ele("subheading").txt(cleanText(title));
    const doc = attachment.ele("doc", { name: "annex", contains: "originalVersion" });
    appendMeta(doc, document, date, writing.authors, component);
    appendBody(doc.ele("mainBody"), blocks, writing, `${component}__`);
  });
}
