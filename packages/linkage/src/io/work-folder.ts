/**
 * A linkage in progress on the disk: the plan, and one file a finished job, written whole or not at all. A linkage that was
 * killed goes on where it stopped; machines that share the work put their job files into one folder.
 */
import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Job } from "../link/plan.ts";
import type { JobResult } from "../link/run-job.ts";
import { writeAtomically } from "./atomic-file.ts";
import { LinkageError } from "./linkage-error.ts";

/** First bytes of a job file: "clkJ" and the version. */
const MAGIC = 0x4a6b6c63;
const HEADER_BYTES = 32;

export class WorkFolder {
  private readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Opens the folder of a linkage, or makes it.
   * @param path of the folder
   * @param plan what identifies the linkage: inputs and settings
   * @throws LinkageError when the folder holds another linkage's work
   */
  static async open(path: string, plan: object): Promise<WorkFolder> {
    const text = `${JSON.stringify(plan)}\n`;
    await mkdir(path, { recursive: true }).catch(() => {
      throw new LinkageError(path, "can't be made", "check the folder above it and its permissions");
    });
    const name = join(path, "plan.json");
    const before = await readFile(name, "utf8").catch(() => null);
    if (before === null) await writeAtomically(name, text);
    else if (before !== text) {
      throw new LinkageError(
        path,
        "holds the unfinished work of another linkage",
        "remove the folder, or choose another --out",
      );
    }
    return new WorkFolder(path);
  }

  /**
   * Settles the list of jobs: the first machine's plan holds for all that share the folder and for every later start.
   * @param jobs the plan to settle when there is none yet
   * @returns the plan that holds
   */
  async agreeOnJobs(jobs: readonly Job[]): Promise<Job[]> {
    const name = join(this.path, "jobs.json");
    const before = await readFile(name, "utf8").catch(() => null);
    if (before !== null) return JSON.parse(before) as Job[];
    await writeAtomically(name, `${JSON.stringify(jobs)}\n`);
    return [...jobs];
  }

  private file(job: number): string {
    return join(this.path, `job-${String(job).padStart(6, "0")}.pairs`);
  }

  /** Numbers of the jobs whose results are there. */
  async done(): Promise<Set<number>> {
    const numbers = (await readdir(this.path)).flatMap((name) => {
      const match = /^job-(\d{6})\.pairs$/u.exec(name);
      return match === null ? [] : [Number(match[1])];
    });
    return new Set(numbers);
  }

  /** Keeps a job's result. */
  async keep(job: number, result: JobResult): Promise<void> {
    const count = result.left.length;
    const bytes = Buffer.alloc(HEADER_BYTES + count * 12);
    bytes.writeUInt32LE(MAGIC, 0);
    bytes.writeUInt32LE(1, 4);
    bytes.writeDoubleLE(count, 8);
    bytes.writeDoubleLE(result.compared, 16);
    bytes.writeDoubleLE(result.passedOver, 24);
    for (let i = 0, at = HEADER_BYTES; i < count; i++, at += 12) {
      bytes.writeUInt32LE(result.left[i]!, at);
      bytes.writeUInt32LE(result.right[i]!, at + 4);
      bytes.writeUInt32LE(result.shared[i]!, at + 8);
    }
    const partial = `${this.file(job)}.partial-${randomBytes(4).toString("hex")}`;
    const file = await open(partial, "wx");
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(partial, this.file(job));
  }

  /**
   * A kept result.
   * @throws LinkageError when the file is damaged
   */
  async read(job: number): Promise<JobResult> {
    const bytes = await readFile(this.file(job));
    const count = bytes.length >= HEADER_BYTES ? bytes.readDoubleLE(8) : -1;
    if (count < 0 || bytes.readUInt32LE(0) !== MAGIC || bytes.length !== HEADER_BYTES + count * 12) {
      throw new LinkageError(this.file(job), "is damaged", "remove it: the job will be done again");
    }
    const column = (offset: number) =>
      Uint32Array.from({ length: count }, (_, i) => bytes.readUInt32LE(HEADER_BYTES + i * 12 + offset));
    return {
      left: column(0),
      right: column(4),
      shared: column(8),
      compared: bytes.readDoubleLE(16),
      passedOver: bytes.readDoubleLE(24),
    };
  }

  /** Removes the folder when its results are no longer needed. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
