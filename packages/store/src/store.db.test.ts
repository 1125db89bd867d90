import { SYSTEM } from "@concord/core/access";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { themes } from "./schema/index.ts";
import { onBothEngines } from "./testing/index.ts";

onBothEngines("a transaction", "blank", (store) => {
  const theme = { id: "a.b", ordinal: 1, pillar: "a", label: "A", scope: "" };

  it("that fails leaves nothing behind", async () => {
    const failing = store().write(async (tx) => {
      await tx.db.insert(themes).values(theme);
      throw new Error("stop");
    }, SYSTEM);
    await expect(failing).rejects.toThrow("stop");
    expect(await store().read((tx) => tx.db.select().from(themes))).toEqual([]);
  });

  it("that reads can't write, by the database's own refusal", async () => {
    const writing = store().read((tx) => tx.rows(sql`INSERT INTO themes VALUES ('a.b', 1, 'a', 'A', '')`));
    await expect(writing).rejects.toMatchObject({ name: "StoreError", code: "read-only" });
  });

  it("knows on whose behalf it runs, and forgets it at its end", async () => {
    const whom = sql`SELECT current_setting('concord.account', true) AS account,
      current_setting('concord.actor', true) AS actor, current_setting('concord.role', true) AS role`;
    const someone = { account: "someone", actor: "BGD", role: "member" } as const;
    expect(await store().read((tx) => tx.rows(whom), someone)).toEqual([someone]);
    expect(await store().read((tx) => tx.rows(whom))).toEqual([
      { account: "", actor: "", role: "anonymous" },
    ]);
  });

  it("refuses two periods of one membership that overlap", async () => {
    await store().write(async (tx) => {
      const state = sql`INSERT INTO states SELECT 'AAA', 1, 'AA', '', '', '', '', '', '', '', '', '', '', '', '', '{}'`;
      await tx.db.execute(state);
      await tx.db.execute(
        sql`INSERT INTO memberships VALUES ('eu', 'AAA', '[1990-01-01,2000-01-01)', 1, 'x')`,
      );
      await tx.db.execute(sql`INSERT INTO memberships VALUES ('eu', 'AAA', '[2000-01-01,)', 2, 'x')`);
    }, SYSTEM);
    const overlapping = store().write(
      (tx) =>
        tx.db.execute(sql`INSERT INTO memberships VALUES ('eu', 'AAA', '[1999-12-31,2001-01-01)', 3, 'x')`),
      SYSTEM,
    );
    await expect(overlapping).rejects.toMatchObject({ cause: expect.objectContaining({ code: "23P01" }) });
  });
});

onBothEngines("a closed store", "blank", (store) => {
  it("says so, and may be closed twice", async () => {
    await store().close();
    await store().close();
    await expect(store().read((tx) => tx.db.select().from(themes))).rejects.toMatchObject({ code: "closed" });
  });
});
