import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SYSTEM } from "@concord/core/access";
import { cancelJob, openStore, type Store, type StorePlace, selectJob } from "@concord/store";
import { asOwner, freshDatabase, onBothEngines } from "@concord/store/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startWorkers, type Workers } from "./jobs.ts";
import { defineJob, type JobDefinition, jobKind, sendJob } from "./kind.ts";
import { recurringJob } from "./recurring.ts";

const RHYTHM = { pollSeconds: 0.5, watchSeconds: 1 };
const QUIET = { ended: () => undefined, troubled: () => undefined };
const LETTER = jobKind("letter.write", z.object({ to: z.string() }));
const moduleAt = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function stateOf(store: Store, id: string): Promise<string | undefined> {
  return (await store.read((tx) => selectJob(tx, id), SYSTEM))?.state;
}

async function untilState(store: Store, id: string, state: string): Promise<void> {
  for (let looked = 0; (await stateOf(store, id)) !== state; looked += 1) {
    if (looked > 500) throw new Error(`the job is ${await stateOf(store, id)}, not ${state}`);
    await pause(50);
  }
}

onBothEngines("work", "blank", (store) => {
  let tries = 0;
  let workers: Workers;
  const written: string[] = [];
  const definitions: JobDefinition[] = [
    defineJob(
      LETTER,
      async ({ to }, { once }) => {
        await once(
          "write",
          async (tx) => void (await tx.db.execute(sql`INSERT INTO letters VALUES (${to})`)),
        );
        if (to === "fails once" && tries++ === 0) throw new Error("the post is closed");
        if (to === "fails always") throw new Error("nobody lives there");
        written.push(to);
        return { to };
      },
      { retries: 1, backOffSeconds: 1 },
    ),
    defineJob(jobKind("long.walk", z.object({})), async (_nothing, { signal, progress }) => {
      for (let step = 1; ; step += 1) {
        await progress(step);
        await pause(20);
        signal.throwIfAborted();
      }
    }),
    defineJob(
      jobKind("stair.climb", z.object({})),
      async (_nothing, { checkpoint, save }) => {
        const from = z.number().nullable().parse(checkpoint) ?? 0;
        if (from === 0) {
          await save(7);
          throw new Error("out of breath");
        }
        return { wentOnFrom: from };
      },
      { retries: 1, backOffSeconds: 1 },
    ),
  ];
  const ask = (to: string, key?: string) =>
    store().write((tx) => sendJob(tx, LETTER, { to }, key === undefined ? {} : { key }), SYSTEM);
  const lettersTo = async (to: string) =>
    (await store().read((tx) => tx.rows(sql`SELECT * FROM letters WHERE receiver = ${to}`), SYSTEM)).length;

  beforeAll(async () => {
    await asOwner(store(), sql`CREATE TABLE letters (receiver text)`);
    const today = recurringJob(LETTER, () => ({ key: "2026-11-24", payload: { to: "everyone" } }));
    workers = await startWorkers(store(), definitions, [today], QUIET, RHYTHM);
  });
  afterAll(() => workers.stop());

  it("is done when its transaction holds, and was never asked for when it doesn't", async () => {
    const failing = store().write(async (tx) => {
      await sendJob(tx, LETTER, { to: "nobody" });
      throw new Error("stop");
    }, SYSTEM);
    await expect(failing).rejects.toThrow("stop");
    const id = await ask("someone");
    workers.look();
    await untilState(store(), id, "done");
    expect(await store().read((tx) => selectJob(tx, id), SYSTEM)).toMatchObject({
      result: { to: "someone" },
    });
    expect(written).not.toContain("nobody");
  });

  it("asked for twice with one key is one job, also when the clock asks", async () => {
    const first = await ask("friend", "letter to a friend");
    expect(await ask("friend", "letter to a friend")).toBe(first);
    await untilState(store(), first, "done");
    expect(await lettersTo("friend")).toBe(1);
    await untilState(store(), await ask("everyone", "2026-11-24"), "done");
    expect(await lettersTo("everyone")).toBe(1);
  });

  it("that fails is tried again, and its effect happens once", async () => {
    const id = await ask("fails once");
    await untilState(store(), id, "done");
    expect(await lettersTo("fails once")).toBe(1);
    expect(await store().read((tx) => selectJob(tx, id), SYSTEM)).toMatchObject({ faults: 1, attempt: 2 });
  });

  it("that keeps failing ends as failed, with the reason", async () => {
    const id = await ask("fails always");
    await untilState(store(), id, "failed");
    expect(await store().read((tx) => selectJob(tx, id), SYSTEM)).toMatchObject({
      fault: "Error: nobody lives there",
      faults: 2,
    });
  });

  it("goes on from its checkpoint", async () => {
    const id = await store().write(
      (tx) => sendJob(tx, { name: "stair.climb", payload: z.object({}) }, {}),
      SYSTEM,
    );
    await untilState(store(), id, "done");
    expect(await store().read((tx) => selectJob(tx, id), SYSTEM)).toMatchObject({
      result: { wentOnFrom: 7 },
    });
  });

  it("stops when it is cancelled, whether it runs or waits", async () => {
    const walk = { name: "long.walk", payload: z.object({}) };
    const id = await store().write((tx) => sendJob(tx, walk, {}), SYSTEM);
    await untilState(store(), id, "running");
    expect(await store().write((tx) => cancelJob(tx, id), SYSTEM)).toBe(true);
    await untilState(store(), id, "cancelled");
    const later = await store().write(
      (tx) => sendJob(tx, walk, {}, { notBefore: "2100-01-01T00:00:00Z" }),
      SYSTEM,
    );
    await store().write((tx) => cancelJob(tx, later), SYSTEM);
    expect(await stateOf(store(), later)).toBe("cancelled");
  });

  it("with a payload of another shape is refused when asked for", () => {
    const asking = store().write(async (tx) => sendJob(tx, LETTER, JSON.parse('{"to":3}')), SYSTEM);
    return expect(asking).rejects.toThrow();
  });
});

