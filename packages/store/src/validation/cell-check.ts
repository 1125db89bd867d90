import { parseDay, parsePartialDate } from "@concord/core/vocabulary";
import type { Field } from "./descriptor.ts";
import type { FindingCode } from "./finding.ts";

interface CellFault {
  code: FindingCode;
  detail: string;
  cure: string;
}

/** Whole numbers are kept in four bytes; nothing counted here comes near. */
const LARGEST_INTEGER = 2_147_483_647;
/** A date before this is a slip: the oldest fact held is of the nineteenth century. */
const FIRST_YEAR = "1800";

/** Judges one cell as written: what is wrong with it, or undefined. */
export type CellCheck = (text: string) => CellFault | undefined;

/**
 * Turns the description of a column into a check of its cells: required or not, type, pattern, list of values,
 * least and greatest value, dates that exist in the calendar.
 */
export function checkOfField(field: Field): CellCheck {
  const { constraints = {} } = field;
  const checks = [checkOfType(field), checkOfPattern(field), checkOfEnum(field)].filter(
    (one) => one !== undefined,
  );
  const missing: CellFault | undefined = constraints.required
    ? {
        code: field.provenance ? "missing-source" : "missing-value",
        detail: field.provenance ? "the row does not say where it comes from" : "the cell is empty",
        cure: field.provenance
          ? "Name the source, or leave the row out."
          : `Fill it in: ${field.description}.`,
      }
    : undefined;
  return (text) => {
    if (text === "") return missing;
    if (text.includes("\u0000"))
      return { code: "bad-value", detail: "the cell holds a NUL character", cure: "Remove it." };
    for (const check of checks) {
      const fault = check(text);
      if (fault) return fault;
    }
    return undefined;
  };
}

function checkOfType(field: Field): CellCheck | undefined {
  const limit = field.type === "integer" ? LARGEST_INTEGER : Number.POSITIVE_INFINITY;
  const { minimum = -limit, maximum = limit } = field.constraints ?? {};
  switch (field.type) {
    case "integer":
      return checkOfNumber(/^-?\d{1,15}$/, "a whole number", minimum, maximum);
    case "number":
      return checkOfNumber(/^-?\d{1,15}(\.\d+)?(e-?\d{1,2})?$/, "a number", minimum, maximum);
    case "boolean":
      return checkOfList([...(field.trueValues ?? ["true"]), ...(field.falseValues ?? ["false"])]);
    case "date":
      return (text) =>
        parseDay(text) === undefined || text < FIRST_YEAR ? badDate(text, "YYYY-MM-DD") : undefined;
    case "list": {
      const item = field.itemEnum ? checkOfList(field.itemEnum) : undefined;
      return (text) => {
        for (const part of text.split(field.delimiter ?? ",")) {
          if (part === "")
            return { code: "bad-value", detail: `${quoted(text)} holds an empty item`, cure: "Remove it." };
          const fault = item?.(part);
          if (fault) return fault;
        }
        return undefined;
      };
    }
    default:
      if (field.calendar === undefined) return undefined;
      return (text) =>
        parsePartialDate(text) === undefined || text < FIRST_YEAR
          ? badDate(text, "YYYY-MM-DD, YYYY-MM or YYYY")
          : undefined;
  }
}

function checkOfNumber(shape: RegExp, name: string, minimum: number, maximum: number): CellCheck {
  return (text) => {
    if (!shape.test(text))
      return {
        code: "bad-value",
        detail: `${quoted(text)} is not ${name}`,
        cure: `Write ${name}, digits only.`,
      };
    const value = Number(text);
    if (value >= minimum && value <= maximum) return undefined;
    return {
      code: "bad-value",
      detail: `${text} is out of range`,
      cure: `It must lie from ${minimum} to ${maximum}.`,
    };
  };
}

function checkOfPattern(field: Field): CellCheck | undefined {
  const pattern = field.constraints?.pattern;
  if (pattern === undefined) return undefined;
  const shape = new RegExp(`^(?:${pattern})$`, "u");
  return (text) =>
    shape.test(text)
      ? undefined
      : {
          code: "bad-value",
          detail: `${quoted(text)} does not have the form that the column asks for`,
          cure: `${field.description}; it must match ${pattern}.`,
        };
}

function checkOfEnum(field: Field): CellCheck | undefined {
  return field.constraints?.enum && checkOfList(field.constraints.enum);
}

function checkOfList(values: readonly string[]): CellCheck {
  const allowed = new Set(values);
  return (text) =>
    allowed.has(text)
      ? undefined
      : {
          code: "not-in-list",
          detail: `${quoted(text)} is not in the list`,
          cure: `Write one of: ${values.join(", ")}.`,
        };
}

function badDate(text: string, form: string): CellFault {
  return {
    code: "bad-date",
    detail: `${quoted(text)} is no date of the calendar since ${FIRST_YEAR}`,
    cure: `Write it as ${form}.`,
  };
}

/** A cell as it may stand in a message: shortened, so that a damaged cell does not fill the screen. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
