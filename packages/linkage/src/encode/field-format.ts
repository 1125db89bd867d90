/**
 * From a cell to the text that is tokenized: missing values are replaced, the rest is checked against the field's format
 * and brought to one spelling (integers without sign and zeros in front, dates as YYYYMMDD).
 */
import type { Refusal } from "../result.ts";
import { dateReader } from "./date-pattern.ts";
import { fullMatchPattern } from "./python-pattern.ts";
import type { EncodedFeature, FieldFormat } from "./schema.ts";
import { canEncode } from "./text-bytes.ts";
import { readInteger } from "./tokenize.ts";

/** A formatted text, or why the cell isn't taken; the reason never repeats the cell, which may name a person. */
export type Formatted = string | Refusal;

/**
 * Makes the formatter of a field.
 * @param feature the checked field
 */
export function fieldFormatter(feature: EncodedFeature): (cell: string) => Formatted {
  const regular = regularFormatter(feature.identifier, feature.format);
  const missing = feature.missing;
  if (missing === null) return regular;
  return (cell) => (cell === missing.sentinel ? missing.replaceWith : regular(cell));
}

function regularFormatter(field: string, format: FieldFormat): (cell: string) => Formatted {
  const refuse = (reason: string, cure: string): Refusal => ({ place: `field "${field}"`, reason, cure });
  const unwritable = () => refuse("holds characters that the encoding can't write", "correct the cell");
  if (format.type === "integer") {
    return (cell) => {
      const value = readInteger(cell);
      if (value === null)
        return refuse("isn't a whole number", "correct the cell, or name a sentinel for missing values");
      if (format.minimum !== null && value < format.minimum)
        return refuse(`is below ${format.minimum}`, "correct the cell");
      if (format.maximum !== null && value > format.maximum)
        return refuse(`is above ${format.maximum}`, "correct the cell");
      return value.toString();
    };
  }
  if (format.type === "date") {
    const reader = dateReader(format.format);
    return (cell) => {
      const date = typeof reader === "function" ? reader(cell) : null;
      if (date === null) {
        return refuse(
          `isn't a date written as ${format.format}`,
          "correct the cell, or name a sentinel for missing values",
        );
      }
      const two = (part: number) => String(part).padStart(2, "0");
      return String(date.year).padStart(4, "0") + two(date.month) + two(date.day);
    };
  }
  if (format.type === "enum") {
    const values = new Set(format.values);
    return (cell) =>
      values.has(cell)
        ? cell
        : refuse(
            `isn't one of ${format.values.join(", ")}`,
            "correct the cell, or name a sentinel for missing values",
          );
  }
  const pattern = format.pattern === null ? null : fullMatchPattern(format.pattern);
  return (cell) => {
    if (!canEncode(cell, format.encoding)) return unwritable();
    if (format.pattern !== null) {
      return pattern?.test(cell) === true
        ? cell
        : refuse("doesn't follow the pattern", `match ${format.pattern}`);
    }
    if (cell.length > format.maxLength || cell.length < format.minLength * 2) {
      let characters = 0;
      for (const _ of cell) characters++;
      if (characters < format.minLength)
        return refuse(`is shorter than ${format.minLength} characters`, "complete the cell");
      if (characters > format.maxLength)
        return refuse(`is longer than ${format.maxLength} characters`, "shorten the cell");
    }
    if (format.case === "upper" && cell.toUpperCase() !== cell)
      return refuse("isn't upper case", "write capitals");
    if (format.case === "lower" && cell.toLowerCase() !== cell)
      return refuse("isn't lower case", "write small letters");
    return cell;
  };
}
