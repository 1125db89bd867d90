import { findColumns, gatherEqualRows, type Records } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import { checkK } from "../risk/k-anonymity.ts";
import { microaggregateMany } from "./mdav.ts";
import { microaggregateOne } from "./univariate.ts";

export interface Microaggregation {
  records: Records;
  /** Sum of squares within groups over the total, 0 to 1: the share of the variation that is lost. */
  loss: number;
  groups: number;
  /** Rows whose numbers were blanked, fewer than k having the same ones missing. */
  rowsBlanked: number;
}

/**
 * Replaces numbers by means over groups of at least k similar rows. Rows that lack the same of the columns are grouped
 * among themselves.
 * @param question.columns columns that hold numbers; one is grouped optimally, several by MDAV
 * @param question.decimals digits kept after the point in the means; 0 unless said otherwise
 */
export function microaggregate(
  records: Records,
  question: { columns: readonly string[]; k: number; decimals?: number },
): Result<Microaggregation> {
  const k = checkK(question.k);
  if (!k.ok) return k;
  const found = findColumns(records, question.columns, "--microaggregate");
  if (!found.ok) return found;
  const numbers: (number | undefined)[][] = [];
  for (const column of found.value) {
    const { name, values } = records.columns[column]!;
    const parsed = values.map((value) => (value === "" ? undefined : Number(value)));
    const wrong = parsed.findIndex((number) => number !== undefined && !Number.isFinite(number));
    if (wrong >= 0)
      return refuse(
        "out-of-range",
        `column ${name}`,
        `It holds "${values[wrong]}", which is no number.`,
        "Microaggregate columns of numbers only; bands and names are generalized or suppressed.",
      );
    numbers.push(parsed);
  }
  const width = records.columns.length;
  const rows = records.combinationOfRow.length;
  const byPattern = new Map<number, number[]>();
  const numberAt = (row: number, at: number) =>
    numbers[at]![records.codes[records.combinationOfRow[row]! * width + found.value[at]!]!];
  for (let row = 0; row < rows; row++) {
    let pattern = 0;
    for (let at = 0; at < numbers.length; at++) if (numberAt(row, at) !== undefined) pattern += 2 ** at;
    const members = byPattern.get(pattern);
    if (members) members.push(row);
    else byPattern.set(pattern, [row]);
  }
  const replaced: string[][] = Array.from({ length: rows }, () => numbers.map(() => ""));
  const decimals = question.decimals ?? 0;
  let weightedLoss = 0;
  let grouped = 0;
  let rowsBlanked = 0;
  for (const [pattern, members] of byPattern) {
    const known = numbers.map((_, at) => at).filter((at) => Math.floor(pattern / 2 ** at) % 2 === 1);
    if (known.length === 0) continue;
    if (members.length < k.value) {
      rowsBlanked += members.length;
      continue;
    }
    const points = members.map((row) => known.map((at) => numberAt(row, at)!));
    const { values, loss } = aggregate(points, k.value);
    members.forEach((row, m) => {
      known.forEach((at, j) => {
        replaced[row]![at] = values[m]![j]!.toFixed(decimals);
      });
    });
    weightedLoss += loss * members.length;
    grouped += members.length;
  }
  const released = replaceColumns(records, found.value, replaced);
  const seen = new Set(replaced.map((row) => row.join("\u0000")));
  return ok({
    records: released,
    loss: grouped === 0 ? 0 : weightedLoss / grouped,
    groups: seen.size,
    rowsBlanked,
  });
}

function aggregate(points: readonly (readonly number[])[], k: number): { values: number[][]; loss: number } {
  if (points[0]!.length > 1) return microaggregateMany(points, k);
  const { values, loss } = microaggregateOne(
    points.map(([number]) => number!),
    k,
  );
  return { values: values.map((number) => [number]), loss };
}

/** Records with other values in some columns. @param replaced by row, in the order of `columns` */
function replaceColumns(
  records: Records,
  columns: readonly number[],
  replaced: readonly (readonly string[])[],
): Records {
  const width = records.columns.length;
  const dictionaries = columns.map(() => new Map<string, number>([["", 0]]));
  const coded = new Uint32Array(records.combinationOfRow.length * width);
  records.combinationOfRow.forEach((combination, row) => {
    coded.set(records.codes.subarray(combination * width, combination * width + width), row * width);
    columns.forEach((column, at) => {
      const dictionary = dictionaries[at]!;
      const value = replaced[row]![at]!;
      if (!dictionary.has(value)) dictionary.set(value, dictionary.size);
      coded[row * width + column] = dictionary.get(value)!;
    });
  });
  const named = records.columns.map((column, j) => {
    const at = columns.indexOf(j);
    return at < 0 ? column : { name: column.name, values: [...dictionaries[at]!.keys()] };
  });
  return gatherEqualRows(named, coded);
}
