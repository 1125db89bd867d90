/**
 * Does the extended maximum likelihood estimate exist, and is it the only one? (Fienberg & Rinaldo 2012; Chan,
 * Silverman & Vincent 2021.)
 *
 * 1. Terms of the model whose statistic is zero go to minus infinity; the histories containing them leave the table.
 * 2. *Identifiable*: on the remaining histories the columns of the other terms are independent.
 * 3. *Exists*: some table with all remaining histories positive has the same statistics. Equivalently no direction d
 *    of the parameters has a_ω·d = 0 on every observed history, ≥ 0 on every remaining one and > 0 on some; along −d
 *    the likelihood would rise for ever.
 *
 * Both depend on the data only through *which* histories were observed. Directions that vanish on the observed
 * histories form a space of few dimensions, most often none, and then nothing remains to be asked. Otherwise the
 * question is a linear program in that small space, solved in exact fractions.
 */
import { dot, nullSpace, provesFullColumnRank, separatingDirection } from "../numerics/exact-linear.ts";
import { add, type Fraction, multiply, ONE, signOf, ZERO } from "../numerics/fraction.ts";

export interface Existence {
  readonly exists: boolean;
  readonly identifiable: boolean;
  /** Terms whose parameter is minus infinity because no case is on all their lists. */
  readonly atMinusInfinity: readonly number[];
  /** Terms (0 for the hidden population) whose parameter has no finite maximum; +1 grows without bound, −1 falls. */
  readonly unbounded: readonly { readonly term: number; readonly towards: 1 | -1 }[];
  /** Terms that other terms imitate, so that many values fit equally well. */
  readonly unidentified: readonly number[];
}

/**
 * Checks one model on one table.
 * @param counts by history, length 2^lists; only which of them are positive matters
 * @param terms all terms of the model, the empty one first
 */
export function checkExistence(counts: ArrayLike<number>, terms: ArrayLike<number>): Existence {
  const { active, atMinusInfinity } = splitTerms(counts, terms);
  const support: Int32Array[] = [];
  for (let h = 1; h < counts.length; h++) if (counts[h]! > 0) support.push(incidence(h, active));
  if (provesFullColumnRank(support, active.length)) {
    return { exists: true, identifiable: true, atMinusInfinity, unbounded: [], unidentified: [] };
  }
  const basis = nullSpace(support.map(toFractions), active.length);
  const silent: Fraction[][] = [];
  for (let h = 1; h < counts.length; h++) {
    if (counts[h]! > 0 || atMinusInfinity.some((t) => (h & t) === t)) continue;
    const row = incidence(h, active);
    silent.push(basis.map((d) => sumWhere(row, d)));
  }
  const unidentified = findUnidentified(silent, basis, active);
  const direction = basis.length === 0 ? undefined : separatingDirection(silent);
  const unbounded: { term: number; towards: 1 | -1 }[] = [];
  if (direction) {
    for (const [j, term] of active.entries()) {
      let d = ZERO;
      for (const [k, vector] of basis.entries()) d = add(d, multiply(direction[k]!, vector[j]!));
      const s = signOf(d);
      if (s !== 0) unbounded.push({ term, towards: s > 0 ? -1 : 1 });
    }
  }
  return {
    exists: direction === undefined,
    identifiable: unidentified.length === 0,
    atMinusInfinity,
    unbounded,
    unidentified,
  };
}

/** Yes or no, without the reasons: what a search over many models and tables asks. */
export function estimateExists(counts: ArrayLike<number>, terms: ArrayLike<number>): boolean {
  const { active } = splitTerms(counts, terms);
  const support: Int32Array[] = [];
  for (let h = 1; h < counts.length; h++) if (counts[h]! > 0) support.push(incidence(h, active));
  if (provesFullColumnRank(support, active.length)) return true;
  const found = checkExistence(counts, terms);
  return found.exists && found.identifiable;
}

function splitTerms(counts: ArrayLike<number>, terms: ArrayLike<number>) {
  const active: number[] = [];
  const atMinusInfinity: number[] = [];
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!;
    let seen = false;
    for (let h = counts.length - 1; h > 0 && !seen; h--) seen = counts[h]! > 0 && (h & term) === term;
    (seen ? active : atMinusInfinity).push(term);
  }
  return { active, atMinusInfinity };
}

function incidence(history: number, terms: readonly number[]): Int32Array {
  const row = new Int32Array(terms.length);
  for (let j = 0; j < terms.length; j++) if ((history & terms[j]!) === terms[j]!) row[j] = 1;
  return row;
}

function sumWhere(row: Int32Array, vector: readonly Fraction[]): Fraction {
  let sum = ZERO;
  for (let j = 0; j < row.length; j++) if (row[j] === 1) sum = add(sum, vector[j]!);
  return sum;
}

/** Terms in some direction that changes no expected count of any remaining history. */
function findUnidentified(
  silent: readonly Fraction[][],
  basis: readonly Fraction[][],
  active: readonly number[],
): number[] {
  if (basis.length === 0) return [];
  const flat = nullSpace(silent, basis.length);
  const terms: number[] = [];
  for (const [j, term] of active.entries()) {
    const column = basis.map((vector) => vector[j]!);
    if (flat.some((d) => signOf(dot(d, column)) !== 0)) terms.push(term);
  }
  return terms;
}

function toFractions(row: Int32Array): Fraction[] {
  return Array.from(row, (v) => (v === 0 ? ZERO : ONE));
}
