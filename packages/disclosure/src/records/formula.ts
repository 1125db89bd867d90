import { type Refused, refuse } from "../refusal.ts";
import type { Records } from "./records.ts";

/** A spreadsheet reads a cell that begins so as a formula (also in the full-width signs of East Asian keyboards). */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?(\d+([.,]\d+)*|[.,]\d+)([eE][+-]?\d+)?%?$/;

/**
 * True for a value that a spreadsheet would run instead of showing it (formula injection): it begins with = + - @, a
 * tab or a carriage return, and is neither a number such as -99 nor the sign alone.
 */
export const looksLikeFormula = (value: string): boolean =>
  FORMULA_START.test(value) && !NUMBER.test(value) && !/^[+-]$/.test(value);

/** The value with an apostrophe in front, which spreadsheets take as "this is text". */
export const neutralizeFormula = (value: string): string => (looksLikeFormula(value) ? `'${value}` : value);

/** Refuses records in which a column name or a value looks like a formula; names column and first row. */
export function refuseFormulas(records: Records): Refused | undefined {
  const cure = "Remove the leading sign, or pass --neutralize-formulas to write it behind an apostrophe.";
  for (const [index, column] of records.columns.entries()) {
    if (looksLikeFormula(column.name))
      return refuse(
        "formula",
        "header",
        `The column name ${show(column.name)} would run as a formula in a spreadsheet.`,
        cure,
      );
    const code = column.values.findIndex(looksLikeFormula);
    if (code < 0) continue;
    const width = records.columns.length;
    const row = records.combinationOfRow.findIndex((c) => records.codes[c * width + index] === code);
    return refuse(
      "formula",
      `row ${row + 1}, column ${column.name}`,
      `The value ${show(column.values[code] ?? "")} would run as a formula in a spreadsheet.`,
      cure,
    );
  }
  return undefined;
}

/** The records with every formula-like value and name behind an apostrophe. */
export function neutralizeFormulas(records: Records): Records {
  return {
    ...records,
    columns: records.columns.map(({ name, values }) => ({
      name: neutralizeFormula(name),
      values: values.map(neutralizeFormula),
    })),
  };
}

const show = (value: string): string => JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
