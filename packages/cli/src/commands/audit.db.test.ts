import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@concord/store";
import { asOwner } from "@concord/store/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "../testing/io.ts";

let folder: string;
const place = () => `--var ${folder}`;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-audit-"));
  const store = await openStore({ folder });
  const admin = { account: "a9", actor: "concord-secretariat", role: "administrator" } as const;
  for (const id of ["=1+1", "i2", "i3"])
    await store.write(
      async (tx) => tx.record({ deed: "invitation.create", subject: { kind: "invitation", id } }),
      admin,
    );
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("lists, exports with formulas defused, verifies, and finds what was tampered with", async () => {
  const listed = await run(`admin audit list ${place()} --subject invitation:i2`);
  expect([listed.code, listed.out]).toEqual([0, expect.stringContaining("invitation i2")]);
  const exported = await run(`admin audit export ${place()}`);
  expect(exported.out.split("\r\n").at(-2)).toContain(",'=1+1,done,");
  const whole = await run(`admin audit verify ${place()}`);
  expect([whole.code, whole.out]).toEqual([0, expect.stringContaining("3 rows: nothing was changed")]);
  const head = whole.out.trim().split(" ").at(-1);
  const store = await openStore({ folder });
  await asOwner(store, "ALTER TABLE audit_log DISABLE TRIGGER USER");
  await asOwner(store, "UPDATE audit_log SET role = 'member' WHERE seq = 2");
  await asOwner(store, "DELETE FROM audit_log WHERE seq = 3");
  await store.close();
  const found = await run(`admin audit verify ${place()} --head ${head}`);
  expect(found.code).toBe(1);
  expect(found.out).toContain("Row 2 was changed.");
  expect(found.out).toContain("The log once reached row 3");
});

it("tells what is wrongly typed", async () => {
  expect(await run(`admin audit verify ${place()} --head 12`)).toMatchObject({ code: 2 });
  expect((await run(`admin audit list ${place()} --outcome maybe`)).err).toContain("done, refused, failed");
  expect((await run(`admin audit list ${place()} --from yesterday`)).err).toContain("is no moment");
});
