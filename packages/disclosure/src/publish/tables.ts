import type { Highs } from "highs";
import type { Records } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import { tabulate } from "../tables/cell-system.ts";
import { displayCell, listTable, MISSING, TOTAL } from "../tables/display.ts";
import { describeCell, type ProtectedTables, protectTables } from "../tables/protect.ts";
import { roundTables } from "../tables/rounding.ts";
import { csvLine } from "./csv-text.ts";
import type { DataTable, Publication } from "./publication.ts";
import { count, type Section } from "./report.ts";

export interface TablesQuestion {
  /** The variables of each table. */
  tables: readonly (readonly string[])[];
  k: number;
  spread?: number;
  display: "mark" | "below";
  /** Round to multiples of this instead of hiding. */
  round?: number;
}

/** A release of tables: small counts hidden with what protects them, or all counts rounded. */
export function publishTables(highs: Highs, records: Records, question: TablesQuestion): Result<Publication> {
  if (question.tables.length === 0)
    return refuse(
      "unknown-option",
      "--table",
      "No table is named.",
      "Name its columns: --table gender,age_broad (again for each linked table).",
    );
  const system = tabulate(records, question.tables);
  if (!system.ok) return system;
  if (question.round !== undefined) {
    const rounded = roundTables(highs, system.value, question.round);
    if (!rounded.ok) return rounded;
    const { base, change, toNeighbours } = rounded.value;
    const sentence = `Every count is a multiple of ${base}; all sums hold. ${toNeighbours ? "Each went to a neighbouring multiple." : "Some had to go one multiple farther."}`;
    return ok({
      method: "tables",
      title: "Tables of counts, rounded",
      description: sentence,
      tables: listTables(
        question,
        (names) => listTable(system.value, names, (cell) => String(rounded.value.system.cells[cell]!.count)),
        "integer",
      ),
      report: {
        title: "Rounded tables",
        audience: "May be published with the tables.",
        sections: [
          {
            heading: "Rounding",
            sentences: [
              sentence,
              `The counts changed by ${count(change)} in all, over ${count(system.value.cells.length)} cells.`,
            ],
          },
        ],
        figures: { base, change, toNeighbours, cells: system.value.cells.length },
      },
      reportIsInternal: false,
      summary: [sentence],
    });
  }
  const hidden = protectTables(highs, system.value, question);
  if (!hidden.ok) return hidden;
  return ok(publishHidden(hidden.value, question));
}

function publishHidden(hidden: ProtectedTables, question: TablesQuestion): Publication {
  const { k, spread, display } = hidden.question;
  const primary = hidden.hiding.filter((hiding) => hiding === "primary").length;
  const secondary = hidden.hiding.filter((hiding) => hiding === "secondary").length;
  const sentence = `${count(primary)} counts from 1 to ${k - 1} are hidden, and ${count(secondary)} more to protect them. Given all that is shown, each small count could lie anywhere in a range at least ${spread} wide; linear programming proved it for every hidden cell.`;
  return {
    method: "tables",
    title: "Tables of counts, small ones hidden",
    description: `${sentence} ${display === "below" ? `"<${k}" stands for a count from 1 to ${k - 1}, ":" for a count of at least ${k} that is hidden.` : '":" stands for a hidden count of at least 1.'}`,
    tables: listTables(
      question,
      (names) => listTable(hidden.system, names, (cell) => displayCell(hidden, cell)),
      "string",
    ),
    report: {
      title: "Hidden cells",
      audience:
        "For those who decide on the release: it holds the ranges that a reader could work out too, but not the counts.",
      sections: [
        { heading: "Proof", sentences: [sentence, `${count(hidden.programs)} linear programs were solved.`] },
        rangesSection(hidden),
      ],
      figures: {
        k,
        spread,
        display,
        primary,
        secondary,
        programs: hidden.programs,
        ranges: [...hidden.intervals].map(([cell, range]) => ({
          cell: hidden.system.cells[cell]!.at,
          hiding: hidden.hiding[cell],
          ...range,
        })),
      },
    },
    reportIsInternal: false,
    summary: [sentence],
  };
}

function rangesSection(hidden: ProtectedTables): Section {
  return {
    heading: "Ranges",
    table: {
      head: ["cell", "hidden as", "from", "to"],
      rows: [...hidden.intervals].map(([cell, { low, high }]) => [
        describeCell(hidden.system, cell),
        hidden.hiding[cell]!,
        low,
        high,
      ]),
    },
  };
}

function listTables(
  question: TablesQuestion,
  rowsOf: (names: readonly string[]) => string[][],
  type: "integer" | "string",
): DataTable[] {
  return question.tables.map((names, at) => {
    const rows = rowsOf(names);
    return {
      name: question.tables.length === 1 ? "data" : `data-${at + 1}`,
      title: names.join(" by "),
      fields: [
        ...names.map((name) => ({
          name,
          type: "string" as const,
          description: `Value; ${TOTAL}: summed over, ${MISSING}: missing`,
        })),
        {
          name: "count",
          type,
          description:
            type === "integer" ? "Rounded number of cases" : "Number of cases, or why it is hidden",
        },
      ],
      rows: rows.length,
      *pieces() {
        yield csvLine([...names, "count"]);
        for (const row of rows) yield csvLine(row);
      },
    };
  });
}
