import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { clusterOptions, embeddedEngine } from "../engine/embedded.ts";
import { migrate } from "../engine/migrate.ts";
import { openServer } from "../engine/server.ts";
import { loadDataPackage } from "../loading/load.ts";
import { storeOver } from "../store.ts";
import { DATA_FOLDER } from "./package-copy.ts";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the test server, ending in `/`: a database name is to follow. */
    postgresUrl: string;
    /** Folder of the two embedded databases, as dumps: `blank.tar` and `loaded.tar`. */
    dumpFolder: string;
  }
}

/**
 * Runs once before all tests that need a database: starts a PostgreSQL server and makes, on it and embedded, a database with
 * empty tables and one with the data package loaded. Each test file then gets a copy of its own in well under a second.
 */
export default async function prepareEngines(project: TestProject): Promise<() => Promise<void>> {
  const dumpFolder = await mkdtemp(join(tmpdir(), "concord-dumps-"));
  const [server] = await Promise.all([prepareServer(), prepareEmbedded(dumpFolder)]);
  project.provide("postgresUrl", server.url);
  project.provide("dumpFolder", dumpFolder);
  return async () => {
    await server.stop();
    await rm(dumpFolder, { recursive: true, force: true });
  };
}

async function prepareServer() {
  const server = await startPostgres();
  const admin = postgres(`${server.url}postgres`, { max: 1, onnotice: () => undefined });
  await admin`CREATE DATABASE blank`;
  await (await openServer(`${server.url}blank`)).close();
  await admin`CREATE DATABASE loaded TEMPLATE blank`;
  const store = storeOver(await openServer(`${server.url}loaded`));
  await loadDataPackage(store, DATA_FOLDER);
  await store.close();
  await admin.end();
  return server;
}

async function prepareEmbedded(dumpFolder: string): Promise<void> {
  const client = await PGlite.create(clusterOptions());
  const engine = embeddedEngine(client, async () => undefined);
  const dump = async (name: string) =>
    writeFile(join(dumpFolder, name), (await client.dumpDataDir("none")).stream());
  await migrate(engine);
  await dump("blank.tar");
  await loadDataPackage(storeOver(engine), DATA_FOLDER);
  await dump("loaded.tar");
  await client.close();
}
