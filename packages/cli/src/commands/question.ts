/** A command that puts one question to the law and prints the answer: what all of the instruments room's commands are. */
import { ANSWER_OPTIONS, type Answer, printAnswer } from "../answer-output.ts";
import type { Command, CommandArguments } from "../command.ts";
import { type Asking, openAsking } from "../law.ts";

export const DATE_OPTION = {
  date: {
    type: "string",
    placeholder: "DAY",
    summary: "the day asked about, from 1904-01-01 to today (default: today)",
  },
} as const;

interface Question extends Omit<Command, "run"> {
  answer(asking: Asking, args: CommandArguments): Answer | Promise<Answer>;
}

/** Makes the command: adds `--json`, `--csv`, `--lang` and `--data` to its own options. */
export function questionCommand({ answer, ...question }: Question): Command {
  return {
    ...question,
    options: { ...question.options, ...ANSWER_OPTIONS },
    async run(args, io) {
      const asking = await openAsking(args, io);
      await printAnswer(await answer(asking, args), args, io);
      return 0;
    },
  };
}
