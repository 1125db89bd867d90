import { readFileSync, unlinkSync } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../error.ts";

/** Who has a folder open. */
interface LockHolder {
  pid: number;
  /** When that process started, as the system counts it; empty where the system does not tell. */
  startedAt: string;
}

/** A folder held by this process. */
export interface FolderLock {
  release: () => Promise<void>;
}

/**
 * Holds a folder for this process alone: two processes in one embedded database would destroy it. A lock whose process is
 * gone (killed, or the machine restarted) is taken over; a process number used again is told by its start.
 *
 * @throws StoreError `folder-locked`, naming the process that holds it; `folder-unwritable`
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, "lock");
  const mine: LockHolder = { pid: process.pid, startedAt: startOf(process.pid) ?? "" };
  const text = `${JSON.stringify(mine)}\n`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await claim(folder, path, text)) return heldLock(path, text);
    const holder = await readHolder(path);
    if (holder !== undefined && isAlive(holder)) throw lockedBy(holder, folder);
    // Its process is gone. Only one of several that see this can move it away.
    await rename(path, `${path}.${process.pid}.stale`).catch(() => undefined);
    await rm(`${path}.${process.pid}.stale`, { force: true });
  }
  throw new StoreError(
    "folder-locked",
    `The folder ${folder} is being opened by another process at this moment.`,
    "Try again when that one has finished.",
  );
}

/** A lock appears under its name complete or not at all, so that nobody reads half of it. */
async function claim(folder: string, path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    await writeFile(draft, text);
    await link(draft, path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw new StoreError(
      "folder-unwritable",
      `The folder ${folder} can't be written to.`,
      "Give this user the right to write there, or name another folder for the database.",
      cause,
    );
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

function heldLock(path: string, text: string): FolderLock {
  const releaseNow = () => {
    try {
      if (readFileSync(path, "utf8") === text) unlinkSync(path);
    } catch {
      // Already gone: nothing is held.
    }
  };
  process.once("exit", releaseNow);
  return {
    async release() {
      process.off("exit", releaseNow);
      releaseNow();
    },
  };
}

function lockedBy({ pid }: LockHolder, folder: string): StoreError {
  const self = pid === process.pid;
  return new StoreError(
    "folder-locked",
    self
      ? `This process has the folder ${folder} open already.`
      : `The folder ${folder} is in use by process ${pid}.`,
    self
      ? "Close it first."
      : `Stop process ${pid}, name another folder, or use a PostgreSQL server (DATABASE_URL), which many processes can share.`,
  );
}

/** What a lock file says; undefined when it is gone or no lock that we wrote. */
async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(path, "utf8"));
    if (typeof found !== "object" || found === null) return undefined;
    if (!("pid" in found && typeof found.pid === "number")) return undefined;
    const startedAt = "startedAt" in found && typeof found.startedAt === "string" ? found.startedAt : "";
    return { pid: found.pid, startedAt };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, startedAt }: LockHolder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs under another user.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const start = startOf(pid);
  return start === undefined || startedAt === "" || start === startedAt;
}

/** Start of a process in clock ticks since the machine started, with the machine's start (Linux); undefined elsewhere. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields are counted after the command's closing bracket, since a command may hold spaces; the 22nd is the start.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${ticks} ${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
  } catch {
    return undefined;
  }
}
