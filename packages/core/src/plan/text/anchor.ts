import { isWithin, type TextRange, wholeCharacters } from "./grapheme.ts";
import { type TextEdit, textEdits } from "./word-diff.ts";

/** Why a proposal could not be carried along when the text under it changed. */
export type LookAgainReason = "words-changed" | "paragraph-removed";

/** Where a proposal stands in the present text of a paragraph (P2). */
export type Anchor =
  | { kind: "carried"; range: TextRange }
  /** The words it was made on changed: shown beside the paragraph as "to be looked at again", with the words it was made on. */
  | { kind: "look-again"; words: string; reason: LookAgainReason };

/**
 * Attaches a range to a text, widened to whole characters.
 * @returns undefined when the range lies outside the text
 */
export function anchorAt(text: string, range: TextRange): Anchor | undefined {
  return isWithin(text, range) ? { kind: "carried", range: wholeCharacters(text, range) } : undefined;
}

/**
 * Carries a range through edits (P2). Words before it move it; an insertion at its edge stays outside; any edit of its own words, or
 * across its edge, means that it must be looked at again. A place between two characters is carried unless both its neighbours go.
 * @param edits in order and without overlap
 * @returns undefined when the range can't be carried
 */
export function mapRange({ from, to }: TextRange, edits: readonly TextEdit[]): TextRange | undefined {
  let shift = 0;
  for (const edit of edits) {
    const before = from === to ? edit.to <= from && edit.from < from : edit.to <= from;
    if (before) shift += edit.words.length - (edit.to - edit.from);
    else if (edit.from < to || (from === to && edit.from < from)) return undefined;
  }
  return { from: from + shift, to: to + shift };
}

/**
 * Carries an anchor from one text of a paragraph to the next (P2): through the edits between them, or, where these touch its words, to the
 * one place where exactly these words stand, if they stood once before and stand once now. **[convention]** What must be looked at again stays so
 * until somebody attaches it anew.
 */
export function carry(anchor: Anchor, before: string, after: string, edits?: readonly TextEdit[]): Anchor {
  if (anchor.kind === "look-again" || before === after) return anchor;
  const { range } = anchor;
  const mapped = mapRange(range, edits ?? textEdits(before, after));
  if (mapped) return { kind: "carried", range: mapped };
  const words = before.slice(range.from, range.to);
  const found = occursOnce(after, words);
  if (found !== undefined && occursOnce(before, words) !== undefined) {
    const moved = { from: found, to: found + words.length };
    const whole = wholeCharacters(after, moved);
    if (whole.from === moved.from && whole.to === moved.to) return { kind: "carried", range: moved };
  }
  return { kind: "look-again", words, reason: "words-changed" };
}

function occursOnce(text: string, words: string): number | undefined {
  if (words.trim() === "") return undefined;
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : undefined;
}
