/** Holdings for tests: the real knowledge base, and a handful of rows where a database would stand. */
import { fileURLToPath } from "node:url";
import { buildLaw, type Law } from "@concord/core/instruments";
import { createHighsSolver } from "@concord/core/instruments/roadmap";
import { type PlanBook, readKnowledge, readPlanBook } from "@concord/store";
import { sha256 } from "../api/consultation-log.ts";
import { type App, createApp } from "../app.ts";
import type { Holdings } from "../holdings.ts";
import type { PageFiles } from "../pages/files.ts";
import { madeUpRecords } from "./records.ts";

const DATA = fileURLToPath(new URL("../../../../data", import.meta.url));
export const TODAY = "2026-11-24";

let law: Promise<Law> | undefined;

/** The law of the real data package, built once. */
export function realLaw(): Promise<Law> {
  law ??= readKnowledge(DATA).then(buildLaw);
  return law;
}

let book: Promise<PlanBook> | undefined;

/** The plans of the real data package, read once. */
export function realBook(): Promise<PlanBook> {
  book ??= readPlanBook(DATA, sha256);
  return book;
}

/** The real law with made-up rows of the database. */
export async function testHoldings(): Promise<Holdings> {
  const real = await realLaw();
  let solver: ReturnType<typeof createHighsSolver> | undefined;
  return {
    law: real,
    records: madeUpRecords(real),
    book: await realBook(),
    solver: () => {
      solver ??= createHighsSolver();
      return solver;
    },
    version: "0.1.0",
    dataHash: "0123456789abcdef",
    today: () => TODAY,
  };
}

/** No built pages: the pages still read, nothing is interactive. */
export const NO_FILES: PageFiles = { template: undefined, find: () => undefined, linksFor: () => "" };

/** The application over the real law. */
export async function testApp(files: PageFiles = NO_FILES): Promise<App> {
  return createApp(await testHoldings(), files);
}

/** Asks the application for a path with optional headers. */
export async function get(app: App, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.fetch(new Request(`http://localhost${path}`, { headers }));
}
