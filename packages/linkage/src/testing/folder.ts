/** A folder of its own for a test, removed afterwards, and commands run in it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { CommandShape } from "../command/command-shape.ts";

/** Calls a function with a fresh folder. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "concord-linkage-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a command answered. */
export interface Answered {
  code: number;
  out: string;
  err: string;
}

/** Runs a command as the command line would. */
export async function runCommand(
  command: CommandShape,
  folder: string,
  line: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<Answered> {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  );
  const { values, positionals } = parseArgs({ args: [...line], options, allowPositionals: true });
  const typed = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "boolean" ? [[name, value]] : [],
    ),
  );
  const answered: Answered = { code: 0, out: "", err: "" };
  try {
    answered.code = await command.run(
      { positionals, options: typed },
      {
        out: async (text) => {
          answered.out += typeof text === "string" ? text : Buffer.from(text).toString("utf8");
        },
        err: (text) => {
          answered.err += text;
        },
        errTerminal: false,
        cwd: folder,
        signal,
      },
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "BadInput") throw error;
    answered.code = 2;
    answered.err += error.message;
  }
  return answered;
}
