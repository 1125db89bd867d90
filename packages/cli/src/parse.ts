/** Reads what was typed after a command's name against the options that the command declares. */
import { parseArgs } from "node:util";
import { nearestWord } from "@concord/core/vocabulary";
import { BadInput, type Command, type CommandArguments } from "./command.ts";

/** Options that every command takes, handled before it runs. */
export const EVERYWHERE = {
  help: { type: "boolean", short: "h", summary: "show this help" },
  "no-color": { type: "boolean", summary: "plain text (also with NO_COLOR set)" },
} as const;

const advice = (command: Command) => `concord ${command.name} --help lists what it takes`;

function knownOptions(command: Command) {
  return { ...EVERYWHERE, ...command.options };
}

/**
 * Checks words against a command's options and number of arguments.
 * @throws BadInput naming the word and the cure
 */
export function parseWords(command: Command, words: readonly string[]): CommandArguments {
  const known: Command["options"] = knownOptions(command);
  const spec = Object.fromEntries(
    Object.entries(known).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options: spec,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const options: Record<string, string | boolean | string[]> = {};
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = known[token.name];
    if (!option) throw new BadInput(unknownOption(command, token.rawName, Object.keys(known)));
    if (option.type === "boolean") {
      if (token.value !== undefined)
        throw new BadInput(`${token.rawName} takes no value: leave out "=${token.value}"`);
      options[token.name] = true;
      continue;
    }
    if (
      token.value === undefined ||
      token.value === "" ||
      (!token.inlineValue && token.value.startsWith("--"))
    )
      throw new BadInput(
        `${token.rawName} needs a value: ${token.rawName} ${option.placeholder ?? "VALUE"} (${option.summary})`,
      );
    const before = options[token.name];
    if (option.multiple) options[token.name] = [...(Array.isArray(before) ? before : []), token.value];
    else if (before !== undefined) throw new BadInput(`${token.rawName} is given twice: give it once`);
    else options[token.name] = token.value;
  }
  if (options.help !== true) checkCount(command, positionals);
  return { positionals, options };
}

function unknownOption(command: Command, typed: string, known: readonly string[]): string {
  const nearest = nearestWord(typed.replace(/^-+/, ""), known);
  const guess = nearest ? `did you mean --${nearest}? ` : "";
  return `unknown option ${typed}: ${guess}${advice(command)}`;
}

function checkCount(command: Command, positionals: readonly string[]): void {
  const { min, max } = command.positionals;
  const usage = `concord ${command.name} ${command.usage}`.trim();
  if (positionals.length < min)
    throw new BadInput(
      `${positionals.length === 0 ? "nothing" : `only "${positionals.join(" ")}"`} is given: ${usage} (${advice(command)})`,
    );
  if (positionals.length > max)
    throw new BadInput(`"${positionals[max]}" is one too many: ${usage} (${advice(command)})`);
}

/** Value of an option that takes one; undefined when it wasn't typed. */
export function textOption(args: CommandArguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === "string" ? value : undefined;
}
