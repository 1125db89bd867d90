import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedValue, codeOf, exampleTable, KOREA, termsOf } from "../testing/example-tables.ts";
import { factorize, solveFactored } from "./cholesky.ts";
import { criteria, fitModel } from "./fit-model.ts";
import {
  allTerms,
  closeModel,
  compareTerms,
  interactionsUpTo,
  parseModel,
  sayModel,
  sayTerm,
} from "./model.ts";
import { PoissonFitter } from "./poisson-fit.ts";
import { multiplyOverSubsets, sizeOf, sumOverSupersets } from "./transform.ts";

const PUBLISHED = "PF:NCA LA:NG NG:GP LA:PF PF:GP GO:GP NG:GO";

describe("transforms", () => {
  it("equal their plain twins, the sums and products written out", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 6 })
          .chain((m) =>
            fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1 << m, maxLength: 1 << m }),
          ),
        (values) => {
          const n = values.length;
          const sums = Float64Array.from(values);
          sumOverSupersets(sums);
          const products = Float64Array.from(values);
          multiplyOverSubsets(products);
          for (let h = 0; h < n; h++) {
            let sum = 0;
            let product = 1;
            for (let g = 0; g < n; g++) {
              if ((g & h) === h) sum += values[g]!;
              if ((g & h) === g) product *= values[g]!;
            }
            expect(sums[h]).toBeCloseTo(sum, 9);
            expect(products[h]! - product).toBeCloseTo(0, 6);
          }
        },
      ),
    );
  });
  it("count the lists of a set", () => {
    expect([0, 1, 3, 0b101101, 4095].map(sizeOf)).toEqual([0, 1, 2, 4, 12]);
  });
});

describe("Cholesky", () => {
  it("solves a system and refuses a matrix that is not positive definite", () => {
    const matrix = Float64Array.from([4, 0, 0, 2, 5, 0, 1, 3, 6]);
    expect(factorize(matrix, 3, 3)).toBe(true);
    const x = Float64Array.from([4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18]);
    solveFactored(matrix, 3, 3, x);
    expect([...x].map((v) => Math.round(v * 1e9) / 1e9)).toEqual([1, 2, 3]);
    expect(factorize(Float64Array.from([1, 0, 1, 1]), 2, 2)).toBe(false);
    expect(factorize(Float64Array.from([-1]), 1, 1)).toBe(false);
  });
});

describe("models", () => {
  const lists = ["A", "B", "C", "D"];
  it("are completed to hierarchical ones", () => {
    expect(closeModel([0b111, 0b1000])).toEqual([0b011, 0b101, 0b110, 0b111]);
  });
  it("are named by their largest terms and read back", () => {
    const model = closeModel([0b111, 0b1001]);
    expect(sayModel(lists, model)).toBe("[A:D, A:B:C]");
    expect(acceptedValue(parseModel(lists, "[A:D, C:B:A]"))).toEqual(model);
    expect(acceptedValue(parseModel(lists, "main"))).toEqual([]);
    expect(sayModel(lists, [])).toBe("[A, B, C, D]");
    expect(sayTerm(lists, 0)).toBe("hidden");
    expect(codeOf(parseModel(lists, "A:X"))).toBe("unknown-list");
    expect(codeOf(parseModel(lists, "A:B:C:D"))).toBe("saturated-model");
  });
  it("are ordered by size of term, then by list", () => {
    expect([7, 4, 3, 1].sort(compareTerms)).toEqual([1, 4, 3, 7]);
    expect(interactionsUpTo(3, 2)).toEqual([3, 5, 6]);
    expect([...allTerms(2, [3])]).toEqual([0, 1, 2, 3]);
  });
});

