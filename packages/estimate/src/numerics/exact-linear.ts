/**
 * Exact linear algebra on small matrices: the null space, and Gordan–Stiemke's alternative by a simplex method
 * with Bland's rule. Everything is in fractions, so "exists" and "does not exist" are proofs, not tolerances.
 */
import { add, divide, type Fraction, multiply, ONE, signOf, subtract, ZERO } from "./fraction.ts";

/** A prime whose square fits 32-bit arithmetic: full rank modulo a prime proves full rank over the fractions. */
const PRIME = 32749;

/**
 * Whether the columns are independent, proved modulo a prime.
 * @param rows entries small whole numbers, `columns` to a row
 * @returns true if proved; false says only that this prime does not prove it
 */
export function provesFullColumnRank(rows: readonly Int32Array[], columns: number): boolean {
  if (rows.length < columns) return false;
  const reduced: Int32Array[] = [];
  const pivots: number[] = [];
  for (const row of rows) {
    const work = Int32Array.from(row);
    for (const [r, pivotRow] of reduced.entries()) {
      const factor = work[pivots[r]!]!;
      if (factor === 0) continue;
      const times = PRIME - factor;
      for (let j = pivots[r]!; j < columns; j++) work[j] = (work[j]! + times * pivotRow[j]!) % PRIME;
    }
    const pivot = work.findIndex((v) => v !== 0);
    if (pivot < 0) continue;
    const inverse = invert(work[pivot]! % PRIME);
    for (let j = pivot; j < columns; j++) work[j] = (((work[j]! % PRIME) + PRIME) * inverse) % PRIME;
    reduced.push(work);
    pivots.push(pivot);
    if (reduced.length === columns) return true;
  }
  return false;
}

