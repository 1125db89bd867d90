import { findColumns, project, type Records, rowCount, valuesOf } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import { MatchIndex } from "./match-index.ts";

/**
 * How a missing (or suppressed) value is read.
 * - `own`: it is a value like any other: two rows are alike only if both lack it. This is what k-anonymity promises to
 *   the person in the row (Samarati 2001, Sweeney 2002), and what ARX counts.
 * - `any`: it matches every value. This is how sdcMicro counts. A row counted as safe this way can still be the only one
 *   that fits a person whose value the reader knows, since rows that show another value are excluded.
 * Rows that are k-anonymous by `own` are so by `any`; the reverse doesn't hold.
 */
export type MissingReading = "own" | "any";

export interface KAnonymity {
  k: number;
  reading: MissingReading;
  satisfied: boolean;
  /** Rows and distinct combinations of the quasi-identifiers. */
  rows: number;
  classes: number;
  /** Fewest rows that any row shares its combination with, itself included: the k that the records do have. */
  smallest: number;
  rowsBelow: number;
  classesBelow: number;
  /** The smallest classes, ascending by rows, at most `named` of them. */
  smallestClasses: readonly SmallClass[];
}

export interface SmallClass {
  /** Values by column name, "" where missing. */
  values: Readonly<Record<string, string>>;
  /** Rows with exactly these values. */
  size: number;
  /** Rows that agree with them as missing values are read. */
  matching: number;
}

export interface KQuestion {
  /** Column names that someone could know of a person; all columns when left out. */
  quasi?: readonly string[] | undefined;
  k: number;
  reading?: MissingReading;
  /** How many of the smallest classes to name. */
  named?: number;
}

/**
 * Checks k-anonymity: does every row share its quasi-identifiers with at least k − 1 others?
 * @returns the check, or a refusal (k below 2 or no whole number, unknown column)
 */
export function checkKAnonymity(records: Records, question: KQuestion): Result<KAnonymity> {
  const valid = checkK(question.k);
  if (!valid.ok) return valid;
  const found = findColumns(records, question.quasi, "--quasi");
  if (!found.ok) return found;
  const seen = project(records, found.value);
  const matching = countMatching(seen, question.reading ?? "own");
  if (!matching.ok) return matching;
  const counts = matching.value;
  const order = [...counts.keys()].sort((a, b) => counts[a]! - counts[b]! || a - b);
  const below = order.filter((c) => counts[c]! < question.k);
  return ok({
    k: question.k,
    reading: question.reading ?? "own",
    satisfied: below.length === 0,
    rows: rowCount(seen),
    classes: seen.sizes.length,
    smallest: counts[order[0]!] ?? 0,
    rowsBelow: below.reduce((sum, c) => sum + seen.sizes[c]!, 0),
    classesBelow: below.length,
    smallestClasses: order.slice(0, question.named ?? 10).map((c) => ({
      values: Object.fromEntries(valuesOf(seen, c).map((value, j) => [seen.columns[j]!.name, value])),
      size: seen.sizes[c]!,
      matching: counts[c]!,
    })),
  });
}

/** k must be a whole number of at least 2: with 1, nothing is hidden. */
export function checkK(k: number): Result<number> {
  if (Number.isSafeInteger(k) && k >= 2) return ok(k);
  return refuse(
    "out-of-range",
    "--k",
    `k is ${k}: it must be a whole number of at least 2, since a class of one person hides nobody.`,
    "Choose 5 or more; 11 is usual for trafficking data.",
  );
}

/** Rows that agree with each combination, itself included. */
export function countMatching(records: Records, reading: MissingReading): Result<Uint32Array> {
  if (reading === "own") return ok(records.sizes);
  const incomplete = records.codes.includes(0);
  if (!incomplete) return ok(records.sizes);
  if (!MatchIndex.fits(records))
    return refuse(
      "too-large",
      "--missing any",
      `${records.sizes.length.toLocaleString("en")} combinations are too many to compare by this reading.`,
      "Use --missing own, or fewer columns.",
    );
  const index = new MatchIndex(records);
  return ok(Uint32Array.from(records.sizes, (_, c) => index.rowsMatching(c)));
}
