import { type DataTable, recordsOf } from "./data-table.ts";
import type { FindingList } from "./finding.ts";

/**
 * Several tables count others: what is held per instrument, per indicator, per group. The counts must be those of the
 * rows, or a reader would be told a wrong coverage.
 */
export function checkCounts(tables: ReadonlyMap<string, DataTable>, findings: FindingList): void {
  checkCoverage(tables, findings);
  checkProvisionCounts(tables, findings);
  checkIndicatorCoverage(tables, findings);
  checkGroups(tables, findings);
}

type Tables = ReadonlyMap<string, DataTable>;

function compare(
  findings: FindingList,
  table: DataTable | undefined,
  line: number,
  expected: Record<string, number>,
  found: Readonly<Record<string, string | number>>,
): void {
  for (const [column, count] of Object.entries(expected))
    if (table && Number(found[column]) !== count)
      findings.add({
        file: table.resource.path,
        line,
        column,
        code: "wrong-count",
        detail: `it says ${found[column]}, the rows counted are ${count}`,
        cure: `Write ${count}, or correct the rows.`,
      });
}

function checkCoverage(tables: Tables, findings: FindingList): void {
  const table = tables.get("coverage");
  const acts = groupBy(
    recordsOf(tables.get("participation"), "instrument", "iso3", "action", "date"),
    "instrument",
  );
  if (!tables.has("participation")) return;
  for (const row of recordsOf(table, "instrument", "parties_held", "signatures_held", "year_only_dates")) {
    const own = acts.get(row.instrument) ?? [];
    const joined = own.filter((act) => act.action !== "signature" && act.action !== "denunciation");
    const left = new Set(own.filter((act) => act.action === "denunciation").map((act) => act.iso3));
    const expected = {
      parties_held: new Set(joined.map((act) => act.iso3).filter((state) => !left.has(state))).size,
      signatures_held: own.filter((act) => act.action === "signature").length,
      year_only_dates: own.filter((act) => act.date.length === 4).length,
    };
    compare(findings, table, row.line, expected, row);
  }
}

function checkProvisionCounts(tables: Tables, findings: FindingList): void {
  const table = tables.get("provisions-sources");
  if (!tables.has("provisions")) return;
  const coded = groupBy(
    recordsOf(tables.get("provisions"), "instrument", "provision", "checked"),
    "instrument",
  );
  for (const row of recordsOf(table, "instrument", "rows", "provisions", "checked_rows")) {
    const own = coded.get(row.instrument) ?? [];
    const expected = {
      rows: own.length,
      provisions: new Set(own.map((one) => one.provision)).size,
      checked_rows: own.filter((one) => one.checked === "1").length,
    };
    compare(findings, table, row.line, expected, row);
  }
}

function checkIndicatorCoverage(tables: Tables, findings: FindingList): void {
  const table = tables.get("indicator-coverage");
  if (!tables.has("indicator-values")) return;
  const held = groupBy(recordsOf(tables.get("indicator-values"), "indicator", "iso3", "year"), "indicator");
  const states = (rows: readonly { iso3: string }[]) => new Set(rows.map((one) => one.iso3)).size;
  for (const row of recordsOf(
    table,
    "indicator",
    "values",
    "states",
    "first_year",
    "last_year",
    "states_since_2015",
    "states_in_last_year",
  )) {
    const own = held.get(row.indicator) ?? [];
    const years = own.map((one) => Number(one.year));
    const last = years.reduce((a, b) => Math.max(a, b), 0);
    const expected = {
      values: own.length,
      states: states(own),
      first_year: years.reduce((a, b) => Math.min(a, b), Infinity),
      last_year: last,
      states_since_2015: states(own.filter((one) => Number(one.year) >= 2015)),
      states_in_last_year: states(own.filter((one) => Number(one.year) === last)),
    };
    compare(findings, table, row.line, expected, row);
  }
}

/** `membership_in` is `states.csv:<column>` or `members.csv:<group>`. */
function checkGroups(tables: Tables, findings: FindingList): void {
  const table = tables.get("actor-groups");
  const states = tables.get("states");
  const members = recordsOf(tables.get("group-members"), "group");
  for (const row of recordsOf(table, "membership_in", "states")) {
    const [file, name = ""] = row.membership_in.split(":");
    const isColumn = states?.resource.schema.fields.some((field) => field.name === name);
    const count =
      file === "states.csv" && isColumn
        ? recordsOf(states, name).filter((state) => state[name] === "1").length
        : members.filter((member) => member.group === name).length;
    compare(findings, table, row.line, { states: count }, row);
  }
}

function groupBy<Row extends Record<Column, string>, Column extends string>(
  rows: readonly Row[],
  column: Column,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}
