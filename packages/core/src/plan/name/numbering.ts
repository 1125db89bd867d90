import { granted, type Ruled, refused } from "../refusal.ts";
import { type ParagraphPlace, SERIES_OF_KIND } from "./paragraph.ts";
import {
  DEEPEST_LEVEL,
  formatParagraphName,
  INSERTION_WORDS,
  type NameStep,
  type ParagraphName,
  parseParagraphName,
} from "./paragraph-name.ts";

const plain = (number: number): NameStep => ({ number, insertion: 0, alternative: 0 });

/**
 * Names all paragraphs of a text afresh, in reading order: PP1, PP2 …, OP1 …, (a), (i). Only a facilitator's new revision does this (P1).
 * @param places the paragraphs in reading order, each after its parent
 * @returns names by key; a refusal when a parent is missing or the text is nested deeper than (a), (i), (1)
 */
export function nameAfresh(places: readonly ParagraphPlace[]): Ruled<Map<string, string>> {
  const names = new Map<string, ParagraphName>();
  const counts = new Map<string, number>();
  const next = (list: string) => {
    counts.set(list, (counts.get(list) ?? 0) + 1);
    return counts.get(list)!;
  };
  for (const { id, kind, parent } of places) {
    if (names.has(id)) return misplaced(id, `The paragraph ${id} stands twice in the text.`);
    if (kind === "sub") {
      const above = parent === null ? undefined : names.get(parent);
      if (!above) return misplaced(id, `The sub-paragraph ${id} follows no paragraph that it belongs to.`);
      if (above.steps.length > DEEPEST_LEVEL)
        return misplaced(id, `The paragraph ${id} is nested deeper than (a), (i), (1).`);
      names.set(id, { series: above.series, steps: [...above.steps, plain(next(`under ${parent}`))] });
    } else {
      const series = SERIES_OF_KIND[kind];
      names.set(id, { series, steps: [plain(next(series))] });
    }
  }
  return granted(new Map([...names].map(([id, name]) => [id, formatParagraphName(name)])));
}

function misplaced(id: string, detail: string) {
  return refused(
    "P1",
    "misplaced-paragraph",
    id,
    detail,
    "Put it below a paragraph of the text, at most three levels deep.",
  );
}

/** One row of the table that a renumbering leaves behind. */
export interface Renaming {
  id: string;
  from: string;
  to: string;
}

/**
 * The table from old to new names of a revision (P1): every paragraph that stands in both, renamed or not.
 * @param before names by key before the revision
 * @param after names by key after it
 */
export function renamingTable(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Renaming[] {
  return [...after].flatMap(([id, to]) => {
    const from = before.get(id);
    return from === undefined ? [] : [{ id, from, to }];
  });
}

/**
 * The name of a paragraph inserted after another: `OP3 bis`, then `ter`, in the order in which they are proposed, wherever
 * they stand between OP3 and OP4 (P1). **[convention]**
 * @param after name of the paragraph it follows
 * @param taken every name in use in this round, those of paragraphs struck out included: a name is never given twice
 */
export function insertedName(after: string, taken: ReadonlySet<string>): Ruled<string> {
  return freeName(
    after,
    taken,
    (step, count) => ({ ...step, insertion: count, alternative: 0 }),
    INSERTION_WORDS.length,
  );
}

/** The name of an alternative to a paragraph: `OP3 alt`, then `OP3 alt 2` (P1). */
export function alternativeName(to: string, taken: ReadonlySet<string>): Ruled<string> {
  return freeName(to, taken, (step, count) => ({ ...step, alternative: count }), 99);
}

/**
 * The name of a first paragraph inserted before all others of its series or list: `OP0`, then `OP0 bis`; `OP3 (a)` where the list is empty. **[convention]**
 * @param above name of the parent; undefined for a paragraph at the top
 */
export function firstName(
  kind: ParagraphPlace["kind"],
  above: string | undefined,
  taken: ReadonlySet<string>,
): Ruled<string> {
  if (kind !== "sub") {
    const series = SERIES_OF_KIND[kind];
    const used = [...taken].some((name) => name.startsWith(series) && /\d/.test(name.charAt(series.length)));
    const name = `${series}${used ? 0 : 1}`;
    return taken.has(name) ? insertedName(name, taken) : granted(name);
  }
  const parsed = above === undefined ? undefined : parseParagraphName(above);
  if (!parsed?.ok) return misplaced(above ?? "", "A sub-paragraph needs a paragraph that it belongs to.");
  if (parsed.value.steps.length > DEEPEST_LEVEL)
    return misplaced(above ?? "", `${above} can't have sub-paragraphs: it is nested as deep as names go.`);
  for (let number = 1; ; number += 1) {
    const name = formatParagraphName({ ...parsed.value, steps: [...parsed.value.steps, plain(number)] });
    if (!taken.has(name)) return granted(name);
  }
}

function freeName(
  base: string,
  taken: ReadonlySet<string>,
  change: (step: NameStep, count: number) => NameStep,
  most: number,
): Ruled<string> {
  const parsed = parseParagraphName(base);
  if (!parsed.ok) return parsed;
  const { series, steps } = parsed.value;
  for (let count = 1; count <= most; count += 1) {
    const name = formatParagraphName({
      series,
      steps: [...steps.slice(0, -1), change(steps.at(-1)!, count)],
    });
    if (!taken.has(name)) return granted(name);
  }
  return refused(
    "P1",
    "names-exhausted",
    "paragraph",
    `No name is left after ${base}.`,
    "Ask the facilitator for a new revision, which numbers the text afresh.",
  );
}
