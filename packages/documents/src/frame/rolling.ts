/** Rolling text made visible (P2): who proposes which words, and who is known to stand where. */
import type { Language } from "@concord/core/vocabulary";
import type { Change, Run, Runs } from "../model/index.ts";
import { label, labelled } from "../words/label.ts";
import { listSeparator } from "./frame.ts";

/** Neighbouring runs under one proposal, or under none. */
export interface Stretch {
  change?: Change;
  runs: Runs;
}

const sameChange = (a: Change | undefined, b: Change | undefined) =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.kind === b.kind &&
    a.author === b.author &&
    a.at === b.at &&
    String(a.supported ?? []) === String(b.supported ?? []) &&
    String(a.opposed ?? []) === String(b.opposed ?? []));

/** Cuts a paragraph into stretches, so that a proposal on words in several dresses is attributed once. */
export function stretchesOf(runs: Runs): Stretch[] {
  const stretches: { change?: Change; runs: Run[] }[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last && sameChange(last.change, run.change)) last.runs.push(run);
    else stretches.push(run.change ? { change: run.change, runs: [run] } : { runs: [run] });
  }
  return stretches;
}

/** The same, with the spaces at either end of proposed words outside their bracket. */
export function visibleStretches(runs: Runs): Stretch[] {
  return stretchesOf(runs).flatMap((stretch) => {
    const first = stretch.runs[0];
    if (stretch.change === undefined || !first) return [stretch];
    const before = /^\s*/.exec(first.text)![0];
    const trimmed = stretch.runs.with(0, { ...first, text: first.text.slice(before.length) });
    const end = trimmed.at(-1)!;
    const after = /\s*$/.exec(end.text)![0];
    const inner = trimmed.with(-1, { ...end, text: end.text.slice(0, end.text.length - after.length) });
    const space = (text: string): Stretch[] => (text === "" ? [] : [{ runs: [{ text }] }]);
    return [...space(before), { ...stretch, runs: inner }, ...space(after)];
  });
}

/** What stands in the bracket after the words: "Member A; supported by B, C; opposed by D". */
export function attribution({ author, supported = [], opposed = [] }: Change, language: Language): string {
  const separator = listSeparator(language);
  const semicolon = language === "ar" ? "؛ " : language === "zh" ? "；" : "; ";
  const parts = [author];
  if (supported.length > 0) parts.push(`${label("supported", language)} ${supported.join(separator)}`);
  if (opposed.length > 0) parts.push(`${label("opposed", language)} ${opposed.join(separator)}`);
  return parts.join(semicolon);
}

/** What stands in the bracket before the words: nothing, or "delete: ". */
export function bracketOpening({ kind }: Change, language: Language): string {
  if (kind === "insertion") return "[";
  const words = labelled(label("delete", language), "", language);
  return `[${words}`;
}
