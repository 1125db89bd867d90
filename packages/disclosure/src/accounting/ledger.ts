import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "../refusal.ts";
import type { PrivacyLoss, PrivacyPromise } from "./zcdp.ts";

/**
 * What has been spent of the privacy of the persons in some records. A ledger is a text to which lines are only ever
 * added: first a header with the promise and its budget, then one line per release, before the release is made. Whether
 * a line is granted follows from the lines before it alone, so any number of programs can add lines at the same time and
 * all agree on what was granted.
 */
export interface Ledger {
  subject: string;
  promise: PrivacyPromise;
  budget: PrivacyLoss;
  /** Granted lines, in order. */
  granted: LedgerEntry[];
  /** Ids of lines that asked for more than was left; nothing was released for them. */
  denied: string[];
  spent: PrivacyLoss;
}

export interface LedgerEntry extends PrivacyLoss {
  id: string;
  /** When, ISO 8601, as told by the caller. */
  at: string;
  /** What is released, in words. */
  what: string;
}

const FORMAT = "concord privacy ledger 1";

/** The first line of a new ledger. */
export function writeHeader(subject: string, promise: PrivacyPromise, budget: PrivacyLoss): string {
  return seal({ format: FORMAT, subject, ...promise, rho: budget.rho, deltaLeft: budget.delta });
}

/** A line that asks for a release. */
export const writeEntry = ({ id, at, what, rho, delta }: LedgerEntry): string =>
  seal({ id, at, what, rho, delta });

/** JSON with a check over it, between line ends: a line cut short by a crash can be told from one tampered with. */
function seal(content: Record<string, unknown>): string {
  const text = JSON.stringify(content);
  return `\n${JSON.stringify({ ...content, check: checkOf(text) })}\n`;
}

const checkOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/**
 * Reads a ledger. A line that breaks off was being written when its program died: nothing was released for it, and it is
 * passed over. Any other line that isn't whole means that the ledger was changed, and is refused.
 * @param place file name for refusals
 */
export function readLedger(text: string, place: string): Result<Ledger> {
  const lines = text.split("\n");
  let ledger: Ledger | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const content = unseal(line);
    if (content === "cut short") continue;
    if (content === "changed")
      return refuseDamage(`${place}, line ${at + 1}`, "The line was changed after it was written.");
    if (!ledger) {
      ledger = readHeader(content);
      if (!ledger)
        return refuseDamage(`${place}, line ${at + 1}`, "It isn't the header of a privacy ledger.");
      continue;
    }
    const entry = readEntry(content);
    if (!entry) return refuseDamage(`${place}, line ${at + 1}`, "It isn't an entry of a privacy ledger.");
    if (fits(ledger, entry)) {
      ledger.granted.push(entry);
      ledger.spent = { rho: ledger.spent.rho + entry.rho, delta: ledger.spent.delta + entry.delta };
    } else ledger.denied.push(entry.id);
  }
  return ledger ? ok(ledger) : refuseDamage(place, "It has no header.");
}

/** True when a release still fits into the budget. */
export const fits = ({ budget, spent }: Pick<Ledger, "budget" | "spent">, loss: PrivacyLoss): boolean =>
  spent.rho + loss.rho <= budget.rho && spent.delta + loss.delta <= budget.delta;

function refuseDamage(place: string, detail: string) {
  return refuse(
    "damaged-ledger",
    place,
    detail,
    "Restore the ledger from a copy: without it nobody knows what was spent, and nothing more may be released.",
  );
}

function unseal(line: string): Record<string, unknown> | "cut short" | "changed" {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return line.startsWith('{"') && !line.endsWith("}") ? "cut short" : "changed";
  }
  if (typeof parsed !== "object" || parsed === null) return "changed";
  const { check, ...content } = parsed as Record<string, unknown>;
  return check === checkOf(JSON.stringify(content)) ? content : "changed";
}

const isAmount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readHeader(content: Record<string, unknown>): Ledger | undefined {
  const { format, subject, epsilon, delta, rho, deltaLeft } = content;
  if (format !== FORMAT || typeof subject !== "string" || !isAmount(rho) || !isAmount(deltaLeft))
    return undefined;
  if (typeof epsilon !== "number" || typeof delta !== "number") return undefined;
  return {
    subject,
    promise: { epsilon, delta },
    budget: { rho, delta: deltaLeft },
    granted: [],
    denied: [],
    spent: { rho: 0, delta: 0 },
  };
}

function readEntry(content: Record<string, unknown>): LedgerEntry | undefined {
  const { id, at, what, rho, delta } = content;
  if (typeof id !== "string" || typeof at !== "string" || typeof what !== "string") return undefined;
  return isAmount(rho) && isAmount(delta) ? { id, at, what, rho, delta } : undefined;
}
