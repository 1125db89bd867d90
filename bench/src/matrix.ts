/** The matrix of all states × all themes on one day: from the in-memory form, against the same matrix by SQL. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildLaw, matrix } from "@concord/core/instruments";
import { loadDataPackage, matrixBySql, openStore, selectKnowledge } from "@concord/store";
import { medianMilliseconds } from "./median.ts";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));
const DAY = "2026-11-24";

const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
const started = performance.now();
const store = await openStore({ folder });
const opened = performance.now();
await loadDataPackage(store, DATA);
const loaded = performance.now();
const law = buildLaw(await store.read(selectKnowledge));
const bySql = await medianMilliseconds(5, () => store.read((tx) => matrixBySql(tx, DAY)));
const inMemory = await medianMilliseconds(50, () => matrix(law, DAY));
await store.close();
const reopening = performance.now();
await (await openStore({ folder })).close();
const reopened = performance.now();
rmSync(folder, { recursive: true, force: true });

const row = (name: string, milliseconds: number, note = "") =>
  console.log(`${name.padEnd(48)} ${milliseconds.toFixed(2).padStart(10)} ms  ${note}`);
row("create the embedded database", opened - started);
row("load the knowledge base", loaded - opened);
row("open it again, and close", reopened - reopening);
row("matrix by SQL (baseline)", bySql);
row(
  "matrix from the in-memory form",
  inMemory,
  `${(bySql / inMemory).toFixed(0)} × the baseline; asked ≤ 5 ms`,
);
