import { type Principal, SYSTEM } from "@concord/core/access";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { selectAudit, selectAuditHead } from "../queries/audit.ts";
import { themes } from "../schema/index.ts";
import type { ReadTx } from "../store.ts";
import { asOwner, onBothEngines } from "../testing/index.ts";
import { verifyAudit } from "./verify.ts";

const FOCAL: Principal = { account: "a1", actor: "BGD", role: "focal-point" };
const ADMIN: Principal = { account: "a9", actor: "concord-secretariat", role: "administrator" };
const theme = (id: string) => ({ id, ordinal: id.length, pillar: "a", label: "A", scope: "" });

onBothEngines("the audit log", "blank", (store) => {
  const record = (principal: Principal, id: string) =>
    store().write(
      async (tx) => tx.record({ deed: "invitation.create", subject: { kind: "invitation", id } }),
      principal,
    );

  const readAll =
    () =>
    <T>(work: (tx: ReadTx) => Promise<T>) =>
      store().read(work, ADMIN);

  beforeAll(async () => {
    for (let number = 1; number <= 6; number += 1) await record(FOCAL, `i${number}`);
  });

  it("holds who, for whom, as what, and chains each row to the one before", async () => {
    const rows = await store().read((tx) => selectAudit(tx, {}, 2), ADMIN);
    expect(rows.map(({ seq }) => seq)).toEqual([6, 5]);
    expect(rows[0]).toMatchObject({
      account: "a1",
      actor: "BGD",
      role: "focal-point",
      deed: "invitation.create",
      subjectKind: "invitation",
      subjectId: "i6",
      outcome: "done",
      reason: "",
      detail: "{}",
      previous: rows[1]?.hash,
    });
    expect(await store().read(selectAuditHead, ADMIN)).toMatchObject({ seq: 6, hash: rows[0]?.hash });
    expect((await verifyAudit(readAll())).findings).toEqual([]);
  });

  it("has the row of a change or neither", async () => {
    const failing = store().write(async (tx) => {
      await tx.db.insert(themes).values(theme("a.b"));
      tx.record({ deed: "knowledge.load", subject: { kind: "theme", id: "a.b" } });
      throw new Error("stop");
    }, SYSTEM);
    await expect(failing).rejects.toThrow("stop");
    const impossible = store().write(async (tx) => {
      await tx.db.insert(themes).values(theme("a.bc"));
      tx.record({ deed: "knowledge.load", subject: { kind: "theme\n", id: "a.bc" } });
    }, SYSTEM);
    await expect(impossible).rejects.toMatchObject({ cause: expect.objectContaining({ code: "23514" }) });
    expect(await store().read((tx) => tx.db.$count(themes))).toBe(0);
    expect(await store().read(selectAuditHead, ADMIN)).toMatchObject({ seq: 6 });
  });

  it("is seen whole by administrators and secretariat, for the own actor by a focal point, not at all by others", async () => {
    await record({ account: "a2", actor: "IND", role: "member" }, "i7");
    const seen = async (principal: Principal) =>
      (await store().read((tx) => selectAudit(tx, {}, 100), principal)).length;
    expect(await seen(ADMIN)).toBe(7);
    expect(await seen(FOCAL)).toBe(6);
    expect(await seen({ account: "a2", actor: "IND", role: "member" })).toBe(0);
    expect(await store().read(selectAuditHead, FOCAL)).toBeUndefined();
  });

  it("can be narrowed by each part", async () => {
    const narrowed = (filter: Parameters<typeof selectAudit>[1]) =>
      store().read(async (tx) => (await selectAudit(tx, filter, 100)).map(({ seq }) => seq), ADMIN);
    expect(await narrowed({ account: "a2" })).toEqual([7]);
    expect(await narrowed({ subjectKind: "invitation", subjectId: "i3" })).toEqual([3]);
    expect(await narrowed({ before: 3, role: "focal-point", outcome: "done" })).toEqual([2, 1]);
    expect(await narrowed({ from: "2999-01-01T00:00:00Z" })).toEqual([]);
    expect(await narrowed({ to: "2999-01-01T00:00:00Z", deed: "vote.cast" })).toEqual([]);
  });

  it("numbers without a gap when many write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, number) => record(FOCAL, `many${number}`)));
    const check = await verifyAudit(readAll());
    expect([check.rows, check.findings]).toEqual([27, []]);
  });

  it("refuses every change, removal and forged row, by the application and by the owner", async () => {
    const statements = [
      "UPDATE audit_log SET outcome = 'refused' WHERE seq = 1",
      "DELETE FROM audit_log WHERE seq = 1",
      "TRUNCATE audit_log",
    ];
    for (const statement of [
      ...statements,
      "INSERT INTO audit_log (seq, deed, subject_kind, outcome, detail) VALUES (99, 'vote.cast', 'vote', 'done', '{}')",
      "INSERT INTO audit_log (account, deed, subject_kind, outcome, detail) VALUES ('x', 'vote.cast', 'vote', 'done', '{}')",
      "UPDATE audit_head SET seq = 1",
    ])
      await expect(
        store().write((tx) => tx.db.execute(sql.raw(statement)), SYSTEM),
        statement,
      ).rejects.toMatchObject({
        cause: expect.objectContaining({ code: "42501" }),
      });
    for (const statement of statements)
      await expect(asOwner(store(), sql.raw(statement)), statement).rejects.toMatchObject({
        cause: expect.objectContaining({ code: "42501" }),
      });
  });

  it("tells what was done to it by someone who took the triggers away", async () => {
    await asOwner(store(), sql`ALTER TABLE audit_log DISABLE TRIGGER USER`);
    await asOwner(store(), sql`UPDATE audit_log SET account = 'a3' WHERE seq = 2`);
    await asOwner(store(), sql`DELETE FROM audit_log WHERE seq IN (4, 5)`);
    const kept = (await store().read(selectAuditHead, ADMIN)) ?? { seq: 0, hash: "" };
    await asOwner(store(), sql`DELETE FROM audit_log WHERE seq > 25`);
    const kinds = (check: Awaited<ReturnType<typeof verifyAudit>>) =>
      check.findings.map(({ kind, from, to }) => `${kind} ${from}-${to}`);
    expect(kinds(await verifyAudit(readAll()))).toEqual(["changed 2-2", "removed 4-5", "truncated 26-27"]);
    await asOwner(
      store(),
      sql`UPDATE audit_head SET seq = 25, hash = (SELECT hash FROM audit_log WHERE seq = 25)`,
    );
    expect(kinds(await verifyAudit(readAll()))).toEqual(["changed 2-2", "removed 4-5"]);
    expect(kinds(await verifyAudit(readAll(), kept))).toContain("truncated 26-27");
    expect(kinds(await verifyAudit(readAll(), { seq: 20, hash: "0".repeat(64) }))).toContain(
      "rewritten 1-20",
    );
  });
});
