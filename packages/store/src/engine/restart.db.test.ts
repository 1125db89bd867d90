import { SYSTEM } from "@concord/core/access";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../store.ts";
import { type PostgresServer, startPostgres } from "../testing/postgres-server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres(true);
});
afterAll(() => server.stop());

it("a database server restarted under load: acknowledged writes are there, and work goes on without us", async () => {
  const store = await openStore({ databaseUrl: `${server.url}postgres` });
  const acknowledged: string[] = [];
  let refused = 0;
  let writing = true;
  const write = async (writer: number) => {
    for (let n = 0; writing; n += 1) {
      const key = `${writer}/${n}`;
      await store
        .write(
          (tx) => tx.db.execute(sql`INSERT INTO jobs (kind, key, payload) VALUES ('test', ${key}, '{}')`),
          SYSTEM,
        )
        .then(
          () => void acknowledged.push(key),
          async () => {
            refused += 1;
            await new Promise((resolve) => setTimeout(resolve, 50));
          },
        );
    }
  };
  const writers = [0, 1, 2, 3].map(write);
  const until = async (count: number) => {
    while (acknowledged.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await until(50);
  await server.restart();
  await until(acknowledged.length + 50);
  writing = false;
  await Promise.all(writers);
  const kept = await store.read((tx) => tx.rows<{ key: string }>(sql`SELECT key FROM jobs`), SYSTEM);
  const keys = new Set(kept.map(({ key }) => key));
  expect(refused).toBeGreaterThan(0);
  expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
  await store.close();
});
