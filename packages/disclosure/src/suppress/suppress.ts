import { findColumns, gatherEqualRows, projectCombinations, type Records } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import { checkK, checkKAnonymity, countMatching, type MissingReading } from "../risk/k-anonymity.ts";
import { suppressLeniently } from "./lenient.ts";
import { cellsOf, type Part } from "./part.ts";
import { settleAllStrictly } from "./settle-all.ts";

export interface SuppressionQuestion {
  quasi?: readonly string[] | undefined;
  k: number;
  /** How a suppressed or missing value is read; `own` unless said otherwise. See `MissingReading`. */
  reading?: MissingReading;
  /** What a blanked cell costs by column name; 1 where not named. Dearer columns are kept where others will do. */
  weights?: Readonly<Record<string, number>>;
}

export interface Suppression {
  /** The records with cells blanked; rows and columns stand as before. */
  records: Records;
  k: number;
  reading: MissingReading;
  cells: number;
  cellsByColumn: Readonly<Record<string, number>>;
  rowsChanged: number;
  /** No suppression by the strict reading does with fewer cells (only for `own` and equal weights). */
  leastCells?: number;
  /** Smallest class after suppression by each reading, counted anew on the released records. */
  verified: { own: number; any: number | undefined };
}

/** Columns that fit in the bits of one word. */
const MOST_COLUMNS = 31;

/**
 * Makes records k-anonymous by blanking cells, as few as it can find.
 * @returns the suppressed records with a count of what was lost, each row checked again; or a refusal
 */
export function suppressCells(records: Records, question: SuppressionQuestion): Result<Suppression> {
  const k = checkK(question.k);
  if (!k.ok) return k;
  const quasi = findColumns(records, question.quasi, "--quasi");
  if (!quasi.ok) return quasi;
  if (quasi.value.length > MOST_COLUMNS)
    return refuse(
      "out-of-range",
      "--quasi",
      `${quasi.value.length} quasi-identifiers are named; cell suppression takes ${MOST_COLUMNS} at most.`,
      "Name those that someone could know of a person.",
    );
  const weights = readWeights(records, quasi.value, question.weights ?? {});
  if (!weights.ok) return weights;
  const reading = question.reading ?? "own";
  const { narrow, combinationOf } = projectCombinations(records, quasi.value);
  const readable = countMatching({ ...narrow, combinationOfRow: new Uint32Array(0) }, reading);
  if (!readable.ok) return readable;
  const strict = reading === "own" ? settleAllStrictly(narrow, k.value, weights.value) : undefined;
  const parts =
    strict?.parts ?? (reading === "any" ? suppressLeniently(narrow, k.value, weights.value) : undefined);
  if (!parts)
    return refuse(
      "impossible",
      "--k",
      `The file has ${records.combinationOfRow.length} rows, fewer than k = ${k.value}.`,
      "Choose a smaller k, or pool the records with others.",
    );
  const released = applyParts(records, quasi.value, combinationOf, parts);
  const verified = verify(released, question);
  if (verified[reading] !== undefined && verified[reading] < k.value)
    throw new Error(`suppression left a class of ${verified[reading]} rows`);
  const equalWeights = weights.value.every((weight) => weight === 1);
  return ok({
    records: released,
    k: k.value,
    reading,
    cells: parts.reduce((sum, part) => sum + cellsOf(part), 0),
    cellsByColumn: Object.fromEntries(
      narrow.columns.map(({ name }, j) => [
        name,
        parts.reduce((sum, { blanked, rows }) => sum + ((blanked >>> j) & 1 ? rows : 0), 0),
      ]),
    ),
    rowsChanged: parts.reduce((sum, { blanked, rows }) => sum + (blanked ? rows : 0), 0),
    ...(strict && equalWeights ? { leastCells: strict.leastCost } : {}),
    verified,
  });
}

function readWeights(
  records: Records,
  quasi: readonly number[],
  given: Readonly<Record<string, number>>,
): Result<number[]> {
  const names = quasi.map((column) => records.columns[column]!.name);
  for (const [name, weight] of Object.entries(given)) {
    if (!names.includes(name))
      return refuse(
        "unknown-column",
        "--weight",
        `"${name}" is no quasi-identifier.`,
        `Choose among: ${names.join(", ")}.`,
      );
    if (!(weight > 0 && weight < 1e6))
      return refuse(
        "out-of-range",
        "--weight",
        `${weight} is no weight for "${name}".`,
        "Give a number above 0.",
      );
  }
  return ok(names.map((name) => given[name] ?? 1));
}

/** Blanks the cells in the rows: the rows of a combination take its parts in the order of the file. */
function applyParts(
  records: Records,
  quasi: readonly number[],
  combinationOf: Uint32Array,
  parts: readonly Part[],
): Records {
  const width = records.columns.length;
  const queues = new Map<number, Part[]>();
  for (const part of parts) {
    const queue = queues.get(part.combination);
    if (queue) queue.push({ ...part });
    else queues.set(part.combination, [{ ...part }]);
  }
  const coded = new Uint32Array(records.combinationOfRow.length * width);
  records.combinationOfRow.forEach((combination, row) => {
    coded.set(records.codes.subarray(combination * width, combination * width + width), row * width);
    const queue = queues.get(combinationOf[combination]!)!;
    const part = queue[0]!;
    quasi.forEach((column, j) => {
      if ((part.blanked >>> j) & 1) coded[row * width + column] = 0;
    });
    part.rows--;
    if (part.rows === 0) queue.shift();
  });
  return gatherEqualRows(records.columns, coded);
}

/** The smallest class by each reading, counted on the records alone, without regard to how they were made. */
function verify(records: Records, { quasi }: SuppressionQuestion): Suppression["verified"] {
  const smallest = (reading: MissingReading) => {
    const check = checkKAnonymity(records, { quasi, k: 2, reading, named: 1 });
    return check.ok ? check.value.smallest : undefined;
  };
  return { own: smallest("own") ?? 0, any: smallest("any") };
}