describe("the extended maximum likelihood fit", () => {
  it("gives the published estimates and intervals", () => {
    const uk = exampleTable("UKdat");
    const main = acceptedValue(fitModel(uk, []));
    expect(Math.round(main.total)).toBe(12214);
    const chosen = acceptedValue(fitModel(uk, closeModel(termsOf(uk, PUBLISHED))));
    expect(Math.round(chosen.total)).toBe(11418);
    expect(chosen.parameterCount).toBe(14);
    expect(chosen.degreesOfFreedom).toBe(49);
  });
  it("agrees with a general linear model program in every criterion", () => {
    const korea = acceptedValue(fitModel(KOREA, [3]));
    expect(korea.total).toBeCloseTo(268.7777778, 6);
    expect(korea.deviance).toBeCloseTo(8.566946, 5);
    expect(korea.aic).toBeCloseTo(44.90767, 4);
    expect(korea.bic).toBeCloseTo(58.9686, 4);
    expect(korea.degreesOfFreedom).toBe(2);
    expect(korea.parameters.map((p) => Math.round(p.value * 1e6) / 1e6)).toEqual([
      4.982083, -2.832024, -3.620482, -1.268511, 5.412241,
    ]);
    const western = exampleTable("Western");
    const ae = acceptedValue(fitModel(western, termsOf(western, "A:E")));
    expect(ae.total).toBeCloseTo(2483.384, 3);
    expect([ae.deviance, ae.aic, ae.bic].map((v) => v.toFixed(4))).toEqual([
      "26.5842",
      "91.8395",
      "118.7443",
    ]);
  });
  it("puts the parameter of two lists that never meet at minus infinity and removes their histories", () => {
    const uk = exampleTable("UKdat");
    const [pair] = termsOf(uk, "LA:GP");
    const fit = acceptedValue(fitModel(uk, [pair!]));
    expect(fit.parameters.find((p) => p.term === pair)?.value).toBe(Number.NEGATIVE_INFINITY);
    expect(fit.parameters.find((p) => p.term === pair)?.standardError).toBeNaN();
    expect(fit.expected[pair!]).toBe(0);
    expect(fit.degreesOfFreedom).toBe(63 - 16 - 7);
    expect(fit.parameterCount).toBe(8);
  });
  it("keeps the sufficient statistics: fitted and observed overlaps agree", () => {
    const uk = exampleTable("UKdat");
    const terms = closeModel(termsOf(uk, PUBLISHED));
    const fit = acceptedValue(fitModel(uk, terms));
    for (const term of allTerms(6, terms)) {
      let observed = 0;
      let fitted = 0;
      for (let h = 1; h < 64; h++) {
        if ((h & term) !== term) continue;
        observed += uk.counts[h]!;
        fitted += fit.expected[h]!;
      }
      expect(fitted).toBeCloseTo(observed, 5);
    }
  });
  it("refuses Artificial_3 with A:B, whose estimate would explode, and says what runs away", () => {
    const outcome = fitModel(exampleTable("Artificial_3"), [3]);
    expect(codeOf(outcome)).toBe("estimate-does-not-exist");
    if (!outcome.ok) {
      expect(outcome.refusal.message).toContain("grow without bound (hidden +∞, A −∞, B −∞, C −∞, A:B +∞)");
    }
    const all = fitModel(exampleTable("Artificial_3"), [3, 5, 6]);
    expect(codeOf(all)).toBe("estimate-not-identifiable");
    if (!all.ok) expect(all.refusal.message).toContain("hidden, A, B, C, A:B");
  });
  it("refuses a model of more terms than there is room for", () => {
    expect([2, 3, 6, 7, 8, 12].map((lists) => new PoissonFitter(lists).mostTerms)).toEqual([
      4, 8, 64, 61, 69, 111,
    ]);
    const counts = Float64Array.from({ length: 128 }, (_, h) => (h === 0 ? 0 : 3 + (h % 5)));
    const seven = {
      lists: ["A", "B", "C", "D", "E", "F", "G"],
      counts,
      observed: counts.reduce((a, b) => a + b),
    };
    const triples = interactionsUpTo(7, 3);
    expect(codeOf(fitModel(seven, triples))).toBe("too-many-terms");
    expect(acceptedValue(fitModel(seven, triples.slice(0, 53))).parameterCount).toBe(61);
  });
  it("corrects Akaike's criterion as long as there are more cases than parameters", () => {
    expect(criteria(-10, 4, 4).aicc).toBe(Number.POSITIVE_INFINITY);
    expect(criteria(-10, 4, 6).aicc).toBe(28 + 40);
    expect(criteria(-10, 4, 5).aicc).toBe(Number.POSITIVE_INFINITY);
    expect(criteria(-10, 2, 100).aicc).toBeCloseTo(24 + 12 / 97, 12);
  });
});

