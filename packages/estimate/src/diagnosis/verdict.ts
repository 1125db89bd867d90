/**
 * A plain verdict in words with its reasons. Each reason is a fact about this table with its figures; the grade
 * follows from how many and how heavy they are. Rules of thumb are named as such, and their limits stand here.
 */

import type { MethodEstimate } from "../analysis/compare-methods.ts";
import type { Interval } from "../interval/interval.ts";
import { type CaptureTable, casesOnSeveral, nonOverlappingPairs } from "../table/capture-table.ts";
import type { Goodness } from "./goodness.ts";
import type { CellInfluence, Variant } from "./influence.ts";

export type Weight = "heavy" | "light";

export interface Reason {
  /** Short fixed word for programs. */
  readonly code: string;
  readonly weight: Weight;
  readonly sentence: string;
}

export type Grade = "robust" | "with care" | "unreliable";

export interface Verdict {
  readonly grade: Grade;
  /** One sentence: the estimate, its interval and how far to trust it. */
  readonly headline: string;
  readonly reasons: readonly Reason[];
}

export interface Evidence {
  readonly table: CaptureTable;
  readonly total: number;
  /** The interval to report: the bootstrap's where there is one. */
  readonly interval: Interval;
  /** The interval that takes the model for granted. */
  readonly conditional: Interval;
  readonly leftOut: readonly Variant[];
  readonly cells: readonly CellInfluence[];
  readonly thresholds: readonly Variant[];
  readonly methods: readonly MethodEstimate[];
  readonly goodness: Goodness;
  /** Share of bootstrap replicates in which the same model was chosen; undefined without a bootstrap. */
  readonly sameModelShare: number | undefined;
}

/** Fewer cases on several lists than this carry the estimate alone: heavy; below the second number: light. */
const FEW_OVERLAPS = [30, 100] as const;
/** Ratio of the largest to the smallest estimate that counts as disagreement: heavy, light. */
const DISAGREE = [2, 1.4] as const;

/** Judges the evidence. */
export function reachVerdict(evidence: Evidence): Verdict {
  const reasons = [
    ...judgeOverlap(evidence),
    ...judgeLists(evidence),
    ...judgeCells(evidence),
    ...judgeSpread("thresholds", evidence.thresholds.slice(1, -1), "the threshold of stepwise choice"),
    ...judgeMethods(evidence),
    ...judgeIntervals(evidence),
    ...judgeGoodness(evidence),
  ].sort((a, b) => (a.weight === b.weight ? 0 : a.weight === "heavy" ? -1 : 1));
  const heavy = reasons.filter((r) => r.weight === "heavy").length;
  const grade: Grade = heavy >= 2 ? "unreliable" : reasons.length === 0 ? "robust" : "with care";
  return { grade, headline: headline(evidence, grade), reasons };
}

function headline({ total, interval }: Evidence, grade: Grade): string {
  const range = `${say(interval.lower)} to ${say(interval.upper)}`;
  const trust = {
    robust: "None of the checks below shakes it",
    "with care": "Use it with care, for the reasons below",
    unreliable: "Do not rely on this one number, for the reasons below",
  }[grade];
  return `About ${say(total)} in all (${Math.round(interval.level * 100)} % interval ${range}). ${trust}.`;
}

/** A number as people say it: three significant digits; "no bound" for infinity. */
export function say(value: number): string {
  if (!Number.isFinite(value)) return "no bound";
  return Number(value.toPrecision(3)).toLocaleString("en");
}

function judgeOverlap({ table }: Evidence): Reason[] {
  const reasons: Reason[] = [];
  const several = casesOnSeveral(table);
  const weight = several < FEW_OVERLAPS[0] ? "heavy" : several < FEW_OVERLAPS[1] ? "light" : undefined;
  if (weight) {
    reasons.push({
      code: "few-overlaps",
      weight,
      sentence: `Only ${several} of ${table.observed.toLocaleString("en")} cases are on more than one list; all that is known about the hidden comes from them.`,
    });
  }
  const apart = nonOverlappingPairs(table).length;
  const pairs = (table.lists.length * (table.lists.length - 1)) / 2;
  if (apart > 0) {
    reasons.push({
      code: "lists-apart",
      weight: apart > pairs / 2 ? "heavy" : "light",
      sentence: `${apart} of ${pairs} pairs of lists have no case in common, so how they depend on each other can hardly be told.`,
    });
  }
  return reasons;
}