function invert(value: number): number {
  let result = 1;
  let base = value;
  for (let e = PRIME - 2; e > 0; e >>= 1) {
    if (e & 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

/**
 * A basis of the vectors d with row · d = 0 for every row.
 * @param rows of length `columns`
 * @returns basis vectors of length `columns`; empty when the columns are independent
 */
export function nullSpace(rows: readonly (readonly Fraction[])[], columns: number): Fraction[][] {
  const reduced: Fraction[][] = [];
  const pivots: number[] = [];
  for (const row of rows) {
    const work = [...row];
    for (const [r, pivotRow] of reduced.entries()) {
      const factor = work[pivots[r]!]!;
      if (signOf(factor) !== 0) eliminate(work, pivotRow, factor);
    }
    const pivot = work.findIndex((v) => signOf(v) !== 0);
    if (pivot < 0) continue;
    const lead = work[pivot]!;
    for (let j = 0; j < columns; j++) work[j] = divide(work[j]!, lead);
    for (const earlier of reduced) {
      const factor = earlier[pivot]!;
      if (signOf(factor) !== 0) eliminate(earlier, work, factor);
    }
    reduced.push(work);
    pivots.push(pivot);
    if (reduced.length === columns) return [];
  }
  const basis: Fraction[][] = [];
  for (let free = 0; free < columns; free++) {
    if (pivots.includes(free)) continue;
    const vector: Fraction[] = new Array(columns).fill(ZERO);
    vector[free] = ONE;
    for (const [r, pivotRow] of reduced.entries()) vector[pivots[r]!] = subtract(ZERO, pivotRow[free]!);
    basis.push(vector);
  }
  return basis;
}

function eliminate(work: Fraction[], row: readonly Fraction[], factor: Fraction): void {
  for (let j = 0; j < work.length; j++) {
    const entry = row[j]!;
    if (signOf(entry) !== 0) work[j] = subtract(work[j]!, multiply(factor, entry));
  }
}

/** Scalar product of two vectors of fractions. */
export function dot(a: readonly Fraction[], b: readonly Fraction[]): Fraction {
  let sum = ZERO;
  for (let i = 0; i < a.length; i++) sum = add(sum, multiply(a[i]!, b[i]!));
  return sum;
}

/**
 * Gordan–Stiemke alternative: either strictly positive weights y exist with Σ y_i v_i = 0, or there is a direction d
 * with v_i · d ≥ 0 for all i and > 0 for some.
 *
 * Phase one of the simplex method for u ≥ 0, V·u = −V·1 (then y = 1 + u); when infeasible, its dual is d.
 * @param vectors all of the same length r ≥ 1
 * @returns undefined when the weights exist, else the direction d
 */
export function separatingDirection(vectors: readonly (readonly Fraction[])[]): Fraction[] | undefined {
  const r = vectors[0]?.length ?? 0;
  if (r === 0) return undefined;
  const columns = distinct(vectors);
  const n = columns.length;
  // Tableau rows: columns of V, then r artificial columns, then the right side, made non-negative.
  const sign: number[] = [];
  const rows: Fraction[][] = [];
  for (let i = 0; i < r; i++) {
    let right = ZERO;
    for (const column of columns) right = subtract(right, column[i]!);
    const flip = signOf(right) < 0;
    sign.push(flip ? -1 : 1);
    const row = columns.map((column) => (flip ? subtract(ZERO, column[i]!) : column[i]!));
    for (let k = 0; k < r; k++) row.push(k === i ? ONE : ZERO);
    row.push(flip ? subtract(ZERO, right) : right);
    rows.push(row);
  }
  const basis = rows.map((_, i) => n + i);
  const cost: Fraction[] = new Array(n + r + 1).fill(ZERO);
  for (const row of rows) {
    for (let j = 0; j < n; j++) cost[j] = subtract(cost[j]!, row[j]!);
    cost[n + r] = subtract(cost[n + r]!, row[n + r]!);
  }
  for (;;) {
    let enter = -1;
    for (let j = 0; j < n && enter < 0; j++) if (signOf(cost[j]!) < 0) enter = j;
    if (enter < 0) break;
    const leave = leavingRow(rows, basis, enter);
    if (leave < 0) break;
    pivotOn(rows, cost, leave, enter);
    basis[leave] = enter;
  }
  if (signOf(cost[n + r]!) === 0) return undefined;
  // Reduced cost of artificial column i is 1 − (dual price i).
  return sign.map((s, i) => {
    const price = subtract(ONE, cost[n + i]!);
    return s < 0 ? price : subtract(ZERO, price);
  });
}

function leavingRow(rows: readonly Fraction[][], basis: readonly number[], enter: number): number {
  let leave = -1;
  let best = ZERO;
  for (const [i, row] of rows.entries()) {
    if (signOf(row[enter]!) <= 0) continue;
    const ratio = divide(row[row.length - 1]!, row[enter]!);
    const order = leave < 0 ? -1 : signOf(subtract(ratio, best));
    if (order < 0 || (order === 0 && basis[i]! < basis[leave]!)) {
      leave = i;
      best = ratio;
    }
  }
  return leave;
}

function pivotOn(rows: Fraction[][], cost: Fraction[], leave: number, enter: number): void {
  const pivotRow = rows[leave]!;
  const lead = pivotRow[enter]!;
  for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = divide(pivotRow[j]!, lead);
  for (const [i, row] of rows.entries()) {
    const factor = row[enter]!;
    if (i !== leave && signOf(factor) !== 0) eliminate(row, pivotRow, factor);
  }
  const factor = cost[enter]!;
  if (signOf(factor) !== 0) eliminate(cost, pivotRow, factor);
}

function distinct(vectors: readonly (readonly Fraction[])[]): (readonly Fraction[])[] {
  const seen = new Map<string, readonly Fraction[]>();
  for (const vector of vectors) {
    if (vector.some((v) => v.n !== 0n)) seen.set(vector.map((v) => `${v.n}/${v.d}`).join(" "), vector);
  }
  return [...seen.values()];
}
