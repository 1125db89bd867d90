import { type Principal, SYSTEM } from "@concord/core/access";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Store } from "../store.ts";
import { onBothEngines } from "../testing/index.ts";
import {
  announceNewActs,
  countUnread,
  deleteSubscription,
  insertSubscription,
  markRead,
  type NoticeSubject,
  selectNotices,
  selectSubscriptions,
  subjectExists,
} from "./notices.ts";

const member = (account: string): Principal => ({ account, actor: "BGD", role: "member" });
const ADA = member("a-ada");
const BEN = member("a-ben");
const NEW_ACT = sql`
  INSERT INTO participation (ordinal, instrument, iso3, action, date, as_of, source)
  SELECT max(ordinal) + 1, 'palermo-protocol', 'IRN', 'accession', '2026-11-20', '2026-11-24', 'made up for a test'
  FROM participation`;
const announce = (store: Store) => store.write(announceNewActs, SYSTEM);
const subscribe = (store: Store, who: Principal, ...subjects: NoticeSubject[]) =>
  store.write(async (tx) => {
    for (const subject of subjects) await insertSubscription(tx, subject);
  }, who);
const noticesOf = (store: Store, who: Principal) => store.read((tx) => selectNotices(tx, 100), who);

onBothEngines("notices", "loaded", (store) => {
  it("a subject of the knowledge base can be subscribed to, once; others don't exist", async () => {
    const protocol = { kind: "instrument", subject: "palermo-protocol" } as const;
    await subscribe(store(), ADA, protocol, protocol, { kind: "state", subject: "IRN" });
    expect(await store().read(selectSubscriptions, ADA)).toHaveLength(2);
    expect(await store().read(selectSubscriptions, BEN)).toEqual([]);
    for (const [subject, exists] of [
      [protocol, true],
      [{ kind: "theme", subject: "protection.reflection" }, true],
      [{ kind: "group", subject: "eu" }, true],
      [{ kind: "state", subject: "ZZZ" }, false],
    ] as const)
      expect([subject, await store().read((tx) => subjectExists(tx, subject), ADA)]).toEqual([
        subject,
        exists,
      ]);
  });

  it("what was there before anybody asked is no news; a new joining is told once to whom it touches", async () => {
    expect(await announce(store())).toEqual({ acts: 0, notices: 0 });
    const [provision] = await store().read((tx) =>
      tx.rows<{ theme: string }>(
        sql`SELECT theme FROM provisions WHERE instrument = 'palermo-protocol' LIMIT 1`,
      ),
    );
    await subscribe(
      store(),
      BEN,
      { kind: "theme", subject: provision?.theme ?? "" },
      { kind: "group", subject: "eu" },
    );
    const cara = member("a-cara");
    await subscribe(store(), cara, { kind: "group", subject: "eu" }, { kind: "state", subject: "BGD" });
    await store().write((tx) => tx.db.execute(NEW_ACT), SYSTEM);
    expect(await announce(store())).toEqual({ acts: 1, notices: 2 });
    expect(await announce(store())).toEqual({ acts: 0, notices: 0 });
    expect(await noticesOf(store(), BEN)).toHaveLength(1);
    expect(await noticesOf(store(), cara)).toEqual([]);
    const told = await noticesOf(store(), ADA);
    expect(told).toMatchObject([
      {
        account: "a-ada",
        event: "act palermo-protocol IRN accession 2026-11-20",
        facts: { instrument: "palermo-protocol", iso3: "IRN", action: "accession", date: "2026-11-20" },
        readAt: null,
      },
    ]);
  });

  it("are seen and marked by their own person alone", async () => {
    const [mine] = await noticesOf(store(), ADA);
    expect(await store().write((tx) => markRead(tx, [mine?.id ?? ""]), BEN)).toBe(0);
    expect(await store().read(countUnread, ADA)).toBe(1);
    expect(await store().write((tx) => markRead(tx), ADA)).toBe(1);
    expect(await store().read(countUnread, ADA)).toBe(0);
    const others = await store().read(
      (tx) => tx.rows(sql`SELECT * FROM notices WHERE account = 'a-ada'`),
      BEN,
    );
    expect(others).toEqual([]);
  });

  it("end with the subscription", async () => {
    await store().write((tx) => deleteSubscription(tx, { kind: "state", subject: "IRN" }), ADA);
    expect((await store().read(selectSubscriptions, ADA)).map(({ kind }) => kind)).toEqual(["instrument"]);
  });
});
