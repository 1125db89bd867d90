/** The process: starts the server, says where it is, and stops it with grace. */
import { setFlagsFromString } from "node:v8";
import { StoreError } from "@concord/store";
import { BadSetting, readSettings, USAGE } from "./settings.ts";
import { start } from "./start.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Ends with one line: what is wrong and what cures it. Anything else is a fault of the program and shows whole. */
function giveUp(error: unknown): never {
  if (error instanceof StoreError) process.stderr.write(`concord: ${error.message} ${error.cure}\n`);
  else if (error instanceof BadSetting) process.stderr.write(`concord: ${error.message}\n`);
  else throw error;
  process.exit(2);
}

async function run(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env, process.cwd());
  if (!settings) return say(USAGE);
  // A signal during the start ends it at once: whatever is half written is rolled back at the next start.
  const running = await start(settings, say);
  say(`Concord is at ${running.url}`);
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    say("Stopping …");
    await running.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
}

// The optimizing compiler would take half a gigabyte for the machine code of the embedded database and the solver, and
// make neither quicker in what they do here (863 MB against 375 MB, node --expose-gc, everything loaded).
setFlagsFromString("--liftoff-only");

await run().catch(giveUp);
