/** A stretch of a paragraph set in one manner: the smallest piece of text that a document is made of. */
export interface Run {
  text: string;
  /** Emphasis: the opening words of a paragraph, a title of a work. Scripts without an italic use their own means. */
  italic?: boolean;
  bold?: boolean;
  /** Present when somebody proposes to add or to take out these words (rolling text, P2). */
  change?: Change;
  /** Id of the footnote whose mark follows the text. */
  note?: string;
}

/** A proposal on a stretch of text: who made it, and who is known to stand for or against it. */
export interface Change {
  kind: "insertion" | "deletion";
  /** As listed in the text: a state, a group of states, an organization. */
  author: string;
  /** Instant of the proposal, ISO 8601. */
  at?: string;
  supported?: readonly string[];
  opposed?: readonly string[];
}

export type Runs = readonly Run[];

/**
 * Which words of a rolling text are read: `proposed` takes every proposal as accepted, `base` as rejected, `all` keeps
 * the words of both.
 */
export type Reading = "proposed" | "base" | "all";

/** The words of a paragraph without their dress. */
export function plainText(runs: Runs, reading: Reading = "proposed"): string {
  return runs
    .filter(({ change }) => {
      if (change === undefined || reading === "all") return true;
      return change.kind === "insertion" ? reading === "proposed" : reading === "base";
    })
    .map(({ text }) => text)
    .join("");
}

/** One run of plain words. */
export const words = (text: string): Run[] => [{ text }];

/** The opening words in italic, the rest plain: `opened("Recalling", " its resolution …,")`. */
export const opened = (opening: string, rest: string): Run[] => [
  { text: opening, italic: true },
  { text: rest },
];
