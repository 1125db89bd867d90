/**
 * Speed and outcome of disclosure control beside the peers of bench/peers.json: a million rows read and counted, cells
 * suppressed, synthetic rows drawn. Run with `node bench/src/disclosure.ts`, or as part of `npm run bench`.
 */
import { randomFillSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import {
  attackMembership,
  budgetOf,
  type Combinations,
  compareCounts,
  countCombinations,
  countPrivately,
  planGraph,
  planPrivateCounts,
  RandomBits,
  type Records,
  type Result,
  readRecords,
  recordsFrom,
  sayRefusal,
  suppressCells,
  synthesizeByGraph,
  synthesizeFromCounts,
} from "@concord/disclosure";
import { medianMilliseconds } from "./median.ts";

interface Peer {
  work: string;
  peer: string;
  version: string;
  figure: number;
  unit: string;
  asked: number;
}

const peers: Peer[] = JSON.parse(readFileSync(new URL("../peers.json", import.meta.url), "utf8"));
const CASES = fileURLToPath(new URL("../../data/ctdc/global_2020.csv.gz", import.meta.url));
const K = 11;
const EPSILON = 4;
const LENGTHS = [2, 3, 4];

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(sayRefusal(result.refusal));
  return result.value;
}

/** Prints one figure, and each peer's with the ratio: above 1 we are so many times faster, or so many times nearer. */
function tell(work: string, figure: number, unit: string, note = ""): void {
  console.log(
    `${figure.toFixed(unit === "s" ? 3 : 1).padStart(9)} ${unit.padEnd(5)} ${work}${note && ` (${note})`}`,
  );
  for (const { peer, version, figure: theirs, asked } of peers.filter((one) => one.work === work))
    console.log(
      `${"".padStart(16)}${peer} ${version}: ${theirs} ${unit}, ratio ${(theirs / figure).toFixed(1)}; asked: at most ${asked} ${unit}`,
    );
}

const seconds = async (runs: number, work: () => unknown) => (await medianMilliseconds(runs, work)) / 1000;

/** Processor time of one run, in seconds: says the same on a busy machine. */
async function processorSeconds(work: () => unknown): Promise<string> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6).toFixed(3);
}

/** Numbers below a bound, the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const [head = [], ...rows] = gunzipSync(readFileSync(CASES))
  .toString()
  .trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split(","));

/** The cases with 2 % of all fields drawn anew from their column. */
function redrawFields(draw: (below: number) => number, row: readonly string[]): string[] {
  return row.map((cell, j) => (draw(50) === 0 ? (rows[draw(rows.length)]?.[j] ?? "") : cell));
}

const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
const million = join(folder, "million.csv");
const draw = seeded(7);
const lines = Array.from({ length: 1_000_000 }, () =>
  redrawFields(draw, rows[draw(rows.length)] ?? []).join(","),
);
writeFileSync(million, `${head.join(",")}\n${lines.join("\n")}\n`);

async function readMillion(): Promise<Records> {
  return value(await readRecords(million));
}
async function countMillion() {
  return countCombinations(await readMillion(), 3);
}
const started = performance.now();
const { sizes } = await readMillion();
const cold = ((performance.now() - started) / 1000).toFixed(3);
tell(
  "class sizes over 7 columns, 1,000,000 rows, from the CSV",
  await seconds(5, readMillion),
  "s",
  `${sizes.length.toLocaleString("en")} classes; the first time ${cold} s; processor time ${await processorSeconds(readMillion)} s`,
);
tell(
  "all 1- to 3-way counts, 1,000,000 rows, from the CSV",
  await seconds(5, countMillion),
  "s",
  `processor time ${await processorSeconds(countMillion)} s`,
);
rmSync(folder, { recursive: true });

const drawAgain = seeded(1);
const redrawn = recordsFrom(
  head,
  rows.map((row) => redrawFields(drawAgain, row)),
);
for (const reading of ["any", "own"] as const) {
  const suppress = () => value(suppressCells(redrawn, { k: K, reading }));
  const { cells, verified, leastCells } = suppress();
  const words =
    reading === "any" ? "a blank matches any value, as sdcMicro counts" : "a blank is a value of its own";
  const bound =
    leastCells === undefined ? "" : `; no way does with fewer than ${leastCells.toLocaleString("en")} cells`;
  const smallest = `smallest class ${verified[reading]}${bound}`;
  const name = "cell suppression to k = 11, 48,773 rows with 2 % redrawn fields";
  if (reading === "any") {
    tell(
      name,
      await seconds(5, suppress),
      "s",
      `${words}; processor time ${await processorSeconds(suppress)} s`,
    );
    tell(`${name}: cells`, cells, "cells", smallest);
  } else {
    tell(`${name}, strictly`, await seconds(3, suppress), "s", words);
    tell(`${name}, strictly: cells`, cells, "cells", smallest);
  }
}

const bits = new RandomBits((into) => randomFillSync(into));
const amount = value(budgetOf({ epsilon: EPSILON, delta: 1e-6 }));
const graph = value(planGraph(head.length, amount));
const counts = value(planPrivateCounts(head.length, { longest: 2 }, amount));
const models: Record<string, (combinations: Combinations) => Records> = {
  "": (combinations) => synthesizeByGraph(combinations, graph, bits),
  ", from counts": (combinations) =>
    synthesizeFromCounts(combinations.columns, countPrivately(combinations, counts, bits), bits),
};
for (const [variant, data] of [
  ["", recordsFrom(head, rows)],
  [" with 2 % redrawn fields", redrawn],
] as const) {
  for (const [model, make] of Object.entries(models)) {
    const work = `DP synthetic, ε = ${EPSILON}, 48,773 rows${variant}${model}`;
    tell(work, await seconds(5, () => make(data)), "s");
    const synthetic = make(data);
    for (const length of LENGTHS)
      tell(
        `${work}: weighted error of ${length}-way counts`,
        100 * compareCounts(data, synthetic, length).weightedError,
        "%",
      );
    const attack = attackMembership(data, K, make, bits);
    console.log(
      `${"".padStart(16)}membership attack: advantage ${(100 * attack.advantage).toFixed(1)} %, in classes below ${K} ${(100 * attack.rare.advantage).toFixed(1)} %`,
    );
  }
}
