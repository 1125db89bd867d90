import { type Block, plainText, type UnDocument } from "../model/index.ts";
import { advice, type BareFinding, fault } from "./finding.ts";
import { parseName } from "./paragraph-name.ts";

const COMMAS = /[,،，]$/;

/** The order of a resolution: the organ alone with a comma, what moves it, what it resolves (P17). */
export function checkOrder({ blocks }: UnDocument): BareFinding[] {
  const findings: BareFinding[] = [];
  const organAt = blocks.findIndex(({ kind }) => kind === "organ");
  const first = (kind: Block["kind"]) => blocks.findIndex((block) => block.kind === kind);
  const operativeAt = first("operative");
  const organ = blocks[organAt];
  if (organ?.kind !== "organ") findings.push(fault("organ-missing", "text"));
  else findings.push(...checkOrgan(plainText(organ.runs).trim()));
  if (operativeAt < 0) findings.push(fault("operative-missing", "text"));
  if (first("preambular") < 0) findings.push(advice("preambular-missing", "text"));
  blocks.forEach((block, at) => {
    if (block.kind !== "preambular") return;
    if (organAt >= 0 && at < organAt) findings.push(fault("preambular-before-organ", block.name));
    if (operativeAt >= 0 && at > operativeAt) findings.push(fault("preambular-after-operative", block.name));
  });
  blocks.forEach((block) => {
    if ("runs" in block && block.kind !== "remark" && plainText(block.runs, "all").trim() === "")
      findings.push(fault("paragraph-empty", "name" in block && block.name ? block.name : "text"));
  });
  return [...findings, ...checkNumbers(blocks, "OP"), ...checkNumbers(blocks, "PP"), ...checkMarkers(blocks)];
}

function checkOrgan(text: string): BareFinding[] {
  const inner = text.replace(COMMAS, "");
  if (/[,،，;；؛.。:：]/.test(inner))
    return [fault("organ-not-alone", "text", { organ: inner.slice(0, 60) })];
  return COMMAS.test(text) ? [] : [fault("organ-without-comma", "text", { organ: text.slice(0, 60) })];
}

/** Names rise one by one; `bis`, `ter` … and `alt` follow the paragraph they belong to (P1). */
function checkNumbers(blocks: readonly Block[], series: "OP" | "PP"): BareFinding[] {
  const findings: BareFinding[] = [];
  let last = { base: 0, inserted: 0, alternative: 0 };
  for (const block of blocks) {
    if (block.kind !== (series === "OP" ? "operative" : "preambular")) continue;
    const name = parseName(block.name);
    if (name === undefined || name.series !== series) {
      findings.push(
        fault("name-wrong", block.name, { name: block.name, example: `${series}${last.base + 1}` }),
      );
      continue;
    }
    const rise = compareNames(name, last);
    if (rise === 0) findings.push(fault("number-twice", block.name, { name: block.name }));
    else if (rise < 0 || name.base > last.base + 1)
      findings.push(
        fault("number-out-of-order", block.name, { name: block.name, expected: `${series}${last.base + 1}` }),
      );
    if (rise > 0) last = name;
  }
  return findings;
}

type Rank = { base: number; inserted: number; alternative: number };
const compareNames = (a: Rank, b: Rank) =>
  a.base - b.base || a.inserted - b.inserted || a.alternative - b.alternative;

const letterAfter = (count: number) =>
  String.fromCharCode(97 + (count % 26)).repeat(1 + Math.floor(count / 26));
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

/** Sub-paragraphs run (a), (b) … and (i), (ii) … without a gap. Markers of another script are left alone. */
function checkMarkers(blocks: readonly Block[]): BareFinding[] {
  const findings: BareFinding[] = [];
  const count = [0, 0];
  for (const block of blocks) {
    if (block.kind !== "sub-paragraph") {
      count.fill(0);
      continue;
    }
    const level = block.depth - 1;
    const marker = /^\(([a-z]+)\)$/.exec(block.marker)?.[1];
    const expected = level === 0 ? letterAfter(count[0]!) : (ROMAN[count[1]!] ?? marker);
    if (marker !== undefined && marker !== expected)
      findings.push(
        fault("marker-out-of-order", block.name, { marker: block.marker, expected: `(${expected})` }),
      );
    count[level] = count[level]! + 1;
    if (level === 0) count[1] = 0;
  }
  return findings;
}
