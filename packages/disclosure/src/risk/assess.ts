import { findColumns, project, type Records, rowCount } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import { type AttackRisk, type KnowledgeRisk, riskByKnowledge, simulateAttacks } from "./attack.ts";
import { checkKAnonymity, countMatching, type KAnonymity, type MissingReading } from "./k-anonymity.ts";
import { fitPitman, shapeOf, zayatzUniqueProbability } from "./population.ts";
import { type LDiversity, measureLDiversity, measureTCloseness, type TCloseness } from "./sensitive.ts";

export interface RiskQuestion {
  quasi?: readonly string[] | undefined;
  /** Columns that an attacker would want to learn. */
  sensitive?: readonly string[];
  k: number;
  reading?: MissingReading;
  /** Share of the population that the records hold, above 0 up to 1. */
  fraction?: number;
  named?: number;
}

export interface RiskReport {
  quasi: string[];
  rows: number;
  missingCells: number;
  kAnonymity: KAnonymity;
  /** Rows alone with their values in the records. */
  sampleUniques: number;
  population?: PopulationRisk;
  attacks: AttackRisk;
  knowledge: KnowledgeRisk[];
  sensitive: { diversity: LDiversity; closeness: TCloseness }[];
}

/** Estimates of how many are alone in the population; given when the records are a part of it. */
export interface PopulationRisk {
  fraction: number;
  persons: number;
  /** Pitman's model; absent where it can't be fitted. */
  pitmanUniques?: number;
  /** Zayatz: probability that a sample unique is a population unique. */
  zayatzProbability: number;
}

/**
 * Everything this package can say about how likely rows are to be traced to persons.
 * @returns the report, or a refusal (unknown column, k, fraction out of range)
 */
export function assessRisk(records: Records, question: RiskQuestion): Result<RiskReport> {
  const fraction = question.fraction ?? 1;
  if (!(fraction > 0 && fraction <= 1))
    return refuse(
      "out-of-range",
      "--fraction",
      `${fraction} is no share of a population.`,
      "Give the share that the records hold, above 0 up to 1 (1: everybody).",
    );
  const columns = findColumns(records, question.quasi, "--quasi");
  if (!columns.ok) return columns;
  const sensitiveNames = question.sensitive ?? [];
  const quasi = columns.value
    .filter((column) => question.quasi || !sensitiveNames.includes(records.columns[column]!.name))
    .map((column) => records.columns[column]!.name);
  const check = checkKAnonymity(records, { ...question, quasi });
  if (!check.ok) return check;
  const positions = quasi.map((name) => records.columns.findIndex((column) => column.name === name));
  const seen = project(records, positions);
  const matching = countMatching(seen, question.reading ?? "own");
  if (!matching.ok) return matching;
  const sensitive: RiskReport["sensitive"] = [];
  for (const name of sensitiveNames) {
    const diversity = measureLDiversity(records, { quasi, sensitive: name });
    if (!diversity.ok) return diversity;
    const closeness = measureTCloseness(records, { quasi, sensitive: name });
    if (!closeness.ok) return closeness;
    sensitive.push({ diversity: diversity.value, closeness: closeness.value });
  }
  const population = fraction < 1 ? estimatePopulation(seen.sizes, fraction) : undefined;
  return ok({
    quasi,
    rows: rowCount(records),
    missingCells: countMissing(seen),
    kAnonymity: check.value,
    sampleUniques: matching.value.reduce((sum, count, c) => sum + (count === 1 ? seen.sizes[c]! : 0), 0),
    ...(population ? { population } : {}),
    attacks: simulateAttacks(seen.sizes, matching.value, fraction, 1 / question.k),
    knowledge: riskByKnowledge(
      seen,
      seen.columns.map((_, column) => column),
      question.k,
    ),
    sensitive,
  });
}

function estimatePopulation(sizes: Uint32Array, fraction: number): PopulationRisk {
  const shape = shapeOf(sizes);
  const persons = Math.round(shape.rows / fraction);
  const pitman = fitPitman(shape, persons);
  return {
    fraction,
    persons,
    ...(pitman ? { pitmanUniques: pitman.populationUniques } : {}),
    zayatzProbability: zayatzUniqueProbability(shape, persons),
  };
}

function countMissing(records: Records): number {
  const width = records.columns.length;
  let missing = 0;
  records.sizes.forEach((size, c) => {
    for (let j = 0; j < width; j++) if (records.codes[c * width + j] === 0) missing += size;
  });
  return missing;
}
