import type { PrivacyPromise } from "../accounting/zcdp.ts";
import type { Records } from "../records/records.ts";
import {
  type AttributeDisclosure,
  countExactMatches,
  type ExactMatches,
  type MembershipAttack,
  measureAttributeDisclosure,
} from "../synthetic/leakage.ts";
import { compareDistributions } from "../utility/association.ts";
import { compareCounts, countErrorLengths } from "../utility/count-error.ts";
import { microdataTable } from "./microdata.ts";
import { NOT_COVERED, sayPromise } from "./private-tables.ts";
import type { Publication } from "./publication.ts";
import { count, percent, type Section } from "./report.ts";
import { countErrorSections, distributionSections } from "./sections.ts";

export interface SyntheticQuestion {
  k: number;
  model: "graph" | "tree" | "counts";
  promise: PrivacyPromise;
  /** How the rows were planned, for the report. */
  plan: unknown;
  /** Result of attacking the method; absent where it wasn't asked for. */
  attack?: MembershipAttack;
}

const MODEL = {
  graph:
    "Combinations that many cases share were counted with noise; the others were drawn from a tree of pairs of columns, counted with noise.",
  tree: "Rows were drawn from a tree of pairs of columns, counted with noise.",
  counts:
    "Rows were grown from noisy counts of combinations; none of them shows a combination of that length that wasn't counted.",
} as const;

/** A release of synthetic rows with what they are worth and what they give away. */
export function publishSynthetic(
  records: Records,
  synthetic: Records,
  question: SyntheticQuestion,
): Publication {
  const errors = countErrorLengths(records.columns.length).map((length) =>
    compareCounts(records, synthetic, length),
  );
  const distributions = compareDistributions(records, synthetic);
  const exact = countExactMatches(records, synthetic, question.k);
  const attributes = measureAttributeDisclosure(records, synthetic, question.k);
  const rows = synthetic.combinationOfRow.length;
  return {
    method: "synthetic",
    title: "Synthetic case records",
    description: `No row is a real case. ${MODEL[question.model]} ${sayPromise(question.promise)} An empty cell is not known, or too rare to be told. Use the rows for counts and shares over several hundred cases; small counts are noise.`,
    tables: [microdataTable("data", "Synthetic case records", synthetic, () => "Synthetic")],
    report: {
      title: "Utility and privacy of synthetic records",
      audience: NOT_COVERED,
      sections: [
        ...countErrorSections(errors),
        ...distributionSections(distributions),
        exactSection(exact, question.k),
        attributeSection(attributes, question.k),
        ...membershipSection(question.attack, question),
      ],
      figures: { ...question, errors, distributions, exact, attributes },
    },
    reportIsInternal: true,
    summary: [
      `${count(rows)} synthetic rows of ${count(records.combinationOfRow.length)} cases.`,
      `Weighted error of counts: ${errors.map((error) => `${percent(error.weightedError)} (${error.length})`).join(", ")} for 1 to ${errors.length} values combined.`,
      `Of ${count(exact.uniques)} combinations of one person ${count(exact.uniquesShown)} appear among the synthetic rows.`,
      ...(question.attack
        ? [`A membership attack does ${percent(question.attack.advantage)} better than guessing.`]
        : []),
    ],
  };
}

function exactSection(exact: ExactMatches, k: number): Section {
  return {
    heading: "Exact matches",
    sentences: [
      `${percent(exact.matchingShare)} of the synthetic rows equal a combination of the records. That gives nobody away where many share it.`,
      `Of ${count(exact.uniques)} combinations of one person ${count(exact.uniquesShown)} appear, of ${count(exact.rare)} of fewer than ${k} persons ${count(exact.rareShown)}.`,
    ],
  };
}

function attributeSection(attributes: readonly AttributeDisclosure[], k: number): Section {
  return {
    heading: "Attribute disclosure",
    sentences: [
      `For each row with fewer than ${k} like it: someone who knows all other columns guesses one from the synthetic rows that agree. Right guesses beyond those from the commonest value show relations between columns, which a release is meant to keep; they are no proof that a row leaked.`,
    ],
    table: {
      head: ["column guessed", "rows", "right", "right by the commonest value alone"],
      rows: attributes.map(({ column, rows, rightShare, baselineShare }) => [
        column,
        rows,
        percent(rightShare),
        percent(baselineShare),
      ]),
    },
  };
}

function membershipSection(
  attack: MembershipAttack | undefined,
  { promise, k }: SyntheticQuestion,
): Section[] {
  if (!attack) return [];
  const most = (Math.exp(promise.epsilon) - 1 + 2 * promise.delta) / (Math.exp(promise.epsilon) + 1);
  return [
    {
      heading: "Membership attack",
      sentences: [
        "The method was run on a random half of the records; an attacker then tried to tell members from others by how often their combinations appear.",
        `The promise alone would allow an advantage of ${percent(most)}.`,
      ],
      table: {
        head: [
          "persons",
          "members",
          "others",
          "area under the curve (0.5: guessing)",
          "advantage (0: guessing)",
        ],
        rows: [
          ["all", attack.members, attack.others, attack.area.toFixed(3), percent(attack.advantage)],
          [
            `in classes below ${k}`,
            attack.rare.members,
            attack.rare.others,
            attack.rare.area.toFixed(3),
            percent(attack.rare.advantage),
          ],
        ],
      },
    },
  ];
}
