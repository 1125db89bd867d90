/** The shared secret: a file that only its owner can read. Its content is never printed, logged or put in a message. */
import { randomBytes } from "node:crypto";
import { open, readFile, stat } from "node:fs/promises";
import { LEAST_SECRET_BYTES, MOST_SECRET_BYTES } from "../encode/key.ts";
import { LinkageError } from "./linkage-error.ts";

/**
 * Makes a secret of 256 random bits, written as 64 hexadecimal digits, readable by the owner alone.
 * @param path a file that doesn't exist yet: a secret is never overwritten
 */
export async function makeSecretFile(path: string): Promise<void> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${randomBytes(32).toString("hex")}\n`);
    await file.sync();
    await file.close();
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (exists)
      throw new LinkageError(path, "exists already", "choose another name: a secret is never overwritten");
    throw new LinkageError(path, "can't be written", "check the folder and its permissions");
  }
}

/**
 * Reads a secret: the file's bytes without the line end at its end.
 * @param path of the file
 * @param allowShort takes a secret of any length above 0, for published test vectors
 * @throws LinkageError when others could read the file, or the length is wrong
 */
export async function readSecretFile(path: string, allowShort = false): Promise<Uint8Array> {
  let bytes: Buffer;
  let mode: number;
  try {
    const facts = await stat(path);
    mode = facts.mode;
    if (facts.size > MOST_SECRET_BYTES) {
      throw new LinkageError(
        path,
        `holds ${facts.size} bytes`,
        `a secret has at most ${MOST_SECRET_BYTES}: check the name`,
      );
    }
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof LinkageError) throw error;
    throw new LinkageError(
      path,
      "can't be read",
      "name the file with the secret, or make one with --new-secret",
    );
  }
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw new LinkageError(path, "can be read by others on this machine", `close it with: chmod 600 ${path}`);
  }
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  const secret = Uint8Array.from(bytes.subarray(0, end));
  if (secret.length < (allowShort ? 1 : LEAST_SECRET_BYTES)) {
    throw new LinkageError(
      path,
      `holds a secret of ${secret.length} bytes, at least ${LEAST_SECRET_BYTES} are needed`,
      "make one with --new-secret and share it with the other contributors",
    );
  }
  return secret;
}
