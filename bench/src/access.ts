/**
 * What access and memory cost: a public address with and without private ones beside it, a private one against the bare database, an audit row
 * against the same transaction without it, and the verification of 10^6 rows. Run with `node bench/src/access.ts`, or as part of `npm run bench`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SYSTEM } from "@concord/core/access";
import { buildLaw } from "@concord/core/instruments";
import { createHighsSolver } from "@concord/core/instruments/roadmap";
import { type App, createApp, openPageFiles, recordsOf } from "@concord/server";
import { openStore, readKnowledge, type Store, verifyAudit, type WriteTx } from "@concord/store";
import { auditRows, fillAudit } from "@concord/store/testing/audit";
import { sql } from "drizzle-orm";
import { medianMilliseconds } from "./median.ts";

const ROWS = 1_000_000;
const TURNS = 5_000;
const WRITES = 100;
const ROUNDS = 7;
const PERSON = { account: "a1", actor: "BGD", role: "member" } as const;
const PROFILE = "http://localhost/api/v1/states/BGD/profile";

/** Microseconds for one turn of each work, the middle of some rounds taken by turns, so that a slow moment meets all alike. */
async function microseconds(turns: number, ...works: (() => unknown)[]): Promise<number[]> {
  const rounds: number[][] = works.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, work] of works.entries())
      rounds[index]?.push(
        await medianMilliseconds(1, async () => {
          for (let turn = 0; turn < turns; turn += 1) await work();
        }),
      );
  return rounds.map(
    (times) => ((times.sort((x, y) => x - y)[Math.floor(ROUNDS / 2)] ?? Number.NaN) * 1000) / turns,
  );
}

const line = (name: string, figure: string) => console.log(`${name.padEnd(58)}${figure}`);
const ask = (app: App, address: string) => async () =>
  void (await (await app.fetch(new Request(address))).arrayBuffer());

async function measureAddresses(store: Store): Promise<void> {
  const holdings = {
    law: buildLaw(await readKnowledge(fileURLToPath(new URL("../../data", import.meta.url)))),
    records: recordsOf(store),
    book: { plans: [], links: [], actors: [] },
    solver: createHighsSolver,
    version: "bench",
    dataHash: "bench",
    today: () => "2026-11-24",
  };
  const files = await openPageFiles(undefined);
  const without = createApp(holdings, files);
  const beside = createApp(holdings, files, { store, identify: async () => PERSON, now: () => new Date() });
  await ask(without, PROFILE)();
  await ask(beside, PROFILE)();
  const [bare = 0, checked = 0] = await microseconds(TURNS, ask(without, PROFILE), ask(beside, PROFILE));
  line("public address, no private ones beside it", `${bare.toFixed(1)} µs`);
  line(
    "public address beside private ones",
    `${checked.toFixed(1)} µs (${((checked / bare - 1) * 100).toFixed(1)} % more)`,
  );
  const [read = 0, me = 0] = await microseconds(
    WRITES,
    () => store.read(async () => undefined, PERSON),
    ask(beside, "http://localhost/api/v1/me"),
  );
  line("empty reading transaction", `${(read / 1000).toFixed(2)} ms`);
  line(
    "private address (identify, decide, read, answer)",
    `${(me / 1000).toFixed(2)} ms (${((me - read) / 1000).toFixed(2)} ms more)`,
  );
}

async function measureAudit(store: Store): Promise<void> {
  const event = { deed: "proposal.make", subject: { kind: "proposal", id: "p1" } } as const;
  const change = (tx: WriteTx) => tx.db.execute(sql`UPDATE themes SET ordinal = ordinal + 1`);
  await store.write((tx) => tx.db.execute(sql`INSERT INTO themes VALUES ('a.b', 1, 'a', 'A', '')`), SYSTEM);
  const [changed = 0, recorded = 0] = await microseconds(
    WRITES,
    () => store.write(change, SYSTEM),
    () =>
      store.write(async (tx) => {
        await change(tx);
        tx.record(event);
      }, SYSTEM),
  );
  line("transaction that changes a row, committed to disk", `${(changed / 1000).toFixed(2)} ms`);
  line(
    "the same with an audit row",
    `${(recorded / 1000).toFixed(2)} ms (${((recorded - changed) / 1000).toFixed(2)} ms more)`,
  );
  await fillAudit(store, auditRows(ROWS));
  const start = performance.now();
  const { rows, findings } = await verifyAudit((work) => store.read(work, SYSTEM));
  const seconds = (performance.now() - start) / 1000;
  line(
    `verification of ${rows.toLocaleString("en")} audit rows`,
    `${seconds.toFixed(1)} s, ${findings.length} findings`,
  );
}

const folder = await mkdtemp(join(tmpdir(), "concord-bench-"));
const store = await openStore({ folder });
try {
  await measureAddresses(store);
  await measureAudit(store);
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