function judgeLists({ leftOut, total, conditional }: Evidence): Reason[] {
  const reasons: Reason[] = [];
  const width = conditional.upper - conditional.lower;
  for (const variant of leftOut) {
    if (variant.total === undefined || !variant.interval) {
      reasons.push({
        code: "list-indispensable",
        weight: "light",
        sentence: `Nothing can be estimated ${variant.name}: ${variant.reason}`,
      });
      continue;
    }
    const ratio = Math.max(variant.total / total, total / variant.total);
    const wider = (variant.interval.upper - variant.interval.lower) / width;
    const parts: string[] = [];
    if (ratio >= DISAGREE[1]) parts.push(`the estimate becomes ${say(variant.total)}`);
    if (wider >= 2.5)
      parts.push(`the interval ${wider < 3.5 ? "triples" : `is ${say(wider)} times as wide`}`);
    if (parts.length === 0) continue;
    reasons.push({
      code: "list-influential",
      weight: ratio >= DISAGREE[0] || wider >= 5 ? "heavy" : "light",
      sentence: `${capital(parts.join(" and "))} when it is made ${variant.name}.`,
    });
  }
  return reasons;
}

function judgeCells({ cells, total }: Evidence): Reason[] {
  const worst = cells[0];
  if (!worst) return [];
  const ratio = Math.max(worst.lessOne / total, total / worst.lessOne);
  if (ratio < 1.15) return [];
  return [
    {
      code: "case-influential",
      weight: ratio >= 1.5 ? "heavy" : "light",
      sentence: `One case more or less matters: without a single case on ${worst.name} the estimate becomes ${say(worst.lessOne)}.`,
    },
  ];
}

function judgeSpread(code: string, variants: readonly Variant[], what: string): Reason[] {
  const totals = variants.flatMap((v) => (v.total === undefined ? [] : [v.total]));
  const low = Math.min(...totals);
  const high = Math.max(...totals);
  if (totals.length < 2 || high / low < DISAGREE[1]) return [];
  return [
    {
      code,
      weight: high / low >= DISAGREE[0] ? "heavy" : "light",
      sentence: `It hangs on ${what}: estimates run from ${say(low)} to ${say(high)}.`,
    },
  ];
}

function judgeMethods({ methods, interval }: Evidence): Reason[] {
  const reasons: Reason[] = [];
  const comparable = methods.filter((m) => m.comparable && m.total !== undefined && Number.isFinite(m.total));
  const sorted = [...comparable].sort((a, b) => a.total! - b.total!);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (low && high && high.total! / low.total! >= DISAGREE[1]) {
    reasons.push({
      code: "methods-disagree",
      weight: high.total! / low.total! >= DISAGREE[0] ? "heavy" : "light",
      sentence: `Methods disagree: from ${say(low.total!)} (${low.name}) to ${say(high.total!)} (${high.name}).`,
    });
  }
  const downhill = methods.find((m) => m.id === "downhill-bic");
  const best = methods.find((m) => m.id === "best-bic");
  if (downhill?.total && best?.total && Math.abs(Math.log(best.total / downhill.total)) > 0.01) {
    reasons.push({
      code: "local-optimum",
      weight: "light",
      sentence: `The downhill search by BIC stops at a local optimum (${say(downhill.total)}); the best BIC of all models gives ${say(best.total)}.`,
    });
  }
  const chao = methods.find((m) => m.id === "chao");
  if (chao?.interval && chao.interval.lower > interval.upper) {
    reasons.push({
      code: "below-chao",
      weight: "light",
      sentence: `Chao's lower bound (${say(chao.total!)}) lies above the whole interval: people probably differ in how easily they are found, which pairwise models miss.`,
    });
  }
  return reasons;
}

function judgeIntervals({ interval, conditional, sameModelShare }: Evidence): Reason[] {
  const reasons: Reason[] = [];
  if (!Number.isFinite(interval.upper)) {
    reasons.push({
      code: "no-upper-bound",
      weight: "heavy",
      sentence: "The data set no upper bound on the total.",
    });
  }
  const ratio = (interval.upper - interval.lower) / (conditional.upper - conditional.lower);
  if (Number.isFinite(ratio) && ratio >= 1.5) {
    reasons.push({
      code: "choice-matters",
      weight: ratio >= 3 ? "heavy" : "light",
      sentence: `Counting in that the model was chosen from the same data makes the interval ${say(ratio)} times as wide as the usual one.`,
    });
  }
  if (sameModelShare !== undefined && sameModelShare < 0.1) {
    reasons.push({
      code: "model-unstable",
      weight: "light",
      sentence: `The chosen model comes back in only ${(100 * sameModelShare).toFixed(0)} % of the resampled tables.`,
    });
  }
  return reasons;
}

function judgeGoodness({ goodness }: Evidence): Reason[] {
  const p = Number.isNaN(goodness.exactP) ? goodness.chiSquaredP : goodness.exactP;
  if (!(p < 0.05)) return [];
  return [
    {
      code: "poor-fit",
      weight: p < 0.005 ? "heavy" : "light",
      sentence: `The model fits poorly: its deviance is ${goodness.deviance.toFixed(1)}, p = ${p.toFixed(3)}${Number.isNaN(goodness.exactP) ? "" : " by the exact test"}.`,
    },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
