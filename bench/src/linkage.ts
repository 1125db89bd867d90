/**
 * Speed of record linkage beside the peers of bench/peers.json. Run with `node bench/src/linkage.ts`, or as part of
 * `npm run bench`; `node bench/src/linkage.ts --million` adds a million by a million records with blocking (minutes).
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  checkSchema,
  EXAMPLE_SCHEMA,
  encodeFile,
  type FilterSet,
  fictionalLists,
  filterSet,
  isRefusal,
  type LinkageSchema,
  type LinkRun,
  linkPlain,
  PERSON_FIELDS,
  personMaker,
  readClkFile,
  recordEncoder,
  runLinkage,
  seededRandom,
} from "@concord/linkage";

/** One measured figure. */
export interface LinkageFigure {
  /** As in peers.json where there is a peer. */
  work: string;
  figure: number;
  unit: "s" | "records/s" | "GiB";
  note: string;
}

interface Peer {
  work: string;
  peer: string;
  version: string;
  figure: number;
  unit: string;
  asked: number;
}

const RECORDS = 50_000;
const SECRET = new TextEncoder().encode("a secret for the benchmark alone");
const random = seededRandom(20_261_124);

function schema(): LinkageSchema {
  const checked = checkSchema(EXAMPLE_SCHEMA);
  if (!checked.ok) throw new Error("the example schema is refused");
  return checked.value;
}

/** Records a second for one thread: from cells to filters, six fields, folded. */
function measureEncoding(): LinkageFigure {
  const make = personMaker(seededRandom(1));
  const cells = Array.from({ length: 200_000 }, () => Object.values(make()) as string[]);
  let best = 0;
  for (let run = 0; run < 3; run++) {
    const encoder = recordEncoder(schema(), SECRET);
    const filter = new Uint8Array(encoder.bytes);
    const start = performance.now();
    for (const record of cells) {
      if (isRefusal(encoder.encodeInto(record, filter, 0))) throw new Error("a record is refused");
    }
    best = Math.max(best, (cells.length / (performance.now() - start)) * 1000);
  }
  const note = "200,000 different persons, memory empty at the start, one thread";
  return { work: "encoding 6 fields per record, hardened", figure: best, unit: "records/s", note };
}

/** Encodes lists of fictional persons to files. @returns their paths, and the seconds that encoding took */
async function encodedLists(folder: string, records: number): Promise<{ paths: string[]; seconds: number }> {
  const { lists } = fictionalLists(random, Math.ceil(records * 1.3), [0.8, 0.8]);
  const paths: string[] = [];
  let seconds = 0;
  for (const [i, list] of lists.entries()) {
    const input = join(folder, `${i}.csv`);
    const rows = list
      .slice(0, records)
      .map(({ person }) => PERSON_FIELDS.map((field) => person[field]).join(","));
    await writeFile(input, `${PERSON_FIELDS.join(",")}\n${rows.join("\n")}\n`);
    const output = join(folder, `${i}.clk`);
    const start = performance.now();
    const job = {
      input,
      output,
      schema: schema(),
      secret: SECRET,
      idsOutput: `${output}.ids.csv`,
      idColumn: null,
    };
    await encodeFile({ ...job, randomBytes: random.bytes });
    seconds += (performance.now() - start) / 1000;
    paths.push(output);
  }
  return { paths, seconds };
}

/** From files to pairs: reading, comparing, gathering. */
async function linkFiles(
  folder: string,
  paths: readonly string[],
  over: Pick<LinkRun, "block" | "threads">,
): Promise<{ seconds: number; pairs: number; recall: string }> {
  const start = performance.now();
  const sets = [];
  for (const path of paths) sets.push(await readClkFile(path));
  const outcome = await runLinkage({
    sets,
    threshold: 0.8,
    within: false,
    wantedRecall: 0.95,
    workFolder: join(folder, "work"),
    part: null,
    progress: () => {},
    signal: new AbortController().signal,
    ...over,
  });
  await outcome.cleanUp();
  const seconds = (performance.now() - start) / 1000;
  const recall =
    outcome.recall === null ? "exact" : `recall ${(100 * outcome.recall.value).toFixed(1)} %, measured`;
  return { seconds, pairs: outcome.pairs?.left.length ?? 0, recall };
}

