import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateExists } from "./existence.ts";
import { allTerms, closeModel } from "./model.ts";
import { PoissonFitter } from "./poisson-fit.ts";

/** The plain twin: a design matrix written out, weighted least squares by Gaussian elimination, nothing clever. */
function fitPlainly(
  counts: readonly number[],
  terms: readonly number[],
): { hidden: number; expected: number[] } {
  const holds = (h: number, t: number): boolean => (h & t) === t;
  const gone = terms.filter((t) => !counts.some((y, h) => y > 0 && holds(h, t)));
  const kept = terms.filter((t) => !gone.includes(t));
  const cells = counts.map((_, h) => h).filter((h) => h > 0 && !gone.some((t) => holds(h, t)));
  const row = (h: number): number[] => kept.map((t) => (holds(h, t) ? 1 : 0));
  let eta = cells.map((h) => Math.log(counts[h]! + 0.1));
  let beta: number[] = [];
  for (let step = 0; step < 100; step++) {
    const mu = eta.map(Math.exp);
    const matrix = kept.map((_, a) => [
      ...kept.map((__, b) => cells.reduce((s, h, i) => s + row(h)[a]! * row(h)[b]! * mu[i]!, 0)),
      cells.reduce((s, h, i) => s + row(h)[a]! * mu[i]! * (eta[i]! + counts[h]! / mu[i]! - 1), 0),
    ]);
    beta = eliminate(matrix);
    const next = cells.map((h) => row(h).reduce((s, x, a) => s + x * beta[a]!, 0));
    const moved = Math.max(...next.map((e, i) => Math.abs(e - eta[i]!)));
    eta = next;
    if (moved < 1e-12) break;
  }
  const expected = counts.map(() => 0);
  for (const [i, h] of cells.entries()) expected[h] = Math.exp(eta[i]!);
  return { hidden: Math.exp(beta[0]!), expected };
}

function eliminate(matrix: number[][]): number[] {
  const n = matrix.length;
  for (let j = 0; j < n; j++) {
    let pivot = j;
    for (let i = j; i < n; i++) if (Math.abs(matrix[i]![j]!) > Math.abs(matrix[pivot]![j]!)) pivot = i;
    [matrix[j], matrix[pivot]] = [matrix[pivot]!, matrix[j]!];
    for (let i = 0; i < n; i++) {
      if (i === j) continue;
      const factor = matrix[i]![j]! / matrix[j]![j]!;
      for (let k = j; k <= n; k++) matrix[i]![k]! -= factor * matrix[j]![k]!;
    }
  }
  return matrix.map((r, i) => r[n]! / r[i]!);
}

describe("the fitter agrees with its plain twin", () => {
  const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })), {
    minLength: 15,
    maxLength: 15,
  });
  const models = fc.subarray([3, 5, 6, 9, 10, 12, 7, 11], { maxLength: 5 }).map(closeModel);
  it("on any table of four lists whose estimate exists, terms of two and three lists", () => {
    const fitter = new PoissonFitter(4);
    let compared = 0;
    fc.assert(
      fc.property(counts, models, (list, model) => {
        const table = Float64Array.from([0, ...list]);
        const terms = allTerms(4, model);
        if (list.every((y) => y === 0) || !estimateExists(table, terms)) return;
        fitter.setData(table);
        expect(fitter.fit(terms)).toBe(true);
        const plain = fitPlainly([0, ...list], [...terms]);
        // Some estimates are so flat that two programs differ in the fifth digit; the fitted counts do not.
        expect(Math.abs(Math.log(fitter.expected[0]! / plain.hidden))).toBeLessThan(1e-4);
        for (let h = 1; h < 16; h++)
          expect(Math.abs(fitter.expected[h]! - plain.expected[h]!)).toBeLessThan(1e-4);
        compared++;
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});
