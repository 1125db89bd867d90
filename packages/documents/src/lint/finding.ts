import type { Language } from "@concord/core/vocabulary";
import { CURES, SENTENCES } from "../words/finding.ts";

/** What breaks the form of a United Nations text; each is a rule of docs/methods/documents.md. */
export type FindingCode = keyof typeof SENTENCES;

export interface Finding {
  code: FindingCode;
  /** `error` breaks the form; `advice` is what an editor would ask. */
  severity: "error" | "advice";
  /** The paragraph (`PP3`, `OP2 (a)`), or `masthead`, `title`, `text`, `footnotes`. */
  place: string;
  /** What is wrong, in the language asked for. */
  sentence: string;
  /** What to do, in the language asked for. */
  cure: string;
}

export type FindingValues = Readonly<Record<string, string | number>>;

/** A finding before it is put into words. */
export interface BareFinding {
  code: FindingCode;
  severity: Finding["severity"];
  place: string;
  values: FindingValues;
}

export const fault = (code: FindingCode, place: string, values: FindingValues = {}): BareFinding => ({
  code,
  severity: "error",
  place,
  values,
});
export const advice = (code: FindingCode, place: string, values: FindingValues = {}): BareFinding => ({
  code,
  severity: "advice",
  place,
  values,
});

function fill(template: string, values: FindingValues): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Puts a finding into words. */
export function sayFinding({ code, severity, place, values }: BareFinding, language: Language): Finding {
  return {
    code,
    severity,
    place,
    sentence: fill(SENTENCES[code][language], values),
    cure: fill(CURES[code][language], values),
  };
}
