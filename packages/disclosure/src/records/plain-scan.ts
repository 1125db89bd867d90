import { ok, type Result } from "../refusal.ts";
import { gatherEqualRows, type Records } from "./records.ts";
import { type Fault, refuseFault, type ScanPlan } from "./scan-plan.ts";

/** One record of the text: its values and where the next begins, or a fault with the column in which it lies. */
export type ScannedRecord = { values: string[]; next: number } | { fault: Fault; column: number };

/**
 * Splits one record from a text that follows RFC 4180: values between delimiters, double quotes around those that
 * hold a delimiter, a quote (doubled) or a line break; lines end in LF or CR LF.
 * @param at where the record begins; @returns `undefined` at the end of the text
 */
export function splitRecord(text: string, at: number, delimiter: string): ScannedRecord | undefined {
  if (at >= text.length) return undefined;
  const values: string[] = [];
  let position = at;
  for (;;) {
    if (text[position] === '"') {
      const quoted = splitQuoted(text, position, delimiter);
      if (typeof quoted === "string") return { fault: quoted, column: values.length };
      values.push(quoted.value);
      position = quoted.next;
    } else {
      const start = position;
      while (position < text.length && text[position] !== delimiter && text[position] !== "\n") {
        if (text[position] === '"') return { fault: "stray-quote", column: values.length };
        position++;
      }
      const beforeFeed = text[position] === "\n" && position > start && text[position - 1] === "\r";
      values.push(text.slice(start, beforeFeed ? position - 1 : position));
    }
    if (position >= text.length || text[position] === "\n") return { values, next: position + 1 };
    position++;
  }
}

function splitQuoted(
  text: string,
  quote: number,
  delimiter: string,
): { value: string; next: number } | Fault {
  let value = "";
  let position = quote + 1;
  for (;;) {
    const close = text.indexOf('"', position);
    if (close < 0) return "open-quote";
    value += text.slice(position, close);
    if (text[close + 1] !== '"') {
      position = close + 1;
      break;
    }
    value += '"';
    position = close + 2;
  }
  if (text[position] === "\r" && text[position + 1] === "\n") position++;
  const next = text[position];
  return next === undefined || next === delimiter || next === "\n"
    ? { value, next: position }
    : "stray-quote";
}

/**
 * The plain twin of the compiled scanner: the same records from the same text, slower and easier to read.
 * @param text the rows, without the header line
 */
export function scanPlain(text: string, plan: ScanPlan): Result<Records> {
  return scanEnded(text === "" || text.endsWith("\n") ? text : `${text}\n`, plan);
}

function scanEnded(text: string, plan: ScanPlan): Result<Records> {
  const dictionaries = plan.kept.map(() => new Map<string, number>([["", 0]]));
  const coded: number[] = [];
  const combinations = new Set<string>();
  const wide = plan.header.length > 1;
  let row = 0;
  let at = 0;
  for (;;) {
    if (wide && (text[at] === "\n" || (text[at] === "\r" && text[at + 1] === "\n"))) {
      at += text[at] === "\n" ? 1 : 2;
      continue;
    }
    const record = splitRecord(text, at, plan.delimiter);
    if (!record) break;
    row++;
    const values = "fault" in record ? [] : record.values;
    for (const [slot, column] of plan.kept.entries()) {
      const value = values[column];
      const dictionary = dictionaries[slot];
      if (value === undefined || !dictionary) break;
      if (!dictionary.has(value)) dictionary.set(value, dictionary.size);
      const code = dictionary.get(value) ?? 0;
      if (code >= plan.mostValues) return refuseFault("too-many-values", plan, row, column);
      coded.push(code);
    }
    if ("fault" in record) return refuseFault(record.fault, plan, row, record.column);
    if (values.length !== plan.header.length) return refuseFault("wrong-width", plan, row, values.length);
    combinations.add(coded.slice(-plan.kept.length).join());
    if (combinations.size * plan.kept.length > plan.mostCells)
      return refuseFault("too-many-cells", plan, row, 0);
    at = record.next;
  }
  const columns = plan.kept.map((column, slot) => ({
    name: plan.header[column] ?? "",
    values: [...(dictionaries[slot]?.keys() ?? [])],
  }));
  return ok(gatherEqualRows(columns, Uint32Array.from(coded)));
}
