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
import { openStore, readKnowledge, type Store, verifyAudit } from "@concord/store";
import { auditRows, fillAudit } from "@concord/store/testing/audit";
import { medianMilliseconds } from "./median.ts";

const ROWS = 1_000_000;
const TURNS = 20_000;
const WRITES = 300;
const ROUNDS = 5;
const PERSON = { account: "a1", actor: "BGD", role: "member" } as const;
const PROFILE = "http://localhost/api/v1/states/BGD/profile";

/** Microseconds for one turn, the middle of some rounds. */
async function microseconds(turns: number, work: () => unknown): Promise<number> {
  const round = async () => {
    for (let turn = 0; turn < turns; turn += 1) await work();
  };
  return ((await medianMilliseconds(ROUNDS, round)) * 1000) / turns;
}

const line = (name: string, figure: string) => console.log(`${name.padEnd(58)}${figure}`);
const ask = (app: App, address: string) => async () =>
  void (await (await app.fetch(new Request(address))).arrayBuffer());

async function measureAddresses(store: Store): Promise<void> {
  const holdings = {
    law: buildLaw(await readKnowledge(fileURLToPath(new URL("../../data", import.meta.url)))),
    records: recordsOf(store),
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
  const bare = await microseconds(TURNS, ask(without, PROFILE));
  const checked = await microseconds(TURNS, ask(beside, PROFILE));
  line("public address, no private ones beside it", `${bare.toFixed(1)} µs`);
  line(
    "public address beside private ones",
    `${checked.toFixed(1)} µs (${((checked / bare - 1) * 100).toFixed(1)} % more)`,
  );
  const read = await microseconds(WRITES, () => store.read(async () => undefined, PERSON));
  const me = await microseconds(WRITES, ask(beside, "http://localhost/api/v1/me"));
  line("empty reading transaction", `${(read / 1000).toFixed(2)} ms`);
  line(
    "private address (identify, decide, read, answer)",
    `${(me / 1000).toFixed(2)} ms (${((me - read) / 1000).toFixed(2)} ms more)`,
  );
}

async function measureAudit(store: Store): Promise<void> {
  const event = { deed: "proposal.make", subject: { kind: "proposal", id: "p1" } } as const;
  const empty = await microseconds(WRITES, () => store.write(async () => undefined, PERSON));
  const recorded = await microseconds(WRITES, () => store.write(async (tx) => tx.record(event), PERSON));
  line("empty writing transaction", `${(empty / 1000).toFixed(2)} ms`);
  line(
    "the same with an audit row, committed to disk",
    `${(recorded / 1000).toFixed(2)} ms (${((recorded - empty) / 1000).toFixed(2)} ms more)`,
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