/** The plain twin on the first records of both files, for the ratio and to see that the pairs are the same. */
async function measurePlain(paths: readonly string[]): Promise<LinkageFigure> {
  const part = (set: FilterSet): FilterSet => ({ ...set, count: Math.min(4000, set.count) });
  const [left, right] = [
    part(filterSet(await readClkFile(paths[0]!))),
    part(filterSet(await readClkFile(paths[1]!))),
  ];
  const start = performance.now();
  const found = linkPlain(left, right, 0.8, false);
  const seconds = (performance.now() - start) / 1000;
  const all = (seconds * RECORDS * RECORDS) / (left.count * right.count);
  return {
    work: "the same by the plain twin, extrapolated",
    figure: all,
    unit: "s",
    note: `${found.left.length} pairs of 4,000 × 4,000`,
  };
}

/** Measures everything; takes about a minute. */
export async function measureLinkage(million: boolean): Promise<LinkageFigure[]> {
  const figures = [measureEncoding()];
  const folder = await mkdtemp(join(tmpdir(), "concord-bench-linkage-"));
  try {
    const { paths, seconds } = await encodedLists(folder, RECORDS);
    figures.push({
      work: "the same from a CSV file to a file of encodings",
      figure: (2 * RECORDS) / seconds,
      unit: "records/s",
      note: "with identifiers, one thread",
    });
    for (const [threads, word] of [
      [1, "one thread"],
      [2, "two threads"],
    ] as const) {
      let best = Number.POSITIVE_INFINITY;
      let pairs = 0;
      for (let run = 0; run < 3; run++) {
        const linked = await linkFiles(folder, paths, { block: "none", threads });
        best = Math.min(best, linked.seconds);
        pairs = linked.pairs;
      }
      const work = `Dice ≥ 0.8, 50,000 × 50,000 of 1,024 bits, end to end, exact, ${word}`;
      const rate = Math.round((RECORDS * RECORDS) / best / 1e6);
      figures.push({
        work,
        figure: best,
        unit: "s",
        note: `${pairs} pairs, ${rate} million comparisons a second`,
      });
    }
    figures.push(await measurePlain(paths));
    if (million) figures.push(...(await measureMillion(folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}

async function measureMillion(folder: string): Promise<LinkageFigure[]> {
  const { paths } = await encodedLists(folder, 1_000_000);
  const { seconds, pairs, recall } = await linkFiles(folder, paths, { block: "hamming", threads: 2 });
  const peak = process.resourceUsage().maxRSS / 2 ** 20;
  const work = "1,000,000 × 1,000,000 with blocking, two threads";
  return [
    { work, figure: seconds, unit: "s", note: `${pairs} pairs, ${recall}` },
    {
      work: `${work}: memory, generating the persons included`,
      figure: peak,
      unit: "GiB",
      note: "at its peak",
    },
  ];
}

function say({ work, figure, unit, note }: LinkageFigure, peers: readonly Peer[]): string {
  const value = unit === "records/s" ? Math.round(figure).toLocaleString("en") : figure.toFixed(2);
  const lines = [`${value.padStart(9)} ${unit}  ${work} (${note})`];
  for (const peer of peers.filter((other) => other.work === work)) {
    const ratio = unit === "s" ? peer.figure / figure : figure / peer.figure;
    const reached = unit === "s" ? figure <= peer.asked : figure >= peer.asked;
    const asked = `asked: ${peer.asked} ${unit}, ${reached ? "reached" : "not reached"}`;
    lines.push(
      `             ${peer.peer} ${peer.version}: ${peer.figure} ${unit}; ${ratio.toFixed(1)} times as fast; ${asked}`,
    );
  }
  return lines.join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const peers = JSON.parse(readFileSync(new URL("../peers.json", import.meta.url), "utf8")) as Peer[];
  for (const figure of await measureLinkage(process.argv.includes("--million")))
    console.log(say(figure, peers));
}
