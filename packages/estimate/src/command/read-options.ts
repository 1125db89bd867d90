/** What was typed, turned into the options of an analysis; every wrong value is named with its cure. */
import { ANALYSIS_DEFAULTS, type AnalysisOptions } from "../analysis/analyse.ts";
import type { Criterion } from "../choice/criterion-search.ts";
import type { Method } from "../choice/method.ts";
import { parseModel } from "../model/model.ts";
import { sayRefusal } from "../refusal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { BadInput, type CommandInput } from "./command-shape.ts";

/** Methods without a log-linear model: they give an estimate and an interval, and no report. */
export const COMPANION_METHODS = ["lcmcr", "dga", "chao", "chapman"] as const;
export type CompanionMethod = (typeof COMPANION_METHODS)[number];

const METHODS = ["stepwise", "main", "best", "downhill", "average", "fixed", ...COMPANION_METHODS] as const;

export function textOf(args: CommandInput, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === "string" ? value : undefined;
}

function numberOf(args: CommandInput, name: string, missing: number, cure: string): number {
  const text = textOf(args, name);
  if (text === undefined) return missing;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new BadInput(`--${name} ${text}: this is not a number. ${cure}`);
  return value;
}

/** Names of the list columns, or undefined when not given. */
export function listsOf(args: CommandInput): string[] | undefined {
  return textOf(args, "lists")
    ?.split(",")
    .map((name) => name.trim());
}

export function companionOf(args: CommandInput): CompanionMethod | undefined {
  const typed = textOf(args, "method");
  return COMPANION_METHODS.find((name) => name === typed);
}

/** @throws BadInput for a value that can't be */
export function optionsOf(args: CommandInput, table: CaptureTable): AnalysisOptions {
  return {
    method: methodOf(args, table),
    level: numberOf(args, "level", ANALYSIS_DEFAULTS.level, "Give a share such as 0.95."),
    boot: numberOf(args, "boot", ANALYSIS_DEFAULTS.boot, "Give a number of replicates such as 1000."),
    seed: numberOf(args, "seed", ANALYSIS_DEFAULTS.seed, "Give a whole number."),
    companions: args.options.quick !== true,
    fitTables: ANALYSIS_DEFAULTS.fitTables,
    coverage: numberOf(args, "coverage", 0, "Give a number of simulated tables such as 500."),
  };
}

function methodOf(args: CommandInput, table: CaptureTable): Method {
  const kind = METHODS.find((name) => name === (textOf(args, "method") ?? "stepwise"));
  const model = textOf(args, "model");
  const threshold = numberOf(args, "threshold", 0.02, "Give a p-value from 0 to 1.");
  const order = numberOf(args, "order", 2, "Give a whole number such as 2.");
  const criterion = criterionOf(args);
  if (!kind) {
    throw new BadInput(
      `--method ${textOf(args, "method")}: there is no such method. Methods: ${METHODS.join(", ")}.`,
    );
  }
  if (model !== undefined || kind === "fixed") {
    const parsed = parseModel(table.lists, model ?? "main");
    if (!parsed.ok) throw new BadInput(`--model: ${sayRefusal(parsed.refusal)}`);
    return { kind: "fixed", interactions: parsed.value };
  }
  if (kind === "best" || kind === "average" || kind === "downhill") return { kind, criterion, order };
  return { kind: "stepwise", threshold: kind === "main" ? 0 : threshold };
}

function criterionOf(args: CommandInput): Criterion {
  const typed = textOf(args, "criterion") ?? "bic";
  const found = (["aic", "aicc", "bic"] as const).find((c) => c === typed.toLowerCase());
  if (!found)
    throw new BadInput(`--criterion ${typed}: there is no such criterion. Criteria: aic, aicc, bic.`);
  return found;
}
