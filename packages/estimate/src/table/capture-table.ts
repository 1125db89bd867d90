/**
 * The capture table: how many cases were seen on exactly which lists.
 *
 * A *history* is the set of lists on which a case appears, written as a whole number whose bit i says "is on
 * list i". History 0, on no list, is the hidden population that is to be estimated; its count is never known.
 */
import { accept, type Outcome, refuse } from "../refusal.ts";

/** The largest count taken for a real one; more is surely a slip of the keyboard or a wrong column. */
export const LARGEST_COUNT = 1_000_000_000;
/** The number of lists that the engine handles: 2^12 = 4,096 histories. */
export const FEWEST_LISTS = 2;
export const MOST_LISTS = 12;

export interface CaptureTable {
  /** Names of the lists, in the order of the bits of a history. */
  readonly lists: readonly string[];
  /** Number of cases by history, length 2^lists; counts[0] is 0 by convention. */
  readonly counts: Float64Array;
  /** Number of cases on at least one list. */
  readonly observed: number;
}

/** One line of input: a history and the number of cases that have it. */
export interface CaptureRow {
  readonly history: number;
  readonly count: number;
  /** Where it stood, for messages: "row 7". */
  readonly place: string;
}

/**
 * Builds a table from its rows. Histories that are not listed have a count of zero.
 * @param lists names of the lists, 2 to 12, all different
 * @param rows each history at most once
 * @returns a refusal when a list name is empty or repeated, a count is negative, fractional or huge, a history is
 * repeated, counts people on no list, no case is left, a list is empty, or two lists hold the same cases
 */
export function buildCaptureTable(
  lists: readonly string[],
  rows: readonly CaptureRow[],
): Outcome<CaptureTable> {
  const wrongLists = checkLists(lists);
  if (wrongLists) return wrongLists;
  const counts = new Float64Array(1 << lists.length);
  const seenAt = new Map<number, string>();
  let observed = 0;
  for (const row of rows) {
    const wrong = checkCount(row.count, row.place);
    if (wrong) return wrong;
    const earlier = seenAt.get(row.history);
    if (earlier !== undefined) {
      return refuse(
        "duplicate-history",
        row.place,
        `The combination of lists ${sayHistory(lists, row.history)} is already given in ${earlier}.`,
        "Give each combination once: add the two counts together, or correct the marks of one of the rows.",
      );
    }
    seenAt.set(row.history, row.place);
    if (row.history === 0) {
      if (row.count === 0) continue;
      return refuse(
        "count-of-hidden",
        row.place,
        "This row counts cases that are on no list, but that number is what is to be estimated.",
        "Remove the row, or mark the lists on which these cases appear.",
      );
    }
    counts[row.history] = row.count;
    observed += row.count;
  }
  const table: CaptureTable = { lists, counts, observed };
  const wrong = checkInformation(table);
  return wrong ?? accept(table);
}

function checkLists(lists: readonly string[]) {
  if (lists.length < FEWEST_LISTS) {
    return refuse(
      "too-few-lists",
      "header",
      `There ${lists.length === 1 ? `is only one list (${lists[0]})` : "are no lists"}; how many are hidden can only be judged from the overlap of at least two lists.`,
      "Add a column for each further list, with 1 for cases on it and 0 for cases not on it.",
    );
  }
  if (lists.length > MOST_LISTS) {
    return refuse(
      "too-many-lists",
      "header",
      `There are ${lists.length} lists; at most ${MOST_LISTS} can be handled.`,
      "Merge lists that come from the same kind of source.",
    );
  }
  const seen = new Set<string>();
  for (const [i, name] of lists.entries()) {
    if (name.trim() === "") {
      return refuse("unnamed-list", `header, column ${i + 1}`, "The column has no name.", "Name every list.");
    }
    if (seen.has(name)) {
      return refuse(
        "repeated-list-name",
        `header, column ${i + 1}`,
        `Two columns are called "${name}".`,
        "Give every list a name of its own.",
      );
    }
    seen.add(name);
  }
  return undefined;
}

function checkCount(count: number, place: string) {
  if (!Number.isFinite(count)) {
    return refuse(
      "count-not-a-number",
      place,
      "The count is not a number.",
      "Write a whole number, such as 12.",
    );
  }
  if (count < 0) {
    return refuse(
      "negative-count",
      place,
      `The count ${count} is negative.`,
      "Write how many cases were seen on exactly these lists: 0 or more.",
    );
  }
  if (!Number.isInteger(count)) {
    return refuse(
      "fractional-count",
      place,
      `The count ${count} is not a whole number.`,
      "Give numbers of cases, not shares, weights or means.",
    );
  }
  if (count > LARGEST_COUNT) {
    return refuse(
      "huge-count",
      place,
      `The count ${count} is larger than ${LARGEST_COUNT.toLocaleString("en")}.`,
      "Check that the column holds numbers of cases and not identifiers, dates or amounts.",
    );
  }
  return undefined;
}

function checkInformation(table: CaptureTable) {
  const { lists, counts, observed } = table;
  if (observed === 0) {
    return refuse(
      "no-cases",
      "column of counts",
      "All counts are zero, so there is nothing to estimate from.",
      "Check that the right column was taken as the count.",
    );
  }
  for (const [i, name] of lists.entries()) {
    if (casesOn(table, 1 << i) === 0) {
      return refuse(
        "empty-list",
        `list ${name}`,
        "Nobody is on this list, so it says nothing about the others.",
        "Leave the column out.",
      );
    }
  }
  for (let i = 0; i < lists.length; i++) {
    for (let j = i + 1; j < lists.length; j++) {
      const both = (1 << i) | (1 << j);
      const differ = counts.some((count, h) => count > 0 && (h & both) !== 0 && (h & both) !== both);
      if (!differ) {
        return refuse(
          "same-lists",
          `lists ${lists[i]} and ${lists[j]}`,
          "The two lists hold exactly the same cases, so they are one list.",
          "Leave one of the two columns out.",
        );
      }
    }
  }
  return undefined;
}

/**
 * Number of cases that are on all the lists of `history`, whatever other lists they are on as well.
 * @param history set of lists as bits
 */
export function casesOn(table: CaptureTable, history: number): number {
  let sum = 0;
  for (let h = 1; h < table.counts.length; h++) if ((h & history) === history) sum += table.counts[h]!;
  return sum;
}

/** Number of cases that are on two lists or more: all the information about the hidden lies in them. */
export function casesOnSeveral(table: CaptureTable): number {
  let sum = 0;
  for (let h = 1; h < table.counts.length; h++) if ((h & (h - 1)) !== 0) sum += table.counts[h]!;
  return sum;
}

/** Pairs of lists, as histories, that have no case in common although both lists have cases. */
export function nonOverlappingPairs(table: CaptureTable): number[] {
  const pairs: number[] = [];
  for (let i = 0; i < table.lists.length; i++) {
    for (let j = i + 1; j < table.lists.length; j++) {
      const pair = (1 << i) | (1 << j);
      if (casesOn(table, pair) === 0) pairs.push(pair);
    }
  }
  return pairs;
}

/** Names the lists of a history: "LA:NG"; "on no list" for 0. */
export function sayHistory(lists: readonly string[], history: number): string {
  const names = lists.filter((_, i) => (history >> i) & 1);
  return names.length === 0 ? "on no list" : names.join(":");
}
