import { looksLikeFormula } from "../records/formula.ts";
import { type Records, valuesOf } from "../records/records.ts";

/** A value as it stands in a CSV file. Values that a spreadsheet would run must have been dealt with before. */
export function csvValue(value: string): string {
  if (looksLikeFormula(value)) throw new Error(`${JSON.stringify(value)} would run as a formula`);
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export const csvLine = (values: readonly (string | number)[]): string =>
  `${values.map((value) => csvValue(String(value))).join(",")}\n`;

/** Lines gathered into one piece of text before they are written. */
const LINES_A_PIECE = 20_000;

/**
 * Records as CSV, sorted by their values. The order of the file they came from would give away what was suppressed: in a
 * file kept by year, the neighbours of a row tell its year.
 */
export function* recordsAsCsv(records: Records): Generator<string> {
  yield csvLine(records.columns.map(({ name }) => name));
  for (const combination of sortedCombinations(records)) {
    const line = csvLine(valuesOf(records, combination));
    let left = records.sizes[combination]!;
    while (left > 0) {
      const lines = Math.min(left, LINES_A_PIECE);
      yield line.repeat(lines);
      left -= lines;
    }
  }
}

/** Combinations in the order of their values, column by column, as a reader expects numbers and text. */
export function sortedCombinations(records: Pick<Records, "columns" | "codes" | "sizes">): number[] {
  const collator = new Intl.Collator("en", { numeric: true });
  const width = records.columns.length;
  const ranks = records.columns.map(({ values }) => {
    const rank = new Uint32Array(values.length);
    const order = [...values.keys()].sort((a, b) => collator.compare(values[a]!, values[b]!) || a - b);
    order.forEach((code, at) => {
      rank[code] = at;
    });
    return rank;
  });
  return [...records.sizes.keys()].sort((a, b) => {
    for (let j = 0; j < width; j++) {
      const difference =
        ranks[j]![records.codes[a * width + j]!]! - ranks[j]![records.codes[b * width + j]!]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
