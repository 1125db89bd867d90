/** Tables for tests: the published ones from the data folder, and small ones written out. */
import { readFileSync } from "node:fs";
import type { Outcome } from "../refusal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { readCaptures } from "../table/read-captures.ts";

const FOLDER = new URL("../../../../data/mse/", import.meta.url);

/** The value of an outcome that a test expects to succeed. */
export function acceptedValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.place}: ${outcome.refusal.message}`);
  return outcome.value;
}

/** The code of a refusal that a test expects; "accepted" when there is none. */
export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "accepted" : outcome.refusal.code;
}

/** A published table by name, such as "UKdat". */
export function exampleTable(name: string): CaptureTable {
  return acceptedValue(readCaptures(readFileSync(new URL(`${name}.csv`, FOLDER), "utf8")));
}

/** Three lists of women held at Palembang (Ball, Shin & Yang 2018), 123 cases. */
export const KOREA = acceptedValue(
  readCaptures("b,c,d,count\n1,0,0,5\n0,1,0,5\n1,1,0,54\n0,0,1,41\n1,0,1,6\n1,1,1,12\n"),
);

/** The model with these interactions, written "PF:NCA LA:NG". */
export function termsOf(table: CaptureTable, text: string): number[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => word.split(":").reduce((set, name) => set | (1 << table.lists.indexOf(name)), 0));
}
