/** The shape of a command, as the command line's table takes it (packages/cli/src/command.ts says what each member means). */
export interface CommandShape {
  name: string;
  summary: string;
  usage: string;
  description?: string;
  positionals: { min: number; max: number };
  options: Readonly<
    Record<
      string,
      {
        type: "string" | "boolean";
        placeholder?: string;
        summary: string;
        short?: string;
        multiple?: boolean;
      }
    >
  >;
  examples: readonly { line: string; answers: string }[];
  run(args: CommandInput, io: CommandWorld): Promise<number>;
}

export interface CommandInput {
  positionals: readonly string[];
  options: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/** What a command needs of the world; the command line hands in more. */
export interface CommandWorld {
  out(text: string | Uint8Array): Promise<void>;
  err(text: string): void;
  errTerminal: boolean;
  cwd: string;
  today: string;
  signal: AbortSignal;
}

/** What a person typed or gave wrongly: one line that names place and cure, exit code 2. */
export class BadInput extends Error {
  override name = "BadInput";
}
