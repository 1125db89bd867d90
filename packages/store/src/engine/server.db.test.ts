import { sql } from "drizzle-orm";
import { describe, expect, inject, it } from "vitest";
import { openStore } from "../store.ts";
import { asAdmin, freshDatabase } from "../testing/index.ts";
import { refuseServer } from "./server.ts";

describe("a database server is refused with a cure", () => {
  it("when it is older than PostgreSQL 18", () => {
    expect(() => refuseServer(170_004, "UTF8")).toThrow(expect.objectContaining({ code: "server-too-old" }));
    expect(() => refuseServer(180_000, "UTF8")).not.toThrow();
  });

  it("when the database is not encoded in UTF8", async () => {
    await asAdmin((admin) => admin`CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
    const opening = openStore({ databaseUrl: `${inject("postgresUrl")}latin` });
    await expect(opening).rejects.toMatchObject({
      code: "wrong-encoding",
      cure: expect.stringContaining("UTF8"),
    });
    await asAdmin((admin) => admin`DROP DATABASE latin`);
  });

  it("when there is no such database", async () => {
    const opening = openStore({ databaseUrl: `${inject("postgresUrl")}nowhere` });
    await expect(opening).rejects.toMatchObject({
      code: "server-refused",
      cure: expect.stringContaining("CREATE DATABASE"),
    });
  });

  it("when nothing answers; the password does not show", async () => {
    const opening = openStore({ databaseUrl: "postgres://someone:secret@127.0.0.1:1/concord" });
    await expect(opening).rejects.toMatchObject({
      code: "server-unreachable",
      message: "The database server at 127.0.0.1:1/concord does not answer.",
    });
  });

  it("when its address makes no sense", async () => {
    await expect(openStore({ databaseUrl: "not an address" })).rejects.toMatchObject({
      code: "server-unreachable",
    });
  });

  it("when the user may not create tables", async () => {
    const database = await freshDatabase("blank");
    await asAdmin(async (admin) => {
      await admin`CREATE ROLE stranger LOGIN`;
      await admin`GRANT concord_app TO stranger WITH INHERIT FALSE, SET TRUE`;
    });
    const opening = openStore({ databaseUrl: database.url.replace("concord@", "stranger@") });
    await expect(opening).rejects.toMatchObject({ code: "server-refused" });
    await database.remove();
    await asAdmin((admin) => admin`DROP ROLE stranger`);
  });

  it("when the user may not act under the application's role, until it is granted", async () => {
    await asAdmin(async (admin) => {
      await admin`CREATE ROLE plain LOGIN`;
      await admin`CREATE DATABASE of_plain OWNER plain TEMPLATE template0`;
    });
    const databaseUrl = `${inject("postgresUrl").replace("concord@", "plain@")}of_plain`;
    await expect(openStore({ databaseUrl })).rejects.toMatchObject({
      code: "role-missing",
      cure: expect.stringContaining("GRANT concord_app TO"),
    });
    await asAdmin((admin) => admin`GRANT concord_app TO plain WITH INHERIT FALSE, SET TRUE`);
    const store = await openStore({ databaseUrl });
    expect(await store.read((tx) => tx.rows(sql`SELECT current_user AS me`))).toEqual([
      { me: "concord_app" },
    ]);
    await store.close();
    await asAdmin(async (admin) => {
      await admin`DROP DATABASE of_plain`;
      await admin`DROP ROLE plain`;
    });
  });
});
