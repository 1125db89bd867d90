/** The backup of a database that this process holds, as a stream: the way for `concord admin backup` while the server runs. */
import { once } from "node:events";
import { type Store, takeBackup } from "@concord/store";
import type { DoorAnswer } from "./door.ts";

/** A reader that takes nothing for so long is let go: the embedded database waits for it. */
const PATIENCE_MS = 20_000;

/** Streams a backup. An answer that breaks off lacks the close of the archive, and its reader knows. */
export function backupAnswer(store: Store, version: string): DoorAnswer {
  return async (_request, response) => {
    response.writeHead(200, { "content-type": "application/octet-stream", "cache-control": "no-store" });
    await takeBackup(store, version, async (bytes) => {
      if (response.destroyed) throw new Error("the reader of the backup went away");
      if (!response.write(bytes)) await once(response, "drain", { signal: AbortSignal.timeout(PATIENCE_MS) });
    });
    response.end();
  };
}
