/** A world for tests: what was written is kept, nothing is a terminal unless said. */
import type { CommandIo } from "../command.ts";
import { runWords } from "../main.ts";

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, on 24 November 2026. */
export async function run(line: string | readonly string[], changed: Partial<CommandIo> = {}): Promise<Run> {
  const written = { out: "", err: "" };
  const io: CommandIo = {
    async out(text) {
      written.out += typeof text === "string" ? text : new TextDecoder().decode(text);
    },
    err(text) {
      written.err += text;
    },
    input: async () => "",
    terminal: false,
    errTerminal: false,
    columns: 80,
    colour: false,
    env: {},
    cwd: "/",
    today: "2026-11-24",
    signal: new AbortController().signal,
    ...changed,
  };
  const words = typeof line === "string" ? line.split(" ").filter(Boolean) : line;
  return { code: await runWords(words, io), ...written };
}
