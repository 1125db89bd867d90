import type { Language } from "@concord/core/vocabulary";
import { type Block, placeOf, plainText, type UnDocument } from "../model/index.ts";
import { type BareFinding, type FindingCode, fault } from "./finding.ts";

/** The signs of each script: comma, semicolon, full stop, colon. */
export function signsOf(language: Language): {
  comma: string;
  semicolon: string;
  stop: string;
  colon: string;
} {
  if (language === "zh") return { comma: "，", semicolon: "；", stop: "。", colon: "：" };
  if (language === "ar") return { comma: "،", semicolon: "؛", stop: ".", colon: ":" };
  return { comma: ",", semicolon: ";", stop: ".", colon: ":" };
}

/**
 * How each paragraph ends: a preambular one with a comma, an operative one with a semicolon, the last with a full stop;
 * before sub-paragraphs a colon, and the sub-paragraphs end as their paragraph would (P17).
 */
export function checkEndings({ blocks, language }: UnDocument): BareFinding[] {
  const findings: BareFinding[] = [];
  const signs = signsOf(language);
  const text = blocks.filter(({ kind }) => ["preambular", "operative", "sub-paragraph"].includes(kind));
  let within: "preambular" | "operative" = "operative";
  text.forEach((block, at) => {
    if (block.kind === "preambular" || block.kind === "operative") within = block.kind;
    const words = "runs" in block ? plainText(block.runs).trim() : "";
    if (words === "") return;
    const { sign, code } = expectedEnding(block, text[at + 1], within, signs);
    if (!endsWith(words, sign))
      findings.push(fault(code, placeOf(block) ?? "text", { sign, found: [...words].at(-1) ?? "" }));
  });
  return findings;
}

function expectedEnding(
  block: Block,
  next: Block | undefined,
  within: "preambular" | "operative",
  signs: ReturnType<typeof signsOf>,
): { sign: string; code: FindingCode } {
  const depthOf = (one: Block) => (one.kind === "sub-paragraph" ? one.depth : 0);
  if (next && depthOf(next) > depthOf(block)) return { sign: signs.colon, code: "colon-ending" };
  if (within === "operative" && next === undefined) return { sign: signs.stop, code: "last-ending" };
  if (within === "operative") return { sign: signs.semicolon, code: "operative-ending" };
  const goesOn = next !== undefined && depthOf(next) > 0;
  return goesOn
    ? { sign: signs.semicolon, code: "operative-ending" }
    : { sign: signs.comma, code: "preambular-ending" };
}

/** A closing quotation mark or bracket may follow the sign. */
function endsWith(words: string, sign: string): boolean {
  return words.replace(/[”»"’)\]）」』]+$/u, "").endsWith(sign) || words.endsWith(sign);
}
