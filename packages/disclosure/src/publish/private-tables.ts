import { DELTA_UNIT, type PrivacyPromise, RHO_UNIT } from "../accounting/zcdp.ts";
import { countMarginal } from "../counts/marginal.ts";
import type { PrivateCounts, PrivateCountsPlan } from "../counts/private-counts.ts";
import type { Column, Records } from "../records/records.ts";
import { groupTuples } from "../records/records.ts";
import { csvLine } from "./csv-text.ts";
import { typeOf } from "./microdata.ts";
import type { DataTable, Publication } from "./publication.ts";
import { count, percent, type Section } from "./report.ts";

export const NOT_COVERED =
  "Not part of the release. Its figures come from the real records and aren't covered by the promise of privacy: it is for those who decide on the release.";

/** The promise in words. */
export const sayPromise = ({ epsilon, delta }: PrivacyPromise): string =>
  `Differential privacy with ε = ${epsilon}, δ = ${delta}, where one row is one person: whatever is concluded from this release, it would be concluded almost as likely had any one person not been in the records.`;

/** A release of noisy counts of all combinations of values. */
export function publishPrivateCounts(
  records: Records,
  released: PrivateCounts,
  promise: PrivacyPromise,
): Publication {
  const { plan } = released;
  const table = countsTable(records.columns, released);
  const errors = measureErrors(records, released);
  const missed = errors.reduce((sum, error) => sum + error.true - error.released, 0);
  return {
    method: "dp",
    title: "Counts of combinations of values, with noise",
    description: `Each row is one combination of values and the number of cases that have it, whatever else they have; an empty cell means that the column is not part of the combination. ${sayPromise(promise)} Counts carry noise; combinations too rare to be told from noise are left out, which doesn't mean that there are none. Counts were made consistent afterwards.`,
    tables: [table],
    report: {
      title: "Utility and privacy of noisy counts",
      audience: NOT_COVERED,
      sections: [planSection(plan), errorSection(errors)],
      figures: { promise, plan, errors, released: released.released, rows: released.rows },
    },
    reportIsInternal: true,
    summary: [
      `${count(table.rows - 1)} combinations of up to ${plan.lengths.length} values released; ${count(missed)} that occur are too rare.`,
      ...errors.map(
        ({ length, weightedError }) =>
          `Weighted error of counts of ${length} ${length === 1 ? "value" : "values"}: ${percent(weightedError)}.`,
      ),
    ],
  };
}

function countsTable(columns: readonly Column[], released: PrivateCounts): DataTable {
  const rows = released.marginals.reduce((sum, { counts }) => sum + counts.length, 1);
  return {
    name: "data",
    title: "Noisy counts of combinations",
    fields: [
      ...columns.map(({ name, values }) => ({
        name,
        type: typeOf(values),
        description: "Value of this column in the combination; empty: not part of it",
      })),
      {
        name: "values_combined",
        type: "integer",
        description: "How many values the combination has; 0: all rows",
      },
      { name: "noisy_count", type: "integer", description: "Cases with the combination, with noise" },
    ],
    rows,
    *pieces() {
      yield csvLine([...columns.map(({ name }) => name), "values_combined", "noisy_count"]);
      yield csvLine([...columns.map(() => ""), 0, released.rows]);
      for (const { columns: set, codes, counts } of released.marginals) {
        // Sorted by value: the order in which the records hold them stays unknown.
        const lines = [...counts].map((noisy, cell) => {
          const line = columns.map(() => "");
          set.forEach((column, j) => {
            line[column] = columns[column]!.values[codes[cell * set.length + j]!]!;
          });
          return csvLine([...line, set.length, noisy]);
        });
        yield* lines.sort();
      }
    },
  };
}

interface LengthError {
  length: number;
  true: number;
  released: number;
  /** Over the released combinations and those missing: Σ |released − true| / Σ true. */
  weightedError: number;
}

function measureErrors(records: Records, released: PrivateCounts): LengthError[] {
  const byLength = new Map<number, { off: number; total: number; true: number; released: number }>();
  for (const { columns, codes, counts } of released.marginals) {
    const exact = countMarginal(records, columns, false);
    const sums = byLength.get(columns.length) ?? { off: 0, total: 0, true: 0, released: 0 };
    byLength.set(columns.length, sums);
    const tuples = new Uint32Array(exact.codes.length + codes.length);
    tuples.set(exact.codes);
    tuples.set(codes, exact.codes.length);
    const { groupOf } = groupTuples(tuples, columns.length, exact.counts.length + counts.length);
    const shown = new Float64Array(exact.counts.length);
    counts.forEach((noisy, cell) => {
      shown[groupOf[exact.counts.length + cell]!]! = noisy;
    });
    exact.counts.forEach((number, cell) => {
      sums.off += Math.abs(number - shown[cell]!);
      sums.total += number;
    });
    sums.true += exact.counts.length;
    sums.released += counts.length;
  }
  return [...byLength].map(([length, sums]) => ({
    length,
    true: sums.true,
    released: sums.released,
    weightedError: sums.total === 0 ? 0 : sums.off / sums.total,
  }));
}

function planSection(plan: PrivateCountsPlan): Section {
  const spread = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    plan.noise === "gaussian" ? Math.sqrt(numerator / denominator) : Math.SQRT2 * (numerator / denominator);
  return {
    heading: "Noise",
    sentences: [
      `Discrete ${plan.noise === "gaussian" ? "Gaussian" : "Laplace"} noise, drawn exactly from a secure source. One person is in one combination of each set of columns.`,
    ],
    table: {
      head: [
        "values combined",
        "sets of columns",
        "standard deviation of the noise",
        "least count released",
        "ρ",
        "δ",
      ],
      rows: plan.lengths.map(({ length, sets, noise, threshold, loss }) => [
        length,
        sets,
        spread(noise).toFixed(2),
        threshold,
        (loss.rho * RHO_UNIT).toPrecision(3),
        (loss.delta * DELTA_UNIT).toPrecision(3),
      ]),
    },
  };
}

const errorSection = (errors: readonly LengthError[]): Section => ({
  heading: "Error of counts",
  sentences: [
    "Sum of all differences between released and true counts over the sum of the true counts; combinations left out count as 0.",
  ],
  table: {
    head: ["values combined", "combinations that occur", "released", "weighted error"],
    rows: errors.map((error) => [error.length, error.true, error.released, percent(error.weightedError)]),
  },
});
