/** Names of paragraphs (P1): PP1, OP3, OP3 bis, OP3 alt 2. */

const INSERTED = ["", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

export interface ParagraphName {
  series: "PP" | "OP";
  base: number;
  /** 0 for the paragraph itself, 1 for bis, 2 for ter … */
  inserted: number;
  /** 0 for the paragraph itself, 1 for alt, 2 for alt 2 … */
  alternative: number;
}

/** @returns undefined when the text is no name of a preambular or operative paragraph */
export function parseName(text: string): ParagraphName | undefined {
  const parts = /^(PP|OP)(0|[1-9]\d{0,3})(?: ([a-z]+))??(?: alt(?: ([2-9]|[1-9]\d))?)?$/.exec(text);
  if (!parts) return undefined;
  const inserted = parts[3] === undefined ? 0 : INSERTED.indexOf(parts[3]);
  // OP0 bis stands before OP1; there is no OP0.
  if (inserted < 0 || (parts[2] === "0" && inserted === 0)) return undefined;
  const alternative = / alt/.test(text) ? Number(parts[4] ?? 1) : 0;
  return { series: parts[1] as "PP" | "OP", base: Number(parts[2]), inserted, alternative };
}

/** Writes a name; {@link parseName} reads it back. */
export function formatName({ series, base, inserted, alternative }: ParagraphName): string {
  const word = inserted === 0 ? "" : ` ${INSERTED[inserted]}`;
  const alt = alternative === 0 ? "" : alternative === 1 ? " alt" : ` alt ${alternative}`;
  return `${series}${base}${word}${alt}`;
}
