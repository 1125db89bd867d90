import { type DataTable, recordsOf } from "./data-table.ts";
import type { FindingCode, FindingList } from "./finding.ts";

/** Refuses what begins after its end, overlaps with itself, or lies outside its own bounds. */
export function checkRanges(tables: ReadonlyMap<string, DataTable>, findings: FindingList): void {
  const report = (name: string, line: number, column: string, code: FindingCode, detail: string) =>
    findings.add({
      file: tables.get(name)?.resource.path ?? name,
      line,
      column,
      code,
      detail,
      cure: "Hold both values against the source.",
    });

  // Full dates as text compare as the days they name.
  for (const { line, adopted, in_force } of recordsOf(tables.get("instruments"), "adopted", "in_force"))
    if (in_force !== "" && in_force < adopted)
      report("instruments", line, "in_force", "bad-period", `${in_force} lies before adoption (${adopted})`);

  const until = new Map<string, { line: number; to: string }>();
  const periods = recordsOf(tables.get("memberships"), "group", "iso3", "from", "to");
  for (const { line, group, iso3, from, to } of periods.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to !== "" && to < from) report("memberships", line, "to", "bad-period", `${to} lies before ${from}`);
    const before = until.get(`${group} ${iso3}`);
    if (before && (before.to === "" || before.to >= from))
      report(
        "memberships",
        line,
        "from",
        "bad-period",
        `the period overlaps with that of line ${before.line}`,
      );
    until.set(`${group} ${iso3}`, { line, to });
  }

  for (const { line, start, end } of recordsOf(tables.get("activities"), "start", "end"))
    if (start !== "" && end !== "" && end < start)
      report("activities", line, "end", "bad-period", `${end} lies before ${start}`);

  for (const { line, value, low, high } of recordsOf(tables.get("detections"), "value", "low", "high"))
    if (Number(low) > Number(high) || (value !== "" && (value !== low || value !== high)))
      report(
        "detections",
        line,
        "value",
        "bad-value",
        `low ${low} and high ${high} do not hold the value ${value}`,
      );
}
