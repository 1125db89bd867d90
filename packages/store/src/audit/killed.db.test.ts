import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SYSTEM } from "@concord/core/access";
import { describe, expect, it } from "vitest";
import { selectAuditHead } from "../queries/audit.ts";
import { themes } from "../schema/index.ts";
import { openStore, type StorePlace } from "../store.ts";
import { freshDatabase } from "../testing/index.ts";

const moduleAt = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));

/** Changes a table, asks for the audit row, says so, and never comes to the end of the transaction. */
const programOf = (place: StorePlace) => `
  const { openStore } = await import(${moduleAt("../store.ts")});
  const { themes } = await import(${moduleAt("../schema/index.ts")});
  const store = await openStore(${JSON.stringify(place)});
  await store.write(async (tx) => {
    await tx.db.insert(themes).values({ id: "a.b", ordinal: 1, pillar: "a", label: "A", scope: "" });
    tx.record({ deed: "knowledge.load", subject: { kind: "theme", id: "a.b" } });
    process.stdout.write("changed");
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  }, { account: null, actor: null, role: "system" });`;

async function placeFor(
  kind: "embedded" | "server",
): Promise<{ place: StorePlace; remove: () => Promise<void> }> {
  if (kind === "server") {
    const { url, remove } = await freshDatabase("blank");
    return { place: { databaseUrl: url }, remove };
  }
  const folder = await mkdtemp(join(tmpdir(), "concord-killed-"));
  return { place: { folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}

describe.each(["embedded", "server"] as const)(
  "a process killed between a change and its audit row (%s)",
  (kind) => {
    it("leaves neither", async () => {
      const { place, remove } = await placeFor(kind);
      const child = spawn(process.execPath, ["--input-type=module", "-e", programOf(place)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const gone = once(child, "exit");
      await once(child.stdout, "data");
      child.kill("SIGKILL");
      await gone;
      const store = await openStore(place);
      expect(await store.read((tx) => tx.db.$count(themes), SYSTEM)).toBe(0);
      expect(await store.read(selectAuditHead, SYSTEM)).toMatchObject({ seq: 0 });
      await store.write(
        async (tx) => tx.record({ deed: "knowledge.load", subject: { kind: "theme" } }),
        SYSTEM,
      );
      expect(await store.read(selectAuditHead, SYSTEM)).toMatchObject({ seq: 1 });
      await store.close();
      await remove();
    });
  },
);
