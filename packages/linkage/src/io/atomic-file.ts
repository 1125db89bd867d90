/** Files that appear under their name only when they are whole. */
import { createHash, type Hash, randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { LinkageError } from "./linkage-error.ts";

const FLUSH_AT = 1 << 20;

/** Writes beside the final name and renames at the end; what was given up leaves nothing behind. */
export class AtomicFile {
  private readonly file: FileHandle;
  private readonly path: string;
  private readonly partial: string;
  private readonly hash: Hash = createHash("sha256");
  private waiting: Uint8Array[] = [];
  private waitingLength = 0;

  private constructor(file: FileHandle, path: string, partial: string) {
    this.file = file;
    this.path = path;
    this.partial = partial;
  }

  /**
   * Opens a file for writing.
   * @param path the final name
   * @param mode permissions, such as 0o600 for what only its owner may read
   */
  static async create(path: string, mode = 0o644): Promise<AtomicFile> {
    const partial = `${path}.partial-${randomBytes(4).toString("hex")}`;
    try {
      return new AtomicFile(await open(partial, "wx", mode), path, partial);
    } catch (error) {
      throw cannotWrite(path, error);
    }
  }

  /** Adds text; it is written at the next `drain`, or at the end. */
  write(text: string): void {
    this.writeBytes(Buffer.from(text, "utf8"));
  }

  /** Adds bytes, which must not change any more. */
  writeBytes(bytes: Uint8Array): void {
    this.waiting.push(bytes);
    this.waitingLength += bytes.length;
  }

  /** Writes what waits when it is much. To be awaited now and then between writes. */
  async drain(): Promise<void> {
    if (this.waitingLength >= FLUSH_AT) await this.flush();
  }

  /** SHA-256 of what was written so far, in hexadecimal. */
  async digest(): Promise<string> {
    await this.flush();
    return this.hash.copy().digest("hex");
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingLength = 0;
    this.hash.update(bytes);
    try {
      await this.file.writeFile(bytes);
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }

  /** Finishes: the whole file is on the disk, then it gets its name. */
  async commit(): Promise<void> {
    await this.flush();
    await this.file.sync();
    await this.file.close();
    await rename(this.partial, this.path);
    const folder = await open(dirname(this.path), "r");
    await folder.sync().finally(() => folder.close());
  }

  /** Gives up: nothing stays. */
  async discard(): Promise<void> {
    await this.file.close();
    await rm(this.partial, { force: true });
  }
}

function cannotWrite(path: string, error: unknown): LinkageError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return new LinkageError(
    path,
    `can't be written (${code})`,
    "check the folder, its permissions and the free space",
  );
}

/**
 * Writes a whole text under a name at once.
 * @param path the final name
 * @param text content
 * @param mode permissions
 */
export async function writeAtomically(path: string, text: string, mode = 0o644): Promise<void> {
  const file = await AtomicFile.create(path, mode);
  try {
    file.write(text);
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
