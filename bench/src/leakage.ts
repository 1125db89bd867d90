/**
 * What synthetic rows give away: ours by graph beside rows grown from released counts, the way of the synthetic data showcase, at
 * the same ε. Run with `node bench/src/leakage.ts`, or as part of `npm run bench`.
 */
import { randomFillSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  attackMembership,
  budgetOf,
  type Combinations,
  compareCounts,
  countExactMatches,
  countPrivately,
  measureAttributeDisclosure,
  planGraph,
  planPrivateCounts,
  RandomBits,
  type Records,
  type Result,
  recordsFrom,
  sayRefusal,
  synthesizeByGraph,
  synthesizeFromCounts,
} from "@concord/disclosure";

const CASES = new URL("../../data/ctdc/global_2020.csv.gz", import.meta.url);
const K = 11;
const EPSILON = 4;
/** Releases made, and halves attacked: single figures vary by chance. */
const RUNS = 8;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(sayRefusal(result.refusal));
  return result.value;
}

const [head = [], ...rows] = gunzipSync(readFileSync(CASES))
  .toString()
  .trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split(","));

/** The cases with 2 % of all fields drawn anew from their column: the file itself was made 11-anonymous, this one has rare rows. */
function redrawn(): string[][] {
  let state = 1;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return rows.map((row) =>
    row.map((cell, j) => (draw(50) === 0 ? (rows[draw(rows.length)]?.[j] ?? "") : cell)),
  );
}

const bits = new RandomBits((into) => randomFillSync(into));
const budget = value(budgetOf({ epsilon: EPSILON, delta: 1e-6 }));
const byGraph = (epsilon: number) => {
  const plan = value(planGraph(head.length, value(budgetOf({ epsilon, delta: 1e-6 }))));
  return (records: Combinations) => synthesizeByGraph(records, plan, bits);
};
const grownFrom = (longest: number) => {
  const plan = value(planPrivateCounts(head.length, { longest }, budget));
  return (records: Combinations) =>
    synthesizeFromCounts(records.columns, countPrivately(records, plan, bits), bits);
};
const METHODS: [string, (records: Combinations) => Records][] = [
  ["by graph", byGraph(EPSILON)],
  ["by graph, half the ε", byGraph(EPSILON / 2)],
  ["from counts of up to 2 values", grownFrom(2)],
  ["from counts of up to 3 values", grownFrom(3)],
];

const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

type MembershipAttack = ReturnType<typeof attackMembership>;

function attackAll(records: Records, make: (records: Combinations) => Combinations): MembershipAttack[] {
  return Array.from({ length: RUNS }, () => attackMembership(records, K, make, bits));
}

function sayAttacks(attacks: readonly MembershipAttack[]): string {
  const advantage = percent(mean(attacks.map((one) => one.advantage)));
  const rare = percent(mean(attacks.map((one) => one.rare.advantage)));
  return `membership attack: advantage ${advantage}, among the rare ${rare}`;
}

console.log(
  `synthetic rows at ε = ${EPSILON}, δ = 10⁻⁶, means of ${RUNS} releases and ${RUNS} attacks; rare: fewer than ${K} like it`,
);
for (const [name, data] of [
  ["48,773 rows", recordsFrom(head, rows)],
  ["48,773 rows with 2 % redrawn fields", recordsFrom(head, redrawn())],
] as const) {
  console.log(`  ${name}`);
  const fixed = METHODS[0]![1](data);
  const control = attackAll(data, () => fixed);
  console.log(`    chance: rows made without knowing the halves\n      ${sayAttacks(control)}`);
  for (const [method, make] of METHODS) {
    const releases = Array.from({ length: RUNS }, () => make(data));
    const exact = releases.map((release) => countExactMatches(data, release, K));
    const guesses = releases.flatMap((release) => measureAttributeDisclosure(data, release, K));
    const guessed = guesses.reduce((sum, column) => sum + column.rows, 0);
    const right = guesses.reduce((sum, column) => sum + column.rows * column.rightShare, 0) / guessed;
    const baseline = guesses.reduce((sum, column) => sum + column.rows * column.baselineShare, 0) / guessed;
    const { uniques = 0, rare = 0 } = exact[0] ?? {};
    console.log(`    ${method}`);
    console.log(
      `      exact matches: ${mean(exact.map((one) => one.uniquesShown)).toFixed(0)} of ${uniques} combinations of one person shown, ${mean(exact.map((one) => one.rareShown)).toFixed(0)} of ${rare} rare ones`,
    );
    console.log(
      `      attribute disclosure: ${Number.isNaN(right) ? "no rare rows" : `${percent(right)} of the fields of rare rows guessed rightly, ${percent(baseline)} by the commonest value`}`,
    );
    const error = [2, 3, 4].map((length) => percent(compareCounts(data, releases[0]!, length).weightedError));
    console.log(`      ${sayAttacks(attackAll(data, make))}`);
    console.log(`      weighted error of 2-, 3- and 4-way counts: ${error.join(", ")}`);
  }
}
