import { addLosses, DELTA_UNIT, type PrivacyLoss, RHO_UNIT } from "../accounting/zcdp.ts";
import type { RandomBits } from "../noise/random-bits.ts";
import { gatherEqualRows, type Records } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import type { Combinations } from "../risk/match-index.ts";
import { shuffle } from "./allot.ts";
import { type DomainPlan, planDomain, releaseDomain, restrictToDomain } from "./domain.ts";
import { type FrequentPlan, planFrequent, releaseFrequent } from "./frequent.ts";
import { sampleTree } from "./sample-tree.ts";
import { measureTree, planTree, type TreePlan } from "./tree.ts";

/** How synthetic rows are made, and what each step spends. */
export interface GraphPlan {
  /** Absent when everything is left to the tree. */
  frequent?: FrequentPlan;
  domain: DomainPlan;
  tree: TreePlan;
  loss: PrivacyLoss;
}

/** Shares of ρ: whole combinations, single values, choice of pairs, pairs. */
const SHARES = { frequent: 0.62, domain: 0.1, choice: 0.06, pairs: 0.22 };

/**
 * Plans synthetic rows from a graphical model for an amount of privacy, from the number of columns alone.
 * @param withFrequent false leaves out the release of frequent combinations, as MST does
 */
export function planGraph(columns: number, amount: PrivacyLoss, withFrequent = true): Result<GraphPlan> {
  if (columns < 2)
    return refuse("out-of-range", "--columns", "A model needs two columns at least.", "Choose more columns.");
  if (amount.rho < 10_000 || amount.delta < 100)
    return refuse(
      "out-of-range",
      "--epsilon",
      "The amount is too small to be divided among the steps.",
      "Choose a larger ε or δ.",
    );
  const rho = (amount.rho - 5) * RHO_UNIT;
  const delta = Math.floor(amount.delta / 2 - 1) * DELTA_UNIT;
  const rest = withFrequent ? 1 : 1 / (1 - SHARES.frequent);
  const frequent = withFrequent ? planFrequent(rho * SHARES.frequent, delta) : undefined;
  const domain = planDomain(columns, rho * SHARES.domain * rest, delta);
  const tree = planTree(columns, rho * SHARES.choice * rest, rho * SHARES.pairs * rest);
  const loss = addLosses([domain.loss, tree.loss, ...(frequent ? [frequent.loss] : [])]);
  return ok({ ...(frequent ? { frequent } : {}), domain, tree, loss });
}

/**
 * Synthetic rows with differential privacy. Combinations that many persons share are released with noise as they are;
 * the rest is modelled by a tree of pairs and drawn from it. The rows come in random order and none of them is a person.
 */
export function synthesizeByGraph(combinations: Combinations, plan: GraphPlan, bits: RandomBits): Records {
  const width = combinations.columns.length;
  const known = combinations.columns.map(() => new Set<number>());
  const rows: number[][] = [];
  let rest = combinations;
  if (plan.frequent) {
    const frequent = releaseFrequent(combinations, plan.frequent, bits);
    rest = frequent.rest;
    frequent.released.forEach((c, at) => {
      const codes = [...combinations.codes.subarray(c * width, c * width + width)];
      for (const [column, code] of codes.entries()) known[column]!.add(code);
      for (let row = 0; row < frequent.counts[at]!; row++) rows.push(codes);
    });
  }
  const domain = releaseDomain(rest, plan.domain, known, bits);
  const edges = measureTree(restrictToDomain(rest, domain), domain, plan.tree, bits);
  const modelled = sampleTree(domain, edges, bits);
  const total = rows.length + domain.rows;
  const order = Uint32Array.from({ length: total }, (_, row) => row);
  shuffle(order, bits);
  const coded = new Uint32Array(total * width);
  order.forEach((source, row) => {
    const codes =
      source < rows.length
        ? rows[source]!
        : modelled.subarray((source - rows.length) * width, (source - rows.length + 1) * width);
    coded.set(codes, row * width);
  });
  return dropUnusedValues(gatherEqualRows(combinations.columns, coded));
}

/** The records with only those values in their dictionaries that occur: the others are no part of the release. */
export function dropUnusedValues(records: Records): Records {
  const width = records.columns.length;
  const translations = records.columns.map(({ values }) => new Uint32Array(values.length));
  const columns = records.columns.map(({ name, values }, column) => {
    const used = new Set<number>();
    for (let at = column; at < records.codes.length; at += width) used.add(records.codes[at]!);
    const kept = ["", ...[...used].filter((code) => code !== 0).map((code) => values[code]!)];
    kept.forEach((value, code) => {
      translations[column]![values.indexOf(value)] = code;
    });
    return { name, values: kept };
  });
  const codes = records.codes.map((code, at) => translations[at % width]![code]!);
  return { ...records, columns, codes };
}
