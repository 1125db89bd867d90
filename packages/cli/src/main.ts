/** Reads which command was typed, runs it, and turns what went wrong into one line and an exit code. */
import { nearestWord } from "@concord/core/vocabulary";
import { BadInput, type Command, type CommandIo } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { commandHelp, overview } from "./help.ts";
import { parseWords } from "./parse.ts";
import { processIo } from "./process-io.ts";
import { VERSION } from "./version.ts";

/** The command that the words begin with, and the words that follow its name: `data validate DIR`. */
function findCommand(
  words: readonly string[],
  commands: readonly Command[],
): { command: Command; rest: readonly string[] } {
  const found = commands
    .map((command) => ({ command, name: command.name.split(" ") }))
    .filter(({ name }) => name.every((word, index) => words[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (found) return { command: found.command, rest: words.slice(found.name.length) };
  const typed = words.slice(0, 2).filter((word) => !word.startsWith("-"));
  const names = commands.map(({ name }) => name);
  const within = names.filter((name) => name.startsWith(`${typed[0]} `));
  if (within.length > 0)
    throw new BadInput(
      `"${typed.join(" ")}" is no command: there is ${within.map((n) => `concord ${n}`).join(", ")}`,
    );
  const nearest = nearestWord(typed[0] ?? "", names);
  const guess = nearest ? `did you mean ${nearest}? ` : "";
  throw new BadInput(`"${typed[0] ?? words[0]}" is no command: ${guess}concord --help lists them all`);
}

/** One line, whatever the message holds. */
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ").trim();

/** Errors that a person can cure: what this package throws, and what the others throw in the same manner. */
function messageOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "BadInput") return error.message;
  if ("cure" in error && typeof error.cure === "string") return `${error.message} ${error.cure}`;
  return undefined;
}

/**
 * Runs what was typed.
 * @param words the command line after `concord`
 * @returns the exit code
 */
export async function runWords(
  words: readonly string[],
  io: CommandIo,
  commands: readonly Command[] = COMMANDS,
): Promise<number> {
  try {
    const [first] = words;
    if (first === undefined || first === "--help" || first === "-h" || first === "help") {
      const asked = first === "help" && words.length > 1 ? findCommand(words.slice(1), commands) : undefined;
      await io.out(asked ? commandHelp(asked.command, io.columns) : overview(commands, io.columns));
      return 0;
    }
    if (first === "--version" || first === "-V") {
      await io.out(`${VERSION}\n`);
      return 0;
    }
    const { command, rest } = findCommand(words, commands);
    const args = parseWords(command, rest);
    if (args.options.help === true) {
      await io.out(commandHelp(command, io.columns));
      return 0;
    }
    const plain = args.options["no-color"] === true;
    return await command.run(args, plain ? { ...io, colour: false } : io);
  } catch (error) {
    if (error instanceof Error && error.name === "OutputClosed") return 0;
    if (io.signal.aborted) return 130;
    const message = messageOf(error);
    if (message === undefined) throw error;
    io.err(`concord: ${oneLine(message)}\n`);
    return 2;
  }
}

/** Runs this process's own command line. */
export async function runProcess(): Promise<void> {
  process.exitCode = await runWords(process.argv.slice(2), processIo());
}