describe.each(["embedded", "server"])("a worker killed in mid-job (%s)", (kind) => {
  let place: StorePlace;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    if (kind === "server") {
      const database = await freshDatabase("blank");
      place = { databaseUrl: database.url };
      remove = database.remove;
    } else {
      const folder = await mkdtemp(join(tmpdir(), "concord-jobs-"));
      place = { folder };
      remove = () => rm(folder, { recursive: true, force: true });
    }
  });
  afterAll(() => remove());

  it("is followed by another one, and the effect happened once", async () => {
    const patience = { silenceSeconds: 10, backOffSeconds: 1 };
    let store = await openStore(place);
    await asOwner(store, sql`CREATE TABLE letters (receiver text)`);
    const id = await store.write((tx) => sendJob(tx, LETTER, { to: "someone" }), SYSTEM);
    if (kind === "embedded") await store.close();
    // The first worker writes the letter and never comes to an end.
    const program = `
      const { startWorkers } = await import(${JSON.stringify(moduleAt("./jobs.ts"))});
      const { defineJob, jobKind } = await import(${JSON.stringify(moduleAt("./kind.ts"))});
      const { openStore } = await import("@concord/store");
      const { z } = await import("zod");
      const { sql } = await import("drizzle-orm");
      const store = await openStore(${JSON.stringify(place)});
      const letter = jobKind("letter.write", z.object({ to: z.string() }));
      const write = defineJob(letter, async ({ to }, { once }) => {
        await once("write", async (tx) => void (await tx.db.execute(sql\`INSERT INTO letters VALUES (\${to})\`)));
        console.log("written");
        await new Promise((resolve) => setTimeout(resolve, 3_600_000));
      }, ${JSON.stringify(patience)});
      const quiet = { ended() {}, troubled() {} };
      await startWorkers(store, [write], [], quiet, ${JSON.stringify(RHYTHM)});`;
    const first = spawn(process.execPath, ["--input-type=module", "-e", program], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      stdio: ["ignore", "pipe", "inherit"],
    });
    await Promise.race([once(first.stdout, "data"), once(first, "exit")]);
    first.kill("SIGKILL");
    await once(first, "exit");
    if (kind === "embedded") store = await openStore(place);
    const write = defineJob(
      LETTER,
      async ({ to }, run) => {
        await run.once(
          "write",
          async (tx) => void (await tx.db.execute(sql`INSERT INTO letters VALUES (${to})`)),
        );
        return "ended";
      },
      patience,
    );
    const second = await startWorkers(store, [write], [], QUIET, RHYTHM);
    await untilState(store, id, "done");
    expect(await store.read((tx) => tx.rows(sql`SELECT * FROM letters`), SYSTEM)).toHaveLength(1);
    expect(await store.read((tx) => selectJob(tx, id), SYSTEM)).toMatchObject({ attempt: 2, faults: 0 });
    await second.stop();
    await store.close();
  });
});
