import { projectCombinations, type Records } from "../records/records.ts";
import { individualRisk } from "./individual.ts";

/**
 * What three attackers may expect (after El Emam 2010 and Dankar et al. 2012). All of them match a person's values
 * against the records and pick one of those that agree by chance.
 */
export interface AttackRisk {
  /** Knows that a certain person is in the records, and looks for that row. */
  prosecutor: RowRisk;
  /** Knows only that the person is in the population from which the records were taken. */
  journalist: RowRisk;
  /** Wants as many right matches as possible, whoever they are; expects this many, and this share of the rows. */
  marketer: { expectedRows: number; expectedShare: number };
}

export interface RowRisk {
  highest: number;
  /** Mean over rows. */
  mean: number;
  /** Rows whose risk is above the threshold. */
  rowsAbove: number;
}

/**
 * Risk of each attack.
 * @param sizes rows of each class; @param matching rows that agree with each class (equal to sizes where nothing is missing)
 * @param fraction share of the population that the records hold, above 0 up to 1: 1 when all of them are in it
 * @param threshold risk above which a row counts, e.g. 1/k
 */
export function simulateAttacks(
  sizes: ArrayLike<number>,
  matching: ArrayLike<number>,
  fraction: number,
  threshold: number,
): AttackRisk {
  const prosecutor = { highest: 0, mean: 0, rowsAbove: 0 };
  const journalist = { highest: 0, mean: 0, rowsAbove: 0 };
  let rows = 0;
  for (let c = 0; c < sizes.length; c++) {
    const size = sizes[c]!;
    rows += size;
    for (const [risks, risk] of [
      [prosecutor, 1 / matching[c]!],
      [journalist, individualRisk(matching[c]!, fraction)],
    ] as const) {
      risks.highest = Math.max(risks.highest, risk);
      risks.mean += size * risk;
      if (risk > threshold * (1 + 1e-12)) risks.rowsAbove += size;
    }
  }
  const expectedRows = journalist.mean;
  prosecutor.mean /= rows;
  journalist.mean /= rows;
  return { prosecutor, journalist, marketer: { expectedRows, expectedShare: expectedRows / rows } };
}

export interface KnowledgeRisk {
  /** How many of the columns the attacker knows. */
  columnsKnown: number;
  /** Share of rows that are alone with their values: over the worst choice of columns, and on average over choices. */
  worstUniqueShare: number;
  meanUniqueShare: number;
  /** The same for rows in classes below k. */
  worstBelowShare: number;
  worstColumns: string[];
}

/** Most choices of columns that are looked at for one number of columns. */
const MOST_CHOICES = 1_000;

/**
 * How much an attacker who knows only some of the columns gets out of the records: for 1, 2, 3 … known columns, the
 * share of rows that those columns single out.
 * @param quasi positions of the columns that may be known; numbers with more than 1,000 choices are left out
 */
export function riskByKnowledge(records: Records, quasi: readonly number[], k: number): KnowledgeRisk[] {
  const risks: KnowledgeRisk[] = [];
  const rows = records.combinationOfRow.length;
  for (let known = 1; known <= quasi.length; known++) {
    const choices = chooseColumnsOf(quasi, known);
    if (choices === undefined) continue;
    const risk = { worstUniqueShare: 0, meanUniqueShare: 0, worstBelowShare: 0 };
    let worst: readonly number[] = choices[0] ?? [];
    for (const choice of choices) {
      const { sizes } = projectCombinations(records, choice).narrow;
      let unique = 0;
      let below = 0;
      for (const size of sizes) {
        if (size === 1) unique++;
        if (size < k) below += size;
      }
      risk.meanUniqueShare += unique / rows / choices.length;
      if (unique / rows >= risk.worstUniqueShare && below / rows >= risk.worstBelowShare) worst = choice;
      risk.worstUniqueShare = Math.max(risk.worstUniqueShare, unique / rows);
      risk.worstBelowShare = Math.max(risk.worstBelowShare, below / rows);
    }
    risks.push({
      columnsKnown: known,
      ...risk,
      worstColumns: worst.map((column) => records.columns[column]?.name ?? ""),
    });
  }
  return risks;
}

/** All choices of `size` out of the items, or undefined when there are more than `MOST_CHOICES`. */
function chooseColumnsOf(items: readonly number[], size: number): number[][] | undefined {
  const choices: number[][] = [];
  const extend = (from: number, chosen: number[]): boolean => {
    if (chosen.length === size) {
      choices.push(chosen);
      return choices.length <= MOST_CHOICES;
    }
    for (let at = from; at <= items.length - (size - chosen.length); at++) {
      if (!extend(at + 1, [...chosen, items[at]!])) return false;
    }
    return true;
  };
  return extend(0, []) ? choices : undefined;
}
