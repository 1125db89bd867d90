import { findColumns, projectCombinations, type Records, valuesOf } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";

/** A sensitive column seen class by class: who knows a person's class learns at most this much about the value. */
interface SensitiveClass {
  /** Values of the quasi-identifiers. */
  values: string[];
  rows: number;
  /** Rows by code of the sensitive value; code 0 is missing. */
  byValue: Map<number, number>;
}

export interface SensitiveQuestion {
  quasi: readonly string[];
  sensitive: string;
}

/** Gathers the values of the sensitive column by class of the quasi-identifiers. */
function gatherSensitive(
  records: Records,
  { quasi, sensitive }: SensitiveQuestion,
): Result<{ classes: SensitiveClass[]; values: readonly string[] }> {
  const columns = findColumns(records, quasi, "--quasi");
  if (!columns.ok) return columns;
  const target = findColumns(records, [sensitive], "--sensitive");
  if (!target.ok) return target;
  const column = target.value[0]!;
  if (columns.value.includes(column))
    return refuse(
      "unknown-option",
      "--sensitive",
      `Column "${sensitive}" is also named as a quasi-identifier.`,
      "Name it once: either people may know it beforehand, or they would learn it.",
    );
  const { narrow, combinationOf } = projectCombinations(records, columns.value);
  const shown = { ...narrow, combinationOfRow: new Uint32Array(0) };
  const classes = [...narrow.sizes].map((rows, c) => ({
    values: valuesOf(shown, c),
    rows,
    byValue: new Map<number, number>(),
  }));
  const width = records.columns.length;
  records.sizes.forEach((size, c) => {
    const { byValue } = classes[combinationOf[c]!]!;
    const code = records.codes[c * width + column]!;
    byValue.set(code, (byValue.get(code) ?? 0) + size);
  });
  return ok({ classes, values: records.columns[column]!.values });
}

export interface LDiversity {
  sensitive: string;
  /** Fewest distinct known values in any class (Machanavajjhala et al. 2007); 1 means: the class gives the value away. */
  distinct: number;
  /** Smallest exp(entropy) over classes: the number of equally likely values that would be as uncertain. */
  entropy: number;
  /** Largest share of one value in any class. */
  greatestShare: number;
  /** Rows in classes that hold one known value only, or none. */
  rowsDisclosed: number;
  worstClass: { values: string[]; rows: number };
}

/**
 * l-diversity of a sensitive column. Missing values aren't counted as a value: they give no variety, but a class where
 * the value is missing throughout gives nothing away either and is left out.
 */
export function measureLDiversity(records: Records, question: SensitiveQuestion): Result<LDiversity> {
  const gathered = gatherSensitive(records, question);
  if (!gathered.ok) return gathered;
  let worst: { distinct: number; values: string[]; rows: number } | undefined;
  let entropy = Number.POSITIVE_INFINITY;
  let greatestShare = 0;
  let rowsDisclosed = 0;
  for (const { values, rows, byValue } of gathered.value.classes) {
    const known = [...byValue].filter(([code]) => code !== 0).map(([, count]) => count);
    const total = known.reduce((sum, count) => sum + count, 0);
    if (total === 0) continue;
    const shares = known.map((count) => count / total);
    entropy = Math.min(entropy, Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0)));
    greatestShare = Math.max(greatestShare, ...shares);
    if (known.length === 1) rowsDisclosed += rows;
    if (!worst || known.length < worst.distinct) worst = { distinct: known.length, values, rows };
  }
  if (!worst)
    return refuse(
      "no-rows",
      `column ${question.sensitive}`,
      "It holds no known value.",
      "Name another column.",
    );
  return ok({
    sensitive: question.sensitive,
    distinct: worst.distinct,
    entropy,
    greatestShare,
    rowsDisclosed,
    worstClass: { values: worst.values, rows: worst.rows },
  });
}

export interface TCloseness {
  sensitive: string;
  /** Greatest distance of a class from all rows, 0 (alike) to 1. */
  t: number;
  worstClass: { values: string[]; rows: number };
}

/**
 * t-closeness (Li, Li & Venkatasubramanian 2007): how far the values of a class are from those of all rows, by the
 * earth mover's distance. Missing counts as a value here.
 * @param ordered values that are ordered (as numbers, else as text) are moved step by step; unordered ones all lie
 *   equally far apart, which makes the distance half the sum of absolute differences
 */
export function measureTCloseness(
  records: Records,
  question: SensitiveQuestion & { ordered?: boolean },
): Result<TCloseness> {
  const gathered = gatherSensitive(records, question);
  if (!gathered.ok) return gathered;
  const { classes, values } = gathered.value;
  const collator = new Intl.Collator("en", { numeric: true });
  const order = [...values.keys()].sort((a, b) => collator.compare(values[a]!, values[b]!));
  const total = classes.reduce((sum, { rows }) => sum + rows, 0);
  const overall = order.map(
    (code) => classes.reduce((sum, { byValue }) => sum + (byValue.get(code) ?? 0), 0) / total,
  );
  const present = order.map((code, at) => ({ code, share: overall[at]! })).filter(({ share }) => share > 0);
  let t = 0;
  let worstClass = { values: classes[0]?.values ?? [], rows: classes[0]?.rows ?? 0 };
  for (const { values: shown, rows, byValue } of classes) {
    const differences = present.map(({ code, share }) => (byValue.get(code) ?? 0) / rows - share);
    const distance = question.ordered
      ? orderedDistance(differences)
      : differences.reduce((sum, difference) => sum + Math.abs(difference), 0) / 2;
    if (distance > t) {
      t = distance;
      worstClass = { values: shown, rows };
    }
  }
  return ok({ sensitive: question.sensitive, t, worstClass });
}

/** Earth mover's distance over ordered values one step apart, scaled so that end to end is 1. */
function orderedDistance(differences: readonly number[]): number {
  let carried = 0;
  let moved = 0;
  for (const difference of differences) {
    carried += difference;
    moved += Math.abs(carried);
  }
  return differences.length > 1 ? moved / (differences.length - 1) : 0;
}
