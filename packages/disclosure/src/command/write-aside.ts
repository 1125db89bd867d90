import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { BadInput } from "./command-shape.ts";

/** Writes a file beside its final name and then gives it that name, so that it is there whole or not at all. */
export function writeAside(cwd: string, file: string, text: string): void {
  const path = resolve(cwd, file);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, "w");
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
    throw new BadInput(
      `${file}: it can't be written. Name a file in a folder that exists and that you may write to.`,
    );
  }
}
