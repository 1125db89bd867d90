import type { Language } from "@concord/core/vocabulary";
import type { Block, OperativeBlock, PreambularBlock, UnDocument } from "../model/index.ts";
import { OPENING_WORDS } from "../words/opening.ts";
import { advice, type BareFinding, fault } from "./finding.ts";
import { firstWords, type Opening, opensInItalic, readOpening } from "./opening.ts";

/** How each paragraph opens: a participle or adjective, or a verb; in italic; "also" and "further" when a verb repeats (P17). */
export function checkOpenings({ blocks, language }: UnDocument): BareFinding[] {
  const paragraphs = blocks.filter(isParagraph);
  const openings = paragraphs.map(({ runs }) => readOpening(runs, language));
  return [
    ...paragraphs.flatMap((paragraph, index) => checkOpening(paragraph, openings[index], language)),
    ...checkRepeats(paragraphs, openings, language, "preambular"),
    ...checkRepeats(paragraphs, openings, language, "operative"),
  ];
}

function isParagraph(block: Block): block is PreambularBlock | OperativeBlock {
  return (
    (block.kind === "preambular" || block.kind === "operative") &&
    block.runs.some(({ text }) => text.trim() !== "")
  );
}

function checkOpening(
  paragraph: PreambularBlock | OperativeBlock,
  opening: Opening | undefined,
  language: Language,
): BareFinding[] {
  const { kind, name, runs } = paragraph;
  const findings: BareFinding[] = [];
  if (!opening?.opens[kind])
    findings.push(fault(`${kind}-opening`, name, { opening: opening?.phrase ?? firstWords(runs, language) }));
  else if (!opening.listed) findings.push(advice("opening-unlisted", name, { opening: opening.phrase }));
  if (!opensInItalic(runs, language))
    findings.push(
      fault("opening-not-italic", name, { opening: opening?.phrase ?? firstWords(runs, language) }),
    );
  return findings;
}

/**
 * A verb that opens a second paragraph takes "also", a third "further"; then the two take turns. Paragraphs that follow one
 * another must bear the mark; with others between, it is advised. An "also" asks for a first use before it.
 */
function checkRepeats(
  paragraphs: readonly (PreambularBlock | OperativeBlock)[],
  openings: readonly (Opening | undefined)[],
  language: Language,
  kind: "preambular" | "operative",
): BareFinding[] {
  const findings: BareFinding[] = [];
  const words = OPENING_WORDS[language];
  const uses = new Map<string, number>();
  let previous: string | undefined;
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.kind !== kind) return;
    const opening = openings[index];
    if (!opening?.opens[kind]) {
      previous = undefined;
      return;
    }
    const before = uses.get(opening.word) ?? 0;
    const marked = opening.also || opening.further;
    if (before > 0 && !marked) {
      const mark = (before % 2 === 1 ? words.also : words.further)[0]!;
      const values = { opening: opening.phrase, also: mark };
      const rule = previous === opening.word ? fault : advice;
      findings.push(rule("verb-repeated", paragraph.name, values));
    } else if (before === 0 && marked)
      findings.push(advice("also-without-first", paragraph.name, { opening: opening.phrase }));
    uses.set(opening.word, before + 1);
    previous = opening.word;
  });
  return findings;
}
