import { AUDIT_PARTS, type AuditRow, canonicalAuditRow } from "@concord/core/access";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditRows } from "../testing/audit-rows.ts";
import { auditHashOf, followChain } from "./chain.ts";

const COUNT = 200;
const LOG: readonly AuditRow[] = [...auditRows(COUNT)];
const HEAD = { seq: COUNT, at: LOG.at(-1)?.at ?? "", hash: LOG.at(-1)?.hash ?? "" };
const place = fc.integer({ min: 1, max: COUNT - 1 });

/** What is found in a log, as "kind from-to". */
function found(rows: readonly AuditRow[], head = HEAD): string[] {
  const chain = followChain();
  // As the verification does it: whole where nothing is wrong, part by part where something is.
  for (const row of rows) if (!chain.takeWhole(canonicalAuditRow(row), row.hash)) chain.take(row);
  const partByPart = followChain();
  for (const row of rows) partByPart.take(row);
  expect(chain.state()).toEqual(partByPart.state());
  return chain.finish(head).map(({ kind, from, to }) => `${kind} ${from}-${to}`);
}

/** The log with one row replaced. */
const withRow = (seq: number, change: Partial<AuditRow>) =>
  LOG.map((row) => (row.seq === seq ? { ...row, ...change } : row));
const at = (seq: number): AuditRow => LOG[seq - 1] as AuditRow;

describe("the chain of the audit log", () => {
  it("of an untouched log finds nothing", () => {
    expect(found(LOG)).toEqual([]);
    expect(found([], { seq: 0, at: "", hash: "0".repeat(64) })).toEqual([]);
  });

  it("names the row of which any part was changed", () => {
    const part = fc.constantFrom(...AUDIT_PARTS.filter((one) => one !== "seq"), "hash" as const);
    fc.assert(
      fc.property(place, part, (seq, one) => {
        expect(found(withRow(seq, { [one]: `${at(seq)[one]}x` }))).toEqual([`changed ${seq}-${seq}`]);
      }),
    );
  });

  it("names the row that was changed together with its hash", () => {
    fc.assert(
      fc.property(place, (seq) => {
        const forged = { ...at(seq), role: "administrator" };
        expect(found(withRow(seq, { ...forged, hash: auditHashOf(forged) }))).toEqual([
          `changed ${seq}-${seq}`,
        ]);
      }),
    );
  });

  it("names the rows that were removed", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 20 }), (from, more) => {
        const to = Math.min(from + more, COUNT - 1);
        expect(found(LOG.filter(({ seq }) => seq < from || seq > to))).toEqual([`removed ${from}-${to}`]);
      }),
    );
  });

  it("tells that rows were removed and those behind numbered anew", () => {
    const renumbered = LOG.filter(({ seq }) => seq !== 50 && seq !== 51).map((row, index) => ({
      ...row,
      seq: index + 1,
    }));
    expect(found(renumbered, { ...HEAD, seq: COUNT - 2 })).toEqual(["removed 50-51"]);
  });

  it("names the rows that were inserted, also with a hash that fits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: COUNT - 2 }), fc.boolean(), (behind, fits) => {
        const forged = { ...at(behind), seq: behind + 1, previous: at(behind).hash, deed: "vote.cast" };
        const inserted = { ...forged, hash: fits ? auditHashOf(forged) : at(3).hash };
        const rows = [
          ...LOG.slice(0, behind),
          inserted,
          ...LOG.slice(behind).map((row) => ({ ...row, seq: row.seq + 1 })),
        ];
        const said = found(rows, { ...HEAD, seq: COUNT + 1 });
        expect(said).toContain(`inserted ${behind + 1}-${behind + 1}`);
        expect(said.every((one) => one.endsWith(` ${behind + 1}-${behind + 1}`))).toBe(true);
      }),
    );
  });

  it("names both rows that were exchanged, near and far", () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one !== other);
        const rows = LOG.map((row) =>
          row.seq === one ? { ...at(other), seq: one } : row.seq === other ? { ...at(one), seq: other } : row,
        );
        expect(found(rows).sort()).toEqual([`reordered ${one}-${one}`, `reordered ${other}-${other}`].sort());
      }),
    );
  });

  it("tells that the end was cut off, and that rows were added beside the application", () => {
    expect(found(LOG.slice(0, 150))).toEqual([`truncated 151-${COUNT}`]);
    expect(found([...auditRows(COUNT + 2)])).toEqual([`inserted ${COUNT + 1}-${COUNT + 2}`]);
  });
});
