/** `concord estimate`: how many are hidden, judged from the overlap of lists. */
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { analyse } from "../analysis/analyse.ts";
import {
  decomposableEstimate,
  latentClassEstimate,
  type MethodEstimate,
  simpleCompanions,
} from "../analysis/compare-methods.ts";
import { inlineRunner, type Runner } from "../pool/inline-runner.ts";
import { startWorkerPool } from "../pool/worker-pool.ts";
import { sayRefusal } from "../refusal.ts";
import { analysisToHtml } from "../report/analysis-html.ts";
import { analysisToJson, methodToJson } from "../report/analysis-json.ts";
import { analysisToText, methodsToLines, wrap } from "../report/analysis-text.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { BadInput, type CommandInput, type CommandShape, type CommandWorld } from "./command-shape.ts";
import { startProgress } from "./progress-line.ts";
import { type CompanionMethod, companionOf, listsOf, optionsOf, textOf } from "./read-options.ts";
import { readTable } from "./read-table.ts";

export const estimateCommand: CommandShape = {
  name: "estimate",
  summary: "estimate how many people are on no list, from the overlap of lists",
  usage: "FILE.csv",
  description:
    "FILE is a capture table: a column for each list with 1 (on it) or 0 (not on it), and a column “count” with the number of " +
    "cases on exactly these lists. Combinations that are not given count as zero. Without a column “count” each row is one case. " +
    "2 to 12 lists. “-” reads standard input.\n\n" +
    "Methods: stepwise (pairs of lists added by p-value), main (lists taken as independent), best, downhill and average (by " +
    "--criterion), fixed (with --model), and the companions lcmcr (Bayesian latent classes), dga (Bayesian average of " +
    "decomposable graphs), chao (lower bound), chapman (two lists). Unless --quick is given, other methods are run beside the " +
    "chosen one, because one number can mislead.\n\n" +
    "The interval reported is a bootstrap (BCa) in which the model is chosen anew in every replicate. The same seed gives the " +
    "same figures on every machine.",
  positionals: { min: 1, max: 1 },
  options: {
    method: { type: "string", placeholder: "NAME", summary: "how the model is chosen (default: stepwise)" },
    threshold: { type: "string", placeholder: "P", summary: "p-value of stepwise choice (default: 0.02)" },
    criterion: {
      type: "string",
      placeholder: "NAME",
      summary: "aic, aicc or bic, for best, downhill and average (default: bic)",
    },
    order: { type: "string", placeholder: "N", summary: "most lists in an interaction (default: 2)" },
    model: {
      type: "string",
      placeholder: "TERMS",
      summary: "a fixed model, such as “A:B, B:C”; “main” for none",
    },
    boot: { type: "string", placeholder: "N", summary: "bootstrap replicates; 0 for none (default: 1000)" },
    level: { type: "string", placeholder: "SHARE", summary: "coverage of the intervals (default: 0.95)" },
    seed: { type: "string", placeholder: "N", summary: "seed of the random numbers (default: 1)" },
    coverage: {
      type: "string",
      placeholder: "N",
      summary: "simulate N tables from the fitted model and count how often the intervals hold the truth",
    },
    lists: {
      type: "string",
      placeholder: "A,B,…",
      summary: "columns that are lists (default: all but the count)",
    },
    count: { type: "string", placeholder: "COLUMN", summary: "column of counts (default: count)" },
    quick: { type: "boolean", summary: "leave the other methods out" },
    report: {
      type: "string",
      placeholder: "FILE.html",
      summary: "write a report with figures that needs nothing else",
    },
    json: { type: "boolean", summary: "the whole answer as JSON" },
  },
  examples: [
    { line: "concord estimate uk.csv", answers: "estimate, intervals, other methods and a verdict" },
    { line: "concord estimate uk.csv --report uk.html", answers: "the same with figures, in a file" },
    {
      line: "concord estimate uk.csv --method downhill --criterion bic --boot 0 --quick",
      answers: "a downhill search by BIC, no bootstrap",
    },
    {
      line: "concord estimate cases.csv --lists police,shelter,hospital",
      answers: "case rows, three list columns",
    },
  ],
  run: estimate,
};

async function estimate(args: CommandInput, io: CommandWorld): Promise<number> {
  const name = args.positionals[0]!;
  const lists = listsOf(args);
  const count = textOf(args, "count");
  const table = await readTable(name, { ...(lists ? { lists } : {}), ...(count ? { count } : {}) }, io);
  const options = optionsOf(args, table);
  const companion = companionOf(args);
  const report = textOf(args, "report");
  if (companion && report) {
    throw new BadInput(
      `--report with --method ${companion}: the report is of a log-linear method. Leave --method out; the report shows this method beside it.`,
    );
  }
  // Threads take longer to start than a small analysis takes to finish.
  const small = !companion && !options.companions && options.boot <= 200 && options.coverage === 0;
  const pool = small ? { ...inlineRunner(io.signal), close: async () => {} } : startWorkerPool(io.signal);
  const progress = startProgress(io);
  try {
    if (companion) return await runCompanion(companion, table, options.level, options.seed, pool, args, io);
    const outcome = await analyse(table, options, pool, progress.tell);
    progress.end();
    if (!outcome.ok) throw new BadInput(`${name}, ${sayRefusal(outcome.refusal)}`);
    if (report) {
      const html = analysisToHtml(outcome.value, { source: basename(name), day: io.today });
      await writeWhole(resolve(io.cwd, report), report, html, io.signal);
    }
    await io.out(
      args.options.json === true
        ? `${JSON.stringify(analysisToJson(outcome.value), null, 2)}\n`
        : analysisToText(outcome.value, io.terminal ? io.columns : 100),
    );
    return 0;
  } catch (error) {
    if (io.signal.aborted) return 130;
    throw error;
  } finally {
    progress.end();
    await pool.close();
  }
}

async function runCompanion(
  method: CompanionMethod,
  table: CaptureTable,
  level: number,
  seed: number,
  pool: Runner,
  args: CommandInput,
  io: CommandWorld,
): Promise<number> {
  if (!(level > 0 && level < 1))
    throw new BadInput(`--level ${level}: not between 0 and 1. Give a share such as 0.95.`);
  const rows: MethodEstimate[] =
    method === "lcmcr"
      ? [await latentClassEstimate(table, level, seed, pool)]
      : method === "dga"
        ? [decomposableEstimate(table, level)]
        : simpleCompanions(table, level).filter((row) => row.id === method);
  const row = rows[0]!;
  if (row.total === undefined) throw new BadInput(`--method ${method}: ${row.note}`);
  if (args.options.json === true) {
    await io.out(
      `${JSON.stringify({ lists: table.lists, observed: table.observed, ...methodToJson(row) }, null, 2)}\n`,
    );
    return 0;
  }
  const remarks = [row.note, ...(row.interval?.remarks ?? [])].flatMap((text) => wrap(text, io.columns));
  await io.out(`${[...methodsToLines([row]), ...remarks].join("\n")}\n`);
  return 0;
}

/** Writes a file whole or not at all: under another name first, then renamed. */
async function writeWhole(path: string, name: string, text: string, signal: AbortSignal): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, text, { signal });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (signal.aborted) throw error;
    throw new BadInput(
      `--report ${name}: the file can't be written. Give a name in a folder where you may write.`,
    );
  }
}
