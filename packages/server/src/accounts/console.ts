/** Takes the command line's commands on accounts at the operator's door, while this process holds the embedded database. */
import { json } from "node:stream/consumers";
import { consoleCommand, runConsoleCommand, type Store } from "@concord/store";
import type { DoorAnswer } from "../operate/door.ts";

/** What is answered at the door about accounts. */
export function consoleAnswers(store: Store, publicUrl: string): ReadonlyMap<string, DoorAnswer> {
  const answer: DoorAnswer = async (request, response) => {
    const command = consoleCommand.parse(await json(request));
    const done = await runConsoleCommand(store, command, { publicUrl, now: new Date() });
    response
      .writeHead(200, { "content-type": "application/json", "cache-control": "no-store" })
      .end(JSON.stringify(done));
  };
  return new Map([["/accounts", answer]]);
}
