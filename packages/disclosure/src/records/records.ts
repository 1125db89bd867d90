import { ok, type Result, refuse } from "../refusal.ts";

/** One column of the case records: its name and the distinct values it holds. */
export interface Column {
  name: string;
  /** Code → value, in the order of first sight. Code 0 is always the empty value: unknown, missing or suppressed. */
  values: readonly string[];
}

/**
 * Case records with equal rows gathered: every distinct combination of values once, how many rows have it, and which
 * combination each row has. What disclosure control asks (how many share this combination?) depends on the
 * combinations alone, which are far fewer than the rows.
 */
export interface Records {
  columns: readonly Column[];
  /** Codes, combination after combination: `codes[c * columns.length + j]` is the code of column j in combination c. */
  codes: Uint32Array;
  /** Rows per combination. */
  sizes: Uint32Array;
  /** Combination of each row, in the order of the file. */
  combinationOfRow: Uint32Array;
}

export const rowCount = (records: Records): number => records.combinationOfRow.length;

/** The value of a column in a combination, as text; "" when unknown. */
export function valueAt(records: Records, combination: number, column: number): string {
  const code = records.codes[combination * records.columns.length + column] ?? 0;
  return records.columns[column]?.values[code] ?? "";
}

/** The values of a combination, column by column. */
export const valuesOf = (records: Records, combination: number): string[] =>
  records.columns.map((_, column) => valueAt(records, combination, column));

/**
 * Positions of named columns.
 * @param names column names; undefined stands for all columns
 * @param parameter option that a refusal names, e.g. `--quasi`
 */
export function findColumns(
  records: { columns: readonly { name: string }[] },
  names: readonly string[] | undefined,
  parameter: string,
): Result<number[]> {
  if (names === undefined) return ok(records.columns.map((_, index) => index));
  const known = new Map(records.columns.map(({ name }, index) => [name, index]));
  const found: number[] = [];
  for (const name of names) {
    const index = known.get(name);
    if (index === undefined) {
      const there = records.columns.map((column) => column.name).join(", ");
      return refuse(
        "unknown-column",
        parameter,
        `There is no column "${name}".`,
        `The file has: ${there}. Names are compared letter by letter.`,
      );
    }
    if (found.includes(index))
      return refuse("duplicate-column", parameter, `Column "${name}" is named twice.`, "Name it once.");
    found.push(index);
  }
  if (found.length === 0)
    return refuse("unknown-column", parameter, "No column is named.", "Name at least one column.");
  return ok(found);
}

/**
 * Records from rows of text, as tests and small callers have them.
 * @param names column names; @param rows one list of values per row, "" where unknown
 */
export function recordsFrom(names: readonly string[], rows: readonly (readonly string[])[]): Records {
  const dictionaries = names.map(() => new Map<string, number>([["", 0]]));
  const width = names.length;
  const coded = new Uint32Array(rows.length * width);
  rows.forEach((row, i) => {
    dictionaries.forEach((dictionary, j) => {
      const value = row[j] ?? "";
      let code = dictionary.get(value);
      if (code === undefined) {
        code = dictionary.size;
        dictionary.set(value, code);
      }
      coded[i * width + j] = code;
    });
  });
  const columns = names.map((name, j) => ({ name, values: [...(dictionaries[j] ?? new Map()).keys()] }));
  return gatherEqualRows(columns, coded);
}

/** Gathers equal rows. @param coded one code per cell, row after row, `columns.length` to a row */
export function gatherEqualRows(columns: readonly Column[], coded: Uint32Array): Records {
  const width = columns.length;
  const rows = width === 0 ? 0 : coded.length / width;
  const { groupOf, groups } = groupTuples(coded, width, rows);
  const codes = new Uint32Array(groups.length * width);
  const sizes = new Uint32Array(groups.length);
  groups.forEach((row, group) => {
    codes.set(coded.subarray(row * width, row * width + width), group * width);
  });
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  return { columns, codes, sizes, combinationOfRow: groupOf };
}

/**
 * Numbers equal tuples alike, in the order of first sight.
 * @param tuples flat codes, `width` to a tuple; @returns group of each tuple and the first tuple of each group
 */
export function groupTuples(
  tuples: Uint32Array,
  width: number,
  count: number,
): { groupOf: Uint32Array; groups: number[] } {
  const groupOf = new Uint32Array(count);
  const groups: number[] = [];
  let mask = 1023;
  while (mask < count * 2) mask = mask * 2 + 1;
  const table = new Int32Array(mask + 1).fill(-1);
  for (let tuple = 0; tuple < count; tuple++) {
    const base = tuple * width;
    let hash = 0;
    for (let j = 0; j < width; j++)
      hash = (Math.imul(hash ^ tuples[base + j]!, 0x9e3779b1) >>> 0) ^ (hash >>> 15);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    let at = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const group = table[at]!;
      if (group < 0) {
        table[at] = groups.length;
        groupOf[tuple] = groups.length;
        groups.push(tuple);
        break;
      }
      const other = groups[group]! * width;
      let same = true;
      for (let j = 0; j < width; j++) {
        if (tuples[base + j] !== tuples[other + j]) {
          same = false;
          break;
        }
      }
      if (same) {
        groupOf[tuple] = group;
        break;
      }
      at = (at + 1) & mask;
    }
  }
  return { groupOf, groups };
}

/**
 * The records as seen through some of their columns: combinations that differ in the others only become one.
 * @param columns positions of the columns to keep, in the order wanted
 * @returns the narrower records; `combinationOfRow` follows the same rows
 */
export function project(records: Records, columns: readonly number[]): Records {
  const { narrow, combinationOf } = projectCombinations(records, columns);
  return {
    ...narrow,
    combinationOfRow: records.combinationOfRow.map((combination) => combinationOf[combination] ?? 0),
  };
}

/** As `project`, without touching the rows: also tells which narrow combination each wide one falls into. */
export function projectCombinations(
  records: Records,
  columns: readonly number[],
): { narrow: Omit<Records, "combinationOfRow">; combinationOf: Uint32Array } {
  const width = records.columns.length;
  const count = records.sizes.length;
  const kept = columns.length;
  const tuples = new Uint32Array(count * kept);
  for (let c = 0; c < count; c++) {
    for (let j = 0; j < kept; j++) tuples[c * kept + j] = records.codes[c * width + columns[j]!]!;
  }
  const { groupOf, groups } = groupTuples(tuples, kept, count);
  const codes = new Uint32Array(groups.length * kept);
  const sizes = new Uint32Array(groups.length);
  groups.forEach((tuple, group) => {
    codes.set(tuples.subarray(tuple * kept, tuple * kept + kept), group * kept);
  });
  for (let c = 0; c < count; c++) sizes[groupOf[c]!]! += records.sizes[c]!;
  const narrow = { columns: columns.map((column) => records.columns[column]!), codes, sizes };
  return { narrow, combinationOf: groupOf };
}
