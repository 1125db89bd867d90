/** What can go wrong between the product and its data, as a name that programs can act on. */
export type StoreErrorCode =
  | "data-missing"
  | "data-invalid"
  | "folder-unwritable"
  | "folder-locked"
  | "server-unreachable"
  | "server-refused"
  | "server-too-old"
  | "role-missing"
  | "role-too-strong"
  | "database-newer"
  | "database-damaged"
  | "wrong-encoding"
  | "database-in-use"
  | "database-not-empty"
  | "backup-damaged"
  | "backup-newer"
  | "disk-full"
  | "read-only"
  | "closed";

/**
 * Something about the data or the database that a person has to cure. Server and command line print `message`, then
 * `cure`, and stop with exit code 2; neither is a fault of the program.
 */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  /** What to do, one or two English sentences. */
  readonly cure: string;

  constructor(code: StoreErrorCode, message: string, cure: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StoreError";
    this.code = code;
    this.cure = cure;
  }
}

/** The code that PostgreSQL or the network gives an error, also where Drizzle has wrapped it; empty when there is none. */
export function systemCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "code" in error && typeof error.code === "string" ? error.code : systemCodeOf(error.cause);
}
