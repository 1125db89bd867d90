import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { type Result, refuse } from "../refusal.ts";
import { fits, type Ledger, type LedgerEntry, readLedger, writeEntry, writeHeader } from "./ledger.ts";
import { budgetOf, DELTA_UNIT, epsilonOf, type PrivacyPromise, RHO_UNIT } from "./zcdp.ts";

/** Opens a ledger, or begins one with the given promise where there is none. */
export function openLedger(
  path: string,
  subject: string,
  promise: PrivacyPromise | undefined,
): Result<Ledger> {
  if (!existsSync(path)) {
    if (!promise)
      return refuse(
        "unreadable-file",
        path,
        "There is no such ledger.",
        "Begin one by naming its budget, e.g. --budget 4.",
      );
    const budget = budgetOf(promise);
    if (!budget.ok) return budget;
    beginFile(path, writeHeader(subject, promise, budget.value));
  }
  return readLedger(readFileSync(path, "utf8"), path);
}

/**
 * Spends a part of the budget. The line is on the disk, and was granted, before this returns; what it pays for is made
 * afterwards. A crash in between wastes the amount and releases nothing.
 * @returns the ledger with the line granted, or a refusal that says how much is left
 */
export function spend(path: string, entry: LedgerEntry): Result<Ledger> {
  const before = readLedger(readFileSync(path, "utf8"), path);
  if (!before.ok) return before;
  if (!fits(before.value, entry)) return refuseOverdraft(path, before.value, entry);
  const file = openSync(path, "a");
  try {
    writeSync(file, writeEntry(entry));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  // Another program may have added a line in between: what counts is the order in the file.
  const after = readLedger(readFileSync(path, "utf8"), path);
  if (!after.ok) return after;
  const granted = after.value.granted.some(({ id }) => id === entry.id);
  return granted ? after : refuseOverdraft(path, after.value, entry);
}

function refuseOverdraft(path: string, ledger: Ledger, entry: LedgerEntry): Result<Ledger> {
  const { epsilon, delta } = ledger.promise;
  const left = ledger.budget.rho - ledger.spent.rho;
  const spendable = left > 0 ? epsilonOf(left * RHO_UNIT, delta / 2).toFixed(3) : "0";
  const short = entry.rho > left ? "ρ" : "δ";
  return refuse(
    "over-budget",
    path,
    `The release needs ρ = ${(entry.rho * RHO_UNIT).toPrecision(4)}, δ = ${(entry.delta * DELTA_UNIT).toPrecision(4)}; ` +
      `of the promise ε = ${epsilon}, δ = ${delta} there is left ρ = ${(left * RHO_UNIT).toPrecision(4)} (alone ε = ${spendable}), ` +
      `δ = ${((ledger.budget.delta - ledger.spent.delta) * DELTA_UNIT).toPrecision(4)}: too little ${short}.`,
    left > 0
      ? "Ask for a smaller --epsilon, or publish again what was already released: that costs nothing."
      : "Publish again what was already released: that costs nothing. More would break the promise to the persons in the records.",
  );
}

/** Creates a file with its first content in one step: a crash leaves no file or the whole of it. */
function beginFile(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, "w", 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // Unlike renaming, linking never replaces a ledger that another program began meanwhile.
    linkSync(temporary, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
