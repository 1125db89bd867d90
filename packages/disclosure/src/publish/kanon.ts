import { type Generalized, generalize } from "../generalize/generalize.ts";
import type { Hierarchy } from "../generalize/hierarchy.ts";
import { microaggregate } from "../microaggregate/microaggregate.ts";
import type { Records } from "../records/records.ts";
import { ok, type Result } from "../refusal.ts";
import { assessRisk, type RiskReport } from "../risk/assess.ts";
import type { MissingReading } from "../risk/k-anonymity.ts";
import { type Suppression, suppressCells } from "../suppress/suppress.ts";
import { compareDistributions } from "../utility/association.ts";
import { compareCounts, countErrorLengths } from "../utility/count-error.ts";
import { microdataTable } from "./microdata.ts";
import type { Publication } from "./publication.ts";
import { count, percent, type Section } from "./report.ts";
import { countErrorSections, distributionSections, riskSections } from "./sections.ts";

export interface KAnonymousQuestion {
  quasi?: readonly string[] | undefined;
  sensitive?: readonly string[];
  k: number;
  reading: MissingReading;
  weights?: Readonly<Record<string, number>>;
  hierarchies?: readonly Hierarchy[];
  mostBelow?: number;
  /** Columns of numbers that are microaggregated first. */
  microaggregate?: readonly string[];
}

const READING = {
  own: "An empty cell counts as a value of its own: every row stands with at least k − 1 others that show exactly the same.",
  any: "An empty cell counts as agreeing with every value. Someone who knows a suppressed value can rule out rows that show another, so this protects less than its k says.",
} as const;

/** A k-anonymous release: microaggregation and broader values where asked for, then cells suppressed. */
export function publishKAnonymous(records: Records, question: KAnonymousQuestion): Result<Publication> {
  const sensitive = question.sensitive ?? [];
  const quasi =
    question.quasi ?? records.columns.map(({ name }) => name).filter((name) => !sensitive.includes(name));
  const before = assessRisk(records, { ...question, quasi, sensitive });
  if (!before.ok) return before;
  let current = records;
  const steps: Section[] = [];
  if (question.microaggregate?.length) {
    const done = microaggregate(current, { columns: question.microaggregate, k: question.k });
    if (!done.ok) return done;
    current = done.value.records;
    const blanked = `${count(done.value.rowsBlanked)} rows had their numbers blanked, fewer than k lacking the same ones.`;
    steps.push({
      heading: "Microaggregation",
      sentences: [
        `${question.microaggregate.join(", ")}: means over groups of at least ${question.k} take ${percent(done.value.loss)} of the variation away. ${blanked}`,
      ],
    });
  }
  if (question.hierarchies?.length) {
    const done = generalize(current, {
      quasi,
      k: question.k,
      hierarchies: question.hierarchies,
      ...mostBelowOf(question),
    });
    if (!done.ok) return done;
    current = done.value.records;
    steps.push(generalizationSection(done.value));
  }
  const suppressed = suppressCells(current, { ...question, quasi });
  if (!suppressed.ok) return suppressed;
  const released = suppressed.value.records;
  const after = assessRisk(released, { ...question, quasi, sensitive });
  if (!after.ok) return after;
  const errors = countErrorLengths(records.columns.length).map((length) =>
    compareCounts(current, released, length),
  );
  const distributions = compareDistributions(current, released);
  const { cells, rowsChanged, verified } = suppressed.value;
  const kSentence = `Smallest class: ${verified.own} rows that show exactly the same${verified.any === undefined ? "" : `, ${verified.any} rows that agree where an empty cell matches any value`}.`;
  return ok({
    method: "kanon",
    title: `Case records, ${question.k}-anonymous`,
    description: `Each row is one case. ${READING[question.reading]} k is ${question.k} over ${quasi.join(", ")}. An empty cell is not known, or suppressed. Rows are sorted by their values; rows repeat.`,
    tables: [
      microdataTable("data", `Case records, ${question.k}-anonymous`, released, (name) =>
        quasi.includes(name) ? "Quasi-identifier; cells suppressed where needed" : "As in the records",
      ),
    ],
    report: {
      title: "Utility and privacy of a k-anonymous release",
      audience:
        "Not part of the release. It names the rarest combinations of the records as they were: it is for those who decide on the release.",
      sections: [
        suppressionSection(suppressed.value, released, kSentence),
        ...steps,
        ...riskSections(after.value).map((section) => ({ ...section, heading: `After: ${section.heading}` })),
        ...countErrorSections(errors),
        ...distributionSections(distributions),
        ...riskSections(before.value).map((section) => ({
          ...section,
          heading: `Before: ${section.heading}`,
        })),
      ],
      figures: {
        k: question.k,
        reading: question.reading,
        cells,
        cellsByColumn: suppressed.value.cellsByColumn,
        rowsChanged,
        leastCells: suppressed.value.leastCells,
        verified,
        before: before.value,
        after: after.value,
        errors,
        distributions,
      },
    },
    reportIsInternal: true,
    summary: summaryLines(before.value, suppressed.value, kSentence),
  });
}

const mostBelowOf = ({ mostBelow }: KAnonymousQuestion) => (mostBelow === undefined ? {} : { mostBelow });

function summaryLines(
  before: RiskReport,
  { cells, rowsChanged, k }: Suppression,
  kSentence: string,
): string[] {
  const rows = before.rows;
  return [
    `${count(before.kAnonymity.rowsBelow)} of ${count(rows)} rows were below k = ${k}.`,
    `${count(cells)} cells suppressed in ${count(rowsChanged)} rows (${percent(rowsChanged / rows)}).`,
    kSentence,
  ];
}

function suppressionSection(done: Suppression, released: Records, kSentence: string): Section {
  const rows = released.combinationOfRow.length;
  const least =
    done.leastCells === undefined ? "" : ` No way does with fewer than ${count(done.leastCells)}.`;
  return {
    heading: "Suppression",
    sentences: [
      READING[done.reading],
      `${count(done.cells)} cells were suppressed in ${count(done.rowsChanged)} of ${count(rows)} rows.${least}`,
      `${kSentence} Both were counted anew on the released rows.`,
    ],
    table: {
      head: ["column", "cells suppressed", "share of rows"],
      rows: Object.entries(done.cellsByColumn).map(([name, cells]) => [
        name,
        cells,
        percent(cells / rows, 2),
      ]),
    },
  };
}

function generalizationSection(done: Generalized): Section {
  return {
    heading: "Broader values",
    sentences: [
      `Of ${count(done.ways)} ways to combine the levels the one that loses least (${percent(done.loss)} of the detail) was found by counting out ${count(done.evaluated)}; it left ${count(done.rowsBelow)} rows below k for suppression.`,
    ],
    table: {
      head: ["column", "level"],
      rows: Object.entries(done.levelOf).map(([name, level]) => [name, level]),
    },
  };
}
