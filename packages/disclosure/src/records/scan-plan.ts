import { ok, type Refused, type Result, refuse } from "../refusal.ts";

/** What a scanner must know before the first row. */
export interface ScanPlan {
  /** Names of all columns of the file, in its order. */
  header: readonly string[];
  /** Positions of the columns to keep, ascending. */
  kept: readonly number[];
  /** One character. */
  delimiter: string;
  /** Most distinct values a kept column may have; a column beyond it identifies people and can't be published. */
  mostValues: number;
  /** Most codes that distinct combinations may take (combinations × kept columns), a bound on memory. */
  mostCells: number;
}

export const MOST_VALUES = 65_536;
export const MOST_CELLS = 1 << 27;

export type Fault = "wrong-width" | "stray-quote" | "open-quote" | "too-many-values" | "too-many-cells";

/**
 * A fault of the text as a refusal that names row and cure.
 * @param row data row, counted from 1, the header not counted; @param column position in the file
 */
export function refuseFault(fault: Fault, plan: ScanPlan, row: number, column: number): Refused {
  const name = plan.header[column] ?? `number ${column + 1}`;
  switch (fault) {
    case "wrong-width":
      return refuse(
        "wrong-width",
        `row ${row}`,
        `The header names ${plan.header.length} columns, this row has ${column} values.`,
        "Put values that hold the delimiter between double quotes, or name another delimiter with --delimiter.",
      );
    case "stray-quote":
      return refuse(
        "stray-quote",
        `row ${row}, column ${name}`,
        "A double quote stands inside a value.",
        'Put the whole value between double quotes and double the one inside: "say ""so""".',
      );
    case "open-quote":
      return refuse(
        "stray-quote",
        `row ${row}`,
        "A double quote opens a value and nothing closes it.",
        "Close it, or double it if it belongs to the value.",
      );
    case "too-many-values":
      return refuse(
        "too-many-values",
        `column ${name}`,
        `It has more than ${plan.mostValues.toLocaleString("en")} distinct values (row ${row} holds one too many), so it points at single persons.`,
        `Leave it out with --without ${quoteName(name)}, or publish it in broader groups (years, regions, age bands).`,
      );
    case "too-many-cells":
      return refuse(
        "too-large",
        `row ${row}`,
        `The rows have more than ${Math.floor(plan.mostCells / plan.kept.length).toLocaleString("en")} distinct combinations over ${plan.kept.length} columns.`,
        "Choose fewer columns with --columns, or publish broader groups.",
      );
  }
}

const quoteName = (name: string): string => (/^[\w.-]+$/.test(name) ? name : JSON.stringify(name));

/** Which columns of a file are wanted: all, only those named, or all without those named. */
export interface ColumnChoice {
  columns?: readonly string[];
  without?: readonly string[];
}

/** Checks the header and the choice of columns. @returns positions of the kept columns, ascending */
export function chooseColumns(header: readonly string[], choice: ColumnChoice): Result<number[]> {
  const seen = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    if (name.trim() === "")
      return refuse(
        "unknown-column",
        `column ${index + 1}`,
        "It has no name in the header.",
        "Name it in the first line.",
      );
    const earlier = seen.get(name);
    if (earlier !== undefined)
      return refuse(
        "duplicate-column",
        `column ${index + 1}`,
        `"${name}" is already the name of column ${earlier + 1}.`,
        "Give each column its own name in the first line.",
      );
    seen.set(name, index);
  }
  for (const [option, names] of [
    ["--columns", choice.columns],
    ["--without", choice.without],
  ] as const) {
    const unknown = names?.find((name) => !seen.has(name));
    if (unknown !== undefined)
      return refuse(
        "unknown-column",
        option,
        `There is no column "${unknown}".`,
        `The file has: ${header.join(", ")}.`,
      );
  }
  const kept = header
    .map((_, index) => index)
    .filter((index) => {
      const name = header[index] ?? "";
      return (choice.columns?.includes(name) ?? true) && !choice.without?.includes(name);
    });
  if (kept.length === 0)
    return refuse("unknown-column", "--columns", "No column is left.", `Choose among: ${header.join(", ")}.`);
  return ok(kept);
}
