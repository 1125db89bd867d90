import type { RiskReport } from "../risk/assess.ts";
import type { DistributionError } from "../utility/association.ts";
import type { CountError } from "../utility/count-error.ts";
import { count, percent, type Section } from "./report.ts";

/** How far counts in a release are from the true ones, in all and by size. */
export function countErrorSections(errors: readonly CountError[]): Section[] {
  return [
    {
      heading: "Error of counts",
      sentences: [
        "The weighted error is the sum of all differences between released and true counts over the sum of the true counts; combinations that the release makes up are included.",
      ],
      table: {
        head: [
          "values combined",
          "combinations",
          "weighted error",
          "missing from the release",
          "made up in it",
        ],
        rows: errors.map((error) => [
          error.length,
          error.combinations,
          percent(error.weightedError),
          percent(error.missedShare),
          percent(error.madeUpShare),
        ]),
      },
    },
    {
      heading: "Error by size of the true count",
      table: {
        head: ["values combined", "true count", "combinations", "mean difference", "mean relative error"],
        rows: errors.flatMap(({ length, bySize }) =>
          bySize.map(({ from, to, combinations, meanAbsoluteError, meanRelativeError }) => [
            length,
            Number.isFinite(to) ? `${count(from)} to ${count(to)}` : `${count(from)} and more`,
            combinations,
            Math.round(meanAbsoluteError * 100) / 100,
            percent(meanRelativeError),
          ]),
        ),
      },
    },
  ];
}

/** How distributions, associations and table shares fare. */
export function distributionSections(compared: DistributionError): Section[] {
  return [
    {
      heading: "Distributions",
      sentences: [
        `Cramér's V between two columns differs by ${compared.meanAssociationError.toFixed(3)} on average, by ${compared.greatestAssociationError.toFixed(3)} at most.`,
        `Shares that a table would show (one column within a group of another, groups of 50 rows and more) differ by ${compared.meanShareError.toFixed(2)} percentage points on average.`,
      ],
      table: {
        head: ["column", "distance of its shares (0 alike, 1 apart)"],
        rows: Object.entries(compared.totalVariation).map(([name, distance]) => [name, distance.toFixed(4)]),
      },
    },
    {
      heading: "Associations (Cramér's V)",
      table: {
        head: ["column", "column", "records", "release"],
        rows: compared.associations.map(({ columns: [a, b], true: real, released }) => [
          a,
          b,
          real.toFixed(3),
          released.toFixed(3),
        ]),
      },
    },
  ];
}

/** The risk that rows are traced to persons. */
export function riskSections(risk: RiskReport): Section[] {
  const { kAnonymity, attacks } = risk;
  const reading =
    kAnonymity.reading === "own" ? "a missing value is a value of its own" : "a missing value matches any";
  const rare: Section[] =
    kAnonymity.smallestClasses.length === 0
      ? []
      : [
          {
            heading: "Smallest classes",
            table: {
              head: [...risk.quasi, "rows", "rows that agree"],
              rows: kAnonymity.smallestClasses.map(({ values, size, matching }) => [
                ...risk.quasi.map((name) => values[name] ?? ""),
                size,
                matching,
              ]),
            },
          },
        ];
  return [
    {
      heading: `k-anonymity (${reading})`,
      sentences: [
        `${count(kAnonymity.rows)} rows form ${count(kAnonymity.classes)} classes over ${risk.quasi.join(", ")}.`,
        kAnonymity.satisfied
          ? `Every row agrees with at least ${kAnonymity.smallest} rows, itself included: the records are ${kAnonymity.k}-anonymous.`
          : `${count(kAnonymity.rowsBelow)} rows in ${count(kAnonymity.classesBelow)} classes agree with fewer than ${kAnonymity.k}; the smallest class has ${kAnonymity.smallest}.`,
        `${count(risk.sampleUniques)} rows are alone with their values; ${count(risk.missingCells)} cells are missing.`,
      ],
    },
    ...rare,
    {
      heading: "Attacks",
      sentences: [
        "The prosecutor knows that a certain person is in the records, the journalist only that the person is in the population; both name one row among those that agree. The marketer wants as many right matches as possible.",
      ],
      table: {
        head: ["attacker", "highest risk", "mean risk", `rows above 1/${kAnonymity.k}`],
        rows: [
          [
            "prosecutor",
            percent(attacks.prosecutor.highest),
            percent(attacks.prosecutor.mean, 2),
            attacks.prosecutor.rowsAbove,
          ],
          [
            "journalist",
            percent(attacks.journalist.highest),
            percent(attacks.journalist.mean, 2),
            attacks.journalist.rowsAbove,
          ],
          [
            "marketer",
            "",
            percent(attacks.marketer.expectedShare, 2),
            Math.round(attacks.marketer.expectedRows),
          ],
        ],
      },
    },
    {
      heading: "What it takes to know",
      sentences: [
        "Rows that an attacker singles out who knows only some of the columns; the worst choice of columns, and the average over choices.",
      ],
      table: {
        head: [
          "columns known",
          "alone, worst",
          "alone, average",
          `below ${kAnonymity.k}, worst`,
          "worst columns",
        ],
        rows: risk.knowledge.map((known) => [
          known.columnsKnown,
          percent(known.worstUniqueShare, 2),
          percent(known.meanUniqueShare, 2),
          percent(known.worstBelowShare, 2),
          known.worstColumns.join(", "),
        ]),
      },
    },
    ...populationSection(risk),
    ...sensitiveSection(risk),
  ];
}

function populationSection({ population, sampleUniques }: RiskReport): Section[] {
  if (!population) return [];
  const sentences = [
    `The records are taken to be ${percent(population.fraction)} of a population of ${count(population.persons)}.`,
    `A row alone in the records is alone in the population with probability ${percent(population.zayatzProbability)} (Zayatz), which makes about ${count(Math.round(population.zayatzProbability * sampleUniques))} such rows.`,
  ];
  if (population.pitmanUniques !== undefined)
    sentences.push(
      `By Pitman's model ${count(Math.round(population.pitmanUniques))} persons of the population are alone with their values.`,
    );
  return [{ heading: "Population", sentences }];
}

function sensitiveSection({ sensitive }: RiskReport): Section[] {
  if (sensitive.length === 0) return [];
  return [
    {
      heading: "What a class tells of sensitive columns",
      table: {
        head: ["column", "fewest values (l)", "entropy l", "rows given away", "greatest distance (t)"],
        rows: sensitive.map(({ diversity, closeness }) => [
          diversity.sensitive,
          diversity.distinct,
          diversity.entropy.toFixed(2),
          diversity.rowsDisclosed,
          closeness.t.toFixed(3),
        ]),
      },
    },
  ];
}
