/**
 * What a command is: a row of the command table (commands/index.ts). `--help`, the check of what was typed and the list
 * of commands are all made from it. Packages that can't import this one (estimate, linkage, disclosure) export an object
 * of this shape from their `src/command/`; a thin adapter under commands/ puts it in the table.
 */

/** One `--name` of a command. A switch takes no value; a `string` does, and may be given several times if `multiple`. */
export interface CommandOption {
  type: "string" | "boolean";
  /** What stands for the value in the help: `DAY`, `FILE`, `K`. Only for `string`. */
  placeholder?: string;
  /** One line for the help, with the default in words when there is one: "date asked (default: today)". */
  summary: string;
  /** One letter, for `-o FILE`. */
  short?: string;
  multiple?: boolean;
}

/** One line that works when typed, and what it answers. */
export interface CommandExample {
  line: string;
  answers: string;
}

/** What was typed after the command's name, already checked against its options: unknown ones never get here. */
export interface CommandArguments {
  positionals: readonly string[];
  /** By option name; a `multiple` option is a list. A name that wasn't typed is absent. */
  options: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/** The world as a command sees it; tests pass their own. */
export interface CommandIo {
  /** Standard output: the answer and nothing else. Resolves when the reader has room for more; await it for long output. */
  out(text: string | Uint8Array): Promise<void>;
  /** Standard error: progress, warnings, and the one line that says what was wrong. */
  err(text: string): void;
  /** Standard input as text, for a command that reads `-`. */
  input(): Promise<string>;
  /** True when the answer goes to a person at a terminal, false for a file or a pipe. */
  terminal: boolean;
  /** True when standard error is a terminal: a progress bar may redraw its line. */
  errTerminal: boolean;
  /** Columns of the terminal; 80 when unknown. */
  columns: number;
  /** False under NO_COLOR, `--no-color` or when the answer doesn't go to a terminal. */
  colour: boolean;
  env: Readonly<Record<string, string | undefined>>;
  /** Folder in which file names that were typed are looked up. */
  cwd: string;
  /** The day it is, `YYYY-MM-DD`, in UTC. */
  today: string;
  /** Aborted at Ctrl-C: leave no partial output under a final name, then return 130. */
  signal: AbortSignal;
}

export interface Command {
  /** As typed: `profile`; two words where a noun groups several: `data validate`. */
  name: string;
  /** What it answers, one line without full stop. */
  summary: string;
  /** What stands between the name and the options: `STATE`, `ORIGIN DESTINATION`, `FILE`. Empty when nothing does. */
  usage: string;
  /** Paragraphs of the help below the usage line; may be empty. */
  description?: string;
  /** How many positional arguments it takes. */
  positionals: { min: number; max: number };
  options: Readonly<Record<string, CommandOption>>;
  examples: readonly CommandExample[];
  /**
   * Does the work.
   * @returns the exit code: 0 done; 1 done, and the answer is "no" (data validate found errors); 2 bad input, after ONE
   * line on standard error that names the place and the cure; 130 stopped by the person.
   * An error whose `name` is "BadInput" may be thrown instead of returning 2: its message is that line.
   */
  run(args: CommandArguments, io: CommandIo): Promise<number>;
}

/** Thrown for what a person typed or gave wrongly; `message` is one line naming the place and the cure. Exit code 2. */
export class BadInput extends Error {
  override name = "BadInput";
}
