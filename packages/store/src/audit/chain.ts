/** Follows the chain of the audit log row by row and tells what was done to it. Knows nothing of a database. */
import { hash } from "node:crypto";
import { type AuditRow, CANONICAL_FORM, canonicalAuditRow, NO_HASH } from "@concord/core/access";
import type { AuditHead } from "../queries/audit.ts";

/** What was found: which rows, and what happened to them. */
export interface AuditFinding {
  /**
   * - `changed`: what a row says isn't what was written
   * - `removed`: rows are missing
   * - `inserted`: rows were put in that the chain doesn't know
   * - `reordered`: a row stands where another was written
   * - `truncated`: rows are missing at the end
   * - `rewritten`: the log is whole in itself, but isn't the one whose end was kept
   */
  kind: "changed" | "removed" | "inserted" | "reordered" | "truncated" | "rewritten";
  /** First row concerned, by number. */
  from: number;
  /** Last row concerned. */
  to: number;
  text: string;
}

export const auditHashOf = (row: Omit<AuditRow, "hash">): string =>
  hash("sha256", canonicalAuditRow(row), "hex");

/** How far a row may have been moved for its place to be found at once. */
const NEAR = 64;
/** Rows at fault that are compared with each other, and findings that are kept. */
const COMPARED = 400;

/** Rows that follow each other and fail alike; `moved` is the distance from where they were written, undefined when that isn't known. */
interface Run {
  from: number;
  to: number;
  moved: number | undefined;
}

const rows = (from: number, to: number) => (from === to ? `row ${from}` : `rows ${from} to ${to}`);
const sentence = (from: number, to: number) => rows(from, to).replace("r", "R");
const were = (from: number, to: number) => (from === to ? "was" : "were");

/** A check under way. Give it every row in the order of the numbers, then the end. */
export function followChain() {
  const findings: AuditFinding[] = [];
  const runs: Run[] = [];
  const faulty: AuditRow[] = [];
  /** Hashes of the last rows, to tell an inserted row from a changed one. */
  const recent = new Map<string, number>();
  let count = 0;
  let last = { seq: 0, at: "", hash: NO_HASH };
  let follows = true;
  let moved = 0;

  const find = (kind: AuditFinding["kind"], from: number, to: number, text: string) =>
    void findings.push({ kind, from, to, text });

  function placeOf(row: AuditRow): number | undefined {
    const near = faulty.length < COMPARED ? NEAR : 0;
    for (let distance = 0; distance <= near; distance += 1)
      for (const one of distance === 0 ? [moved] : [distance, -distance])
        if (auditHashOf({ ...row, seq: row.seq - one }) === row.hash) return one;
    return undefined;
  }

  function blame(row: AuditRow): void {
    if (faulty.length < COMPARED) faulty.push(row);
    const one = placeOf(row);
    if (one !== undefined) moved = one;
    const run = runs.at(-1);
    if (run && run.to === row.seq - 1 && run.moved === one) run.to = row.seq;
    else runs.push({ from: row.seq, to: row.seq, moved: one });
  }

  function checkLink(row: AuditRow): void {
    if (!follows || row.previous === last.hash) return;
    const known = recent.get(row.previous);
    const from = known === undefined ? last.seq : known + 1;
    if (known === undefined)
      find("changed", from, last.seq, `Row ${last.seq} was changed together with its hash.`);
    else find("inserted", from, last.seq, `${sentence(from, last.seq)} ${were(from, last.seq)} inserted.`);
  }

  function take(row: AuditRow): void {
    count += 1;
    const missing = last.seq + 1;
    if (row.seq > missing) {
      find(
        "removed",
        missing,
        row.seq - 1,
        `${sentence(missing, row.seq - 1)} ${were(missing, row.seq - 1)} removed.`,
      );
      follows = false;
    }
    if (auditHashOf(row) === row.hash) {
      checkLink(row);
      follows = true;
    } else {
      blame(row);
      // A row at fault says nothing about the next one.
      follows = false;
    }
    remember(row.seq, row.at, row.hash);
  }

  /** Remembers a row as the last one, and its hash for a while. */
  function remember(seq: number, at: string, rowHash: string): void {
    recent.set(rowHash, seq);
    if (recent.size > 4 * NEAR) recent.delete(recent.keys().next().value ?? "");
    last = { seq, at, hash: rowHash };
  }

  /** Takes the next row where nothing is wrong with it, by its canonical form alone: a fifth of the cost of taking it apart. */
  function takeWhole(canonical: string, rowHash: string): boolean {
    const start = `${CANONICAL_FORM}\n${last.seq + 1}\n`;
    if (!canonical.startsWith(start) || (follows && !canonical.endsWith(`\n${last.hash}`))) return false;
    if (hash("sha256", canonical, "hex") !== rowHash) return false;
    count += 1;
    follows = true;
    remember(last.seq + 1, canonical.slice(start.length, canonical.indexOf("\n", start.length)), rowHash);
    return true;
  }

  /** Rows that were exchanged over a long distance fit each other's number. */
  function farPlaceOf(seq: number): number | undefined {
    const row = faulty.find((one) => one.seq === seq);
    return row && faulty.find((other) => auditHashOf({ ...row, seq: other.seq }) === row.hash)?.seq;
  }

  function judgeRun({ from, to, moved: by }: Run): void {
    if (by === undefined) {
      const place = from === to ? farPlaceOf(from) : undefined;
      if (place !== undefined)
        find("reordered", from, to, `Row ${from} holds what was written as row ${place}.`);
      else find("changed", from, to, `${sentence(from, to)} ${were(from, to)} changed.`);
    } else if (to === last.seq && to > from && by > 0)
      find(
        "inserted",
        from - by,
        from - 1,
        `${sentence(from - by, from - 1)} ${were(from - by, from - 1)} inserted, and those behind numbered anew.`,
      );
    else if (to === last.seq && by < 0)
      find(
        "removed",
        from,
        from - by - 1,
        `${-by} rows before row ${from} were removed, and those behind numbered anew.`,
      );
    else
      find(
        "reordered",
        from,
        to,
        `${sentence(from, to)} ${were(from, to)} written as ${rows(from - by, to - by)}.`,
      );
  }

  return {
    take,
    takeWhole,
    /** Row that was taken last, with how many there were. */
    state: () => ({ ...last, rows: count }),
    /**
     * Judges the whole.
     * @param head the end of the chain as the database keeps it
     */
    finish(head: AuditHead | undefined): AuditFinding[] {
      for (const run of runs) judgeRun(run);
      if (head && last.seq < head.seq)
        find(
          "truncated",
          last.seq + 1,
          head.seq,
          `${sentence(last.seq + 1, head.seq)} ${were(last.seq + 1, head.seq)} removed at the end.`,
        );
      if (head && last.seq > head.seq)
        find(
          "inserted",
          head.seq + 1,
          last.seq,
          `${sentence(head.seq + 1, last.seq)} ${were(head.seq + 1, last.seq)} added beside the application.`,
        );
      if (head && last.seq === head.seq && last.hash !== head.hash)
        find(
          "rewritten",
          last.seq,
          last.seq,
          `The end of the log, row ${last.seq}, is not the one that the application wrote.`,
        );
      return findings.sort((a, b) => a.from - b.from);
    },
  };
}
