/** `concord worker`: long work on a machine of its own. */
import { BadInput, type Command } from "../command.ts";

const workerCommand: Command = {
  name: "worker",
  summary: "do long work for servers on other machines, until stopped",
  usage: "",
  description:
    "Any number of workers may share one PostgreSQL server, named by DATABASE_URL. What a worker that was killed leaves behind, another one finishes. With CONCORD_WORKERS=0 the servers leave all long work to them.",
  positionals: { min: 0, max: 0 },
  options: {},
  examples: [{ line: "concord worker", answers: "works on the database of DATABASE_URL" }],
  async run(_args, io) {
    const { DATABASE_URL } = io.env;
    if (!DATABASE_URL)
      throw new BadInput(
        "DATABASE_URL is not set: name the PostgreSQL server that servers and workers share",
      );
    const { runWorker } = await import("@concord/server/worker");
    await runWorker(DATABASE_URL, (line) => io.err(`${line}\n`), io.signal);
    return 0;
  },
};

export const WORKER_COMMANDS: readonly Command[] = [workerCommand];
