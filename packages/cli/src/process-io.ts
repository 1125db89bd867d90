/** The world of a real process, as a command sees it. */
import type { CommandIo } from "./command.ts";

/** Standard output was closed by its reader (`| head`): there is nobody left to answer. */
export class OutputClosed extends Error {
  override name = "OutputClosed";
}

/** The reader took what was written, or never will. */
const ROOM_OR_NONE = ["drain", "close", "error"] as const;

/** Makes the io of this process, and listens for Ctrl-C. */
export function processIo(): CommandIo {
  const { stdout, stderr, stdin, env } = process;
  const stop = new AbortController();
  let closed = false;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  // A warning that nobody reads any more must not end the work.
  stderr.on("error", () => {});
  process.on("SIGINT", () => {
    // The second Ctrl-C doesn't wait for a command to tidy up.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
  const terminal = stdout.isTTY === true;
  return {
    async out(text) {
      if (closed) throw new OutputClosed();
      if (!stdout.write(text))
        await new Promise<void>((resolve) => {
          const goOn = () => {
            for (const event of ROOM_OR_NONE) stdout.off(event, goOn);
            resolve();
          };
          for (const event of ROOM_OR_NONE) stdout.on(event, goOn);
        });
      if (closed) throw new OutputClosed();
    },
    err: (text) => void stderr.write(text),
    async input() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString("utf8");
    },
    terminal,
    errTerminal: stderr.isTTY === true,
    columns: stdout.columns || 80,
    colour: terminal && !env.NO_COLOR && env.TERM !== "dumb",
    env,
    cwd: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
    signal: stop.signal,
  };
}