describe("the fitter", () => {
  it("arrives at the same place warm as cold", () => {
    const uk = exampleTable("UKdat");
    const fitter = new PoissonFitter(6);
    fitter.setData(uk.counts);
    expect(fitter.fit(allTerms(6, []))).toBe(true);
    const model = closeModel(termsOf(uk, PUBLISHED));
    expect(fitter.fit(allTerms(6, model), true)).toBe(true);
    const warm = fitter.expected[0]!;
    expect(fitter.fit(allTerms(6, model))).toBe(true);
    expect(Math.abs(fitter.expected[0]! / warm - 1)).toBeLessThan(1e-8);
  });
  it("starts close to the maximum, also with parameters at minus infinity, so that few steps are needed", () => {
    const steps = (name: string, model: string): number => {
      const table = exampleTable(name);
      const fitter = new PoissonFitter(table.lists.length);
      fitter.setData(table.counts);
      expect(fitter.fit(allTerms(table.lists.length, closeModel(termsOf(table, model))))).toBe(true);
      return fitter.steps;
    };
    expect(steps("UKdat", "")).toBe(5);
    expect(steps("UKdat", "LA:GP")).toBe(5);
    expect(steps("UKdat", PUBLISHED)).toBe(7);
    expect(steps("Ned", "")).toBe(5);
    expect(steps("NewOrl", "")).toBe(8);
    const fitter = new PoissonFitter(3);
    fitter.setData(KOREA.counts, 40);
    expect([fitter.fit(allTerms(3, [3])), fitter.steps]).toEqual([true, 4]);
  });
  it("goes on from a model with a parameter at minus infinity to one without it", () => {
    const uk = exampleTable("UKdat");
    const fitter = new PoissonFitter(6);
    fitter.setData(uk.counts);
    expect(fitter.fit(allTerms(6, termsOf(uk, "LA:GP")))).toBe(true);
    expect(fitter.boundarySize).toBe(1);
    fitter.parameters[termsOf(uk, "LA:GP")[0]!] = 0;
    expect(fitter.fit(allTerms(6, []), true)).toBe(true);
    expect([fitter.boundarySize, fitter.activeSize, fitter.steps]).toEqual([0, 7, 3]);
    expect(fitter.expected[0]).toBeCloseTo(9469.995, 2);
  });
  it("gives the covariance that inverts the information, sums of expected counts over histories with both terms", () => {
    const uk = exampleTable("UKdat");
    const terms = allTerms(6, closeModel(termsOf(uk, PUBLISHED)));
    const fitter = new PoissonFitter(6);
    fitter.setData(uk.counts);
    expect(fitter.fit(terms)).toBe(true);
    const covariance = fitter.covariance()!;
    const n = terms.length;
    const information = (i: number, k: number): number => {
      const both = terms[i]! | terms[k]!;
      return fitter.expected.reduce((sum, mu, h) => (h > 0 && (h & both) === both ? sum + mu : sum), 0);
    };
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let product = 0;
        for (let k = 0; k < n; k++) product += information(i, k) * covariance[k * n + j]!;
        expect(product).toBeCloseTo(i === j ? 1 : 0, 6);
      }
    }
    const fit = acceptedValue(fitModel(uk, closeModel(termsOf(uk, PUBLISHED))));
    expect(fit.logHiddenError).toBeCloseTo(Math.sqrt(covariance[0]!), 9);
    const at = (term: number): number => fit.parameters.findIndex((one) => one.term === term);
    for (const term of terms) {
      const place = terms.indexOf(term);
      expect(fit.parameters[at(term)]!.standardError).toBeCloseTo(
        Math.sqrt(covariance[place * n + place]!),
        9,
      );
    }
  });
  it("fits a complete table when the hidden count is given", () => {
    const fitter = new PoissonFitter(2);
    fitter.setData(Float64Array.from([0, 30, 20, 10]), 60);
    expect(fitter.fit(allTerms(2, []))).toBe(true);
    expect(fitter.sums[0]).toBeCloseTo(120, 6);
    expect(fitter.expected[0]).toBeCloseTo((80 / 120) * 90, 6);
  });
});
