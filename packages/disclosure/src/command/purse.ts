import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Ledger } from "../accounting/ledger.ts";
import { openLedger, spend } from "../accounting/ledger-file.ts";
import { budgetOf, epsilonOf, type PrivacyLoss, type PrivacyPromise, RHO_UNIT } from "../accounting/zcdp.ts";
import { BadInput, type CommandInput, type CommandWorld } from "./command-shape.ts";
import { numberOf, orRefuse, textOf } from "./typed.ts";

const DEFAULT_DELTA = 1e-6;

/** What one release may spend, and from which ledger. */
export interface Purse {
  ledgerPath: string;
  subject: string;
  /** Promise of all releases together. */
  whole: PrivacyPromise;
  /** Promise of this release. */
  promise: PrivacyPromise;
  amount: PrivacyLoss;
}

/**
 * Works out what a release may spend. Nothing is written yet. The release takes as much of the budget's δ as of its ρ,
 * so that neither runs out before the other.
 */
export function openPurse(args: CommandInput, io: CommandWorld): Purse {
  const [file = ""] = args.positionals;
  const epsilon = numberOf(args, "epsilon");
  if (epsilon === undefined)
    throw new BadInput(
      "--epsilon is missing. Say how much privacy this release may spend, such as --epsilon 1 (0.1 strong protection, 4 more accurate).",
    );
  const ledgerPath = resolve(io.cwd, textOf(args, "ledger") ?? `${file}.ledger`);
  const subject = basename(file);
  const known = existsSync(ledgerPath) ? orRefuse(openLedger(ledgerPath, subject, undefined)) : undefined;
  const whole = known?.promise ?? {
    epsilon: numberOf(args, "budget") ?? epsilon,
    delta: numberOf(args, "delta") ?? DEFAULT_DELTA,
  };
  if (known) refuseOtherPromise(args, ledgerPath, known.promise);
  const promise = { epsilon, delta: whole.delta };
  const { rho } = orRefuse(budgetOf(promise));
  const budget = known?.budget ?? orRefuse(budgetOf(whole));
  const delta = Math.floor(budget.delta * Math.min(1, rho / budget.rho));
  return { ledgerPath, subject, whole, promise, amount: { rho, delta } };
}

function refuseOtherPromise(args: CommandInput, path: string, promise: PrivacyPromise): void {
  for (const [name, made] of [
    ["budget", promise.epsilon],
    ["delta", promise.delta],
  ] as const) {
    const asked = numberOf(args, name);
    if (asked !== undefined && asked !== made)
      throw new BadInput(
        `--${name}: the ledger ${basename(path)} was begun with ${made}, and a promise isn't changed afterwards. Leave --${name} out.`,
      );
  }
}

/**
 * Writes what a release spends into the ledger, before anything is drawn.
 * @returns a line that says what is left
 */
export function pay(purse: Purse, io: CommandWorld, loss: PrivacyLoss, what: string): string {
  orRefuse(openLedger(purse.ledgerPath, purse.subject, purse.whole));
  const ledger = orRefuse(spend(purse.ledgerPath, { id: randomUUID(), at: io.today, what, ...loss }));
  return sayLeft(ledger, purse.ledgerPath);
}

function sayLeft({ promise, budget, spent }: Ledger, path: string): string {
  const left = (budget.rho - spent.rho) * RHO_UNIT;
  const epsilonLeft = left > 0 ? epsilonOf(left, promise.delta / 2) : 0;
  const share = ((100 * spent.rho) / budget.rho).toFixed(1);
  return `${share} % of the promise ε = ${promise.epsilon}, δ = ${promise.delta} is spent (ledger ${basename(path)}); the rest would do for one more release of ε = ${epsilonLeft.toFixed(2)}.`;
}
