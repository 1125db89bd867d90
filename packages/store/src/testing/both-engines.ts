import { openAsBlob } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { openInMemory } from "../engine/embedded.ts";
import { openServer } from "../engine/server.ts";
import { type Store, storeOver } from "../store.ts";

/** What a fresh database holds: empty tables, or the data package of the repository. */
export type StartingPoint = "blank" | "loaded";

/**
 * Runs the same rules on both engines, each with a database of its own that nothing else touches.
 * @param rules given a function that tells the store once the tests run
 */
export function onBothEngines(name: string, start: StartingPoint, rules: (store: () => Store) => void): void {
  describe.each(["embedded", "server"] as const)(`${name} (%s)`, (kind) => {
    let store: Store | undefined;
    let remove: () => Promise<void> = async () => undefined;
    beforeAll(async () => {
      if (kind === "embedded") store = storeOver(await openInMemory(await dumpOf(start)));
      else {
        const database = await freshDatabase(start);
        store = storeOver(await openServer(database.url));
        remove = database.remove;
      }
    });
    afterAll(async () => {
      await store?.close();
      await remove();
    });
    rules(() => {
      if (!store) throw new Error("the database is asked for before the tests run");
      return store;
    });
  });
}

/** A database on the test server, copied from one of the templates. */
export async function freshDatabase(
  start: StartingPoint,
): Promise<{ url: string; remove: () => Promise<void> }> {
  const server = inject("postgresUrl");
  const name = `test_${process.pid}_${Math.round(performance.timeOrigin + performance.now() * 1000)}`;
  await asAdmin((admin) => admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(start)}`);
  return {
    url: `${server}${name}`,
    remove: () => asAdmin((admin) => admin`DROP DATABASE ${admin(name)} WITH (FORCE)`),
  };
}

/** Runs one statement on the test server's maintenance database. */
export async function asAdmin(work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(`${inject("postgresUrl")}postgres`, { max: 1, onnotice: () => undefined });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** The dump of an embedded database, to be opened in memory. */
export function dumpOf(start: StartingPoint): Promise<Blob> {
  return openAsBlob(join(inject("dumpFolder"), `${start}.tar`));
}
