import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { CommandShape } from "../command/command-shape.ts";

/** Calls a function with a folder of its own, removed afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "concord-disclosure-"));
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
  world: { signal?: AbortSignal; errTerminal?: boolean } = {},
): Promise<Answered> {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) },
    ]),
  );
  const { values, positionals } = parseArgs({ args: [...line], options, allowPositionals: true });
  const typed = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ) as Record<string, string | boolean | string[]>;
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
        errTerminal: world.errTerminal ?? false,
        cwd: folder,
        today: "2026-01-02",
        signal: world.signal ?? new AbortController().signal,
      },
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "BadInput") throw error;
    answered.code = 2;
    answered.err += error.message;
  }
  return answered;
}
