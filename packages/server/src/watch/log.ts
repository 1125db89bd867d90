/**
 * The log for machines: one JSON object a line on standard error. It holds no personal data: no name, no e-mail, no address of a reader, no
 * words that were typed; people are opaque ids, and of a private address only its kind is kept.
 */
import { StoreError } from "@concord/store";
import { pino } from "pino";

const LEVELS = ["silent", "error", "warn", "info", "debug"];

/** `CONCORD_LOG`: how much is said; `debug` has a line for each request. */
function levelOf(asked: string | undefined): string {
  return asked && LEVELS.includes(asked) ? asked : "info";
}

export const log = pino(
  { level: levelOf(process.env.CONCORD_LOG), base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
);

/** What is known of an error without what it was about. */
export interface ErrorFacts {
  error: string;
  code?: string;
  /** Only where the message is ours and names no person. */
  message?: string;
  /** Where in the program, outermost call last. */
  at: string[];
  cause?: ErrorFacts;
}

const FRAMES = 8;

/**
 * An error for the log. Its message is left out, since a database names the values of a failed statement in it; code and place
 * in the program are enough to find the fault.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().slice(3));
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error instanceof StoreError ? { message: error.message } : {}),
    at,
    ...(error.cause instanceof Error ? { cause: errorFacts(error.cause) } : {}),
  };
}

/** What a request is counted under. */
export type RequestKind = "api" | "sign-in" | "file" | "page" | "watch";

/** The kind of a path, query left out. */
export function requestKind(path: string): RequestKind {
  if (path.startsWith("/api/auth")) return "sign-in";
  if (path.startsWith("/api")) return "api";
  if (path === "/health" || path === "/ready") return "watch";
  return path.startsWith("/assets/") || /\.\w+$/.test(path) ? "file" : "page";
}
