/** Help texts, made from the command table alone. */
import type { Command } from "./command.ts";
import { EVERYWHERE } from "./parse.ts";
import { padTo, textWidth, wrapText } from "./text-width.ts";

const WIDEST = 100;

function twoColumns(rows: readonly [string, string][], columns: number): string {
  const left = rows.reduce((width, [name]) => Math.max(width, textWidth(name)), 0) + 4;
  const right = Math.max(30, Math.min(columns, WIDEST) - left);
  return rows
    .flatMap(([name, text]) =>
      wrapText(text, right).map((line, index) => padTo(index === 0 ? `  ${name}` : "", left) + line),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

/** The help of one command: usage, what it answers, options, examples. */
export function commandHelp(command: Command, columns: number): string {
  const width = Math.min(columns, WIDEST);
  const options = Object.entries({ ...command.options, ...EVERYWHERE } as Command["options"]).map(
    ([name, option]): [string, string] => {
      const short = option.short ? `-${option.short}, ` : "";
      const value = option.type === "string" ? ` ${option.placeholder ?? "VALUE"}` : "";
      return [`${short}--${name}${value}`, option.summary];
    },
  );
  const examples = command.examples.map(({ line, answers }): [string, string] => [line, answers]);
  return [
    `Usage: concord ${`${command.name} ${command.usage}`.trim()} [options]\n`,
    `\n${wrapText(`${command.summary}.`, width).join("\n")}\n`,
    command.description
      ? `\n${command.description
          .split("\n")
          .map((paragraph) => wrapText(paragraph, width).join("\n"))
          .join("\n")}\n`
      : "",
    `\nOptions:\n${twoColumns(options, columns)}`,
    examples.length > 0 ? `\nExamples:\n${twoColumns(examples, columns)}` : "",
  ].join("");
}

/** The list of all commands. */
export function overview(commands: readonly Command[], columns: number): string {
  const rows = commands.map(({ name, usage, summary }): [string, string] => [
    `${name} ${usage}`.trim(),
    summary,
  ]);
  return [
    "Concord: which duties against trafficking in persons bind whom since when, where the gaps are, and the shortest cure.\n",
    "\nUsage: concord COMMAND [options]\n",
    `\nCommands:\n${twoColumns(rows, columns)}`,
    "\nA state is given by its ISO code or name, a group by its name (asean, African, world), a date as YYYY-MM-DD.\n",
    "concord COMMAND --help shows what a command takes, with examples. concord --version shows the version.\n",
  ].join("");
}
