/** How an answer reaches the reader: sentences and a table for a person, JSON or CSV for a program. */
import type { AnswerTable } from "@concord/core/instruments/tables";
import type { Result } from "@concord/core/vocabulary";
import { writeCsv } from "@concord/exchange";
import { BadInput, type CommandArguments, type CommandIo, type CommandOption } from "./command.ts";
import { layOutTable } from "./table.ts";

/** What every command that answers a question takes besides its own options. */
export const ANSWER_OPTIONS: Readonly<Record<string, CommandOption>> = {
  json: { type: "boolean", summary: "the whole answer as JSON, as the API gives it" },
  csv: { type: "boolean", summary: "a table as CSV, as the API gives it" },
  lang: {
    type: "string",
    placeholder: "LANG",
    summary: "language of names and sentences: ar, en, es, fr, ru or zh (default: en)",
  },
  data: {
    type: "string",
    placeholder: "DIR",
    summary: "folder of the knowledge base (default: the one shipped)",
  },
};

export interface Answer {
  /** The contract shape. */
  json: unknown;
  /** The same as the API's CSV: ids and codes, for programs. */
  csv: AnswerTable;
  /** For a person: names in the language asked for, below the sentences. */
  table: AnswerTable;
  /** Plain sentences, said first. */
  sentences: readonly string[];
  /** Further tables for a person, each under a heading. */
  more?: readonly { heading: string; table: AnswerTable }[];
}

/** The value of a question, or the refusal as one line: detail and cure. */
export function accepted<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const { parameter, detail, cure } = result.refusal;
  throw new BadInput(`${parameter}: ${detail} ${cure}`);
}

const BOLD = "\u001b[1m";
const PLAIN = "\u001b[22m";

/** Prints an answer in the form asked for. */
export async function printAnswer(answer: Answer, args: CommandArguments, io: CommandIo): Promise<void> {
  if (args.options.json === true && args.options.csv === true)
    throw new BadInput("--json and --csv are both given: choose one");
  if (args.options.json === true) return io.out(`${JSON.stringify(answer.json, null, 2)}\n`);
  if (args.options.csv === true) return io.out(writeCsv(answer.csv.columns, answer.csv.rows));
  const width = io.terminal ? io.columns : Number.POSITIVE_INFINITY;
  const emphasize = (line: string) => (io.colour ? `${BOLD}${line}${PLAIN}` : line);
  const tables = [{ heading: "", table: answer.table }, ...(answer.more ?? [])].filter(
    ({ table }) => table.rows.length > 0,
  );
  const parts = [
    answer.sentences.map((sentence) => `${sentence}\n`).join(""),
    ...tables.map(
      ({ heading, table }) =>
        (heading === "" ? "" : `${emphasize(heading)}\n`) + layOutTable(table, width, emphasize),
    ),
  ];
  return io.out(parts.filter((part) => part !== "").join("\n"));
}
