import type { Column } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";

/** How the values of one column become broader, level by level. Level 0 is the value itself. */
export interface Hierarchy {
  column: string;
  /** Broader values of each value, from level 1 on; all lists equally long. */
  levels: ReadonlyMap<string, readonly string[]>;
}

/** A hierarchy fitted to the dictionary of a column. */
export interface CodedHierarchy {
  /** For each level, the code of the broader value of each code. */
  codes: Uint32Array[];
  /** For each level, the broader values; code 0 stays the missing value. */
  values: string[][];
  /** For each level and broader value, the share of the column's distinct values it stands for, 0 where it is one. */
  loss: Float64Array[];
}

/**
 * A hierarchy from rows as a file holds them: the value, then its ever broader forms.
 * @returns a refusal when rows differ in length, a value comes twice, or two values meet and then part again
 */
export function readHierarchy(column: string, rows: readonly (readonly string[])[]): Result<Hierarchy> {
  const place = `hierarchy of ${column}`;
  const depth = rows[0]?.length ?? 0;
  if (depth < 2)
    return refuse(
      "damaged-file",
      place,
      "It has no broader values.",
      "Give rows such as PHL,South-East Asia,Asia.",
    );
  const levels = new Map<string, string[]>();
  const parents = Array.from({ length: depth }, () => new Map<string, string>());
  for (const [at, row] of rows.entries()) {
    if (row.length !== depth)
      return refuse(
        "wrong-width",
        `${place}, row ${at + 1}`,
        `It has ${row.length} values, the first row ${depth}.`,
        "Give each value all its levels.",
      );
    const [value = "", ...broader] = row;
    if (levels.has(value))
      return refuse(
        "damaged-file",
        `${place}, row ${at + 1}`,
        `"${value}" comes twice.`,
        "Keep one of the rows.",
      );
    levels.set(value, broader);
    for (let level = 1; level < depth - 1; level++) {
      const known = parents[level]!.get(row[level]!);
      if (known !== undefined && known !== row[level + 1])
        return refuse(
          "damaged-file",
          `${place}, row ${at + 1}`,
          `"${row[level]}" becomes "${row[level + 1]}" here and "${known}" before.`,
          "Each value may have one broader value only.",
        );
      parents[level]!.set(row[level]!, row[level + 1]!);
    }
  }
  return ok({ column, levels });
}

/**
 * A hierarchy of whole numbers by bands, e.g. years by 5 and 10: 2017 → "2015-2019" → "2010-2019".
 * @param widths ascending, each a multiple of the one before
 */
export function bandHierarchy(column: Column, widths: readonly number[]): Result<Hierarchy> {
  const place = `--bands ${column.name}`;
  const nested = widths.every(
    (width, at) => Number.isSafeInteger(width) && width > 1 && width % (widths[at - 1] ?? 1) === 0,
  );
  if (widths.length === 0 || !nested || new Set(widths).size < widths.length)
    return refuse(
      "out-of-range",
      place,
      `${widths.join(",")} are no widths of nested bands.`,
      "Give ascending multiples, such as 5,10,20.",
    );
  const levels = new Map<string, string[]>();
  for (const value of column.values) {
    if (value === "") continue;
    const number = Number(value);
    if (!Number.isSafeInteger(number))
      return refuse(
        "out-of-range",
        place,
        `"${value}" is no whole number.`,
        "Give a hierarchy file with --hierarchy instead.",
      );
    levels.set(
      value,
      widths.map((width) => {
        const from = Math.floor(number / width) * width;
        return `${from}-${from + width - 1}`;
      }),
    );
  }
  return ok({ column: column.name, levels });
}

/** Fits a hierarchy to a column; without one the column stays as it is. The missing value stays missing. */
export function codeHierarchy(column: Column, hierarchy: Hierarchy | undefined): Result<CodedHierarchy> {
  const depth = hierarchy ? [...hierarchy.levels.values()][0]!.length : 0;
  const coded: CodedHierarchy = { codes: [], values: [], loss: [] };
  for (let level = 0; level <= depth; level++) {
    const dictionary = new Map<string, number>([["", 0]]);
    const codes = new Uint32Array(column.values.length);
    for (const [code, value] of column.values.entries()) {
      if (code === 0) continue;
      const broader = level === 0 ? value : hierarchy?.levels.get(value)?.[level - 1];
      if (broader === undefined)
        return refuse(
          "unknown-option",
          `hierarchy of ${column.name}`,
          `It doesn't say what "${value}" becomes.`,
          "Add a row for it.",
        );
      if (!dictionary.has(broader)) dictionary.set(broader, dictionary.size);
      codes[code] = dictionary.get(broader)!;
    }
    const members = new Float64Array(dictionary.size);
    for (const [code, broader] of codes.entries()) if (code !== 0) members[broader]!++;
    const others = Math.max(1, column.values.length - 2);
    coded.codes.push(codes);
    coded.values.push([...dictionary.keys()]);
    coded.loss.push(members.map((count, broader) => (broader === 0 ? 0 : (count - 1) / others)));
  }
  return ok(coded);
}
