import { type DayInterval, parseDay, parsePartialDate } from "@concord/core/vocabulary";
import { type DataTable, recordsOf } from "./data-table.ts";
import type { Finding, FindingCode, FindingList } from "./finding.ts";

const JOINING = new Set([
  "ratification",
  "accession",
  "succession",
  "acceptance",
  "approval",
  "formal-confirmation",
]);

/**
 * Signatures dated after the joining action, as the source itself has them (Global Governance Observatory, 2025;
 * data/instruments/README.md, "How the sources were read"). Which of the two dates is wrong is not known, so both stand.
 */
export const SIGNED_LATER_IN_THE_SOURCE = new Set([
  // Belém do Pará
  "oas-belem-do-para-1994 BHS",
  "oas-belem-do-para-1994 BRB",
  "oas-belem-do-para-1994 JAM",
  "oas-belem-do-para-1994 PRY",
  // African children's charter
  "au-acrwc-1990 AGO",
  "au-acrwc-1990 CIV",
  "au-acrwc-1990 NER",
  "au-acrwc-1990 SYC",
  "au-acrwc-1990 TCD",
]);

/**
 * What must hold between the acts of a state and the instrument, whatever the source says: nobody signs or joins
 * before adoption, nobody signs what it has joined, leaves what it hasn't joined or joins twice without leaving, and nothing
 * is dated after the day of collection.
 *
 * An instrument that was amended later (1904 to 1933, 1926) is held under its first adoption, so joining the amended text is never "before
 * adoption" and needs no exception.
 */
export function checkTreatyActions(
  tables: ReadonlyMap<string, DataTable>,
  collectedOn: string,
  findings: FindingList,
): void {
  const table = tables.get("participation");
  if (!table) return;
  const lastDay = parseDay(collectedOn) ?? Infinity;
  const report = (line: number, column: string, code: FindingCode, detail: string, cure: string) =>
    findings.add({ file: table.resource.path, line, column, code, detail, cure } satisfies Finding);
  const adopted = new Map(
    recordsOf(tables.get("instruments"), "id", "adopted").map((row) => [
      row.id,
      parsePartialDate(row.adopted),
    ]),
  );
  const acts = new Map<string, Act[]>();
  for (const row of recordsOf(table, "instrument", "iso3", "action", "date", "as_of")) {
    const date = parsePartialDate(row.date);
    if (!date) continue;
    const since = adopted.get(row.instrument);
    if (since && date.last < since.first)
      report(
        row.line,
        "date",
        "before-adoption",
        `${row.iso3} acts on ${row.instrument} before it was adopted`,
        CHECK_DATE,
      );
    if (date.first > lastDay)
      report(
        row.line,
        "date",
        "after-collection",
        `${row.date} lies after the day of collection`,
        CHECK_DATE,
      );
    if ((parseDay(row.as_of) ?? 0) > lastDay)
      report(
        row.line,
        "as_of",
        "after-collection",
        `${row.as_of} lies after the day of collection`,
        CHECK_DATE,
      );
    const key = `${row.instrument} ${row.iso3}`;
    const list = acts.get(key);
    const act: Act = { action: row.action, date, line: row.line };
    if (list) list.push(act);
    else acts.set(key, [act]);
  }
  for (const [pair, list] of acts) checkOrder(pair, list, report);
}

interface Act {
  action: string;
  date: DayInterval;
  line: number;
}

const CHECK_DATE = "Hold the date against the source.";

function checkOrder(
  pair: string,
  acts: readonly Act[],
  report: (line: number, column: string, code: FindingCode, detail: string, cure: string) => void,
): void {
  const joinings = acts.filter((act) => JOINING.has(act.action)).sort((a, b) => a.date.first - b.date.first);
  const leavings = acts.filter((act) => act.action === "denunciation");
  const signature = acts.find((act) => act.action === "signature");
  const first = joinings[0];
  if (signature && first && signature.date.first > first.date.last && !SIGNED_LATER_IN_THE_SOURCE.has(pair))
    report(signature.line, "date", "signed-after-joining", `${pair}: signed after it had joined`, CHECK_DATE);
  for (const [index, joining] of joinings.entries()) {
    const before = joinings[index - 1];
    const leftBetween =
      before &&
      leavings.some(({ date }) => date.last >= before.date.first && date.first <= joining.date.last);
    if (before && !leftBetween)
      report(
        joining.line,
        "action",
        "joined-twice",
        `${pair}: joined already by line ${before.line} and did not leave in between`,
        "Keep one joining action.",
      );
  }
  for (const leaving of leavings)
    if (!joinings.some((joining) => joining.date.first <= leaving.date.last))
      report(
        leaving.line,
        "action",
        "left-without-joining",
        `${pair}: left without having joined`,
        "Add the joining action, or take the row out.",
      );
}
