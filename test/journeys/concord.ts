import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

/** A running server of its own, on a free port and an empty folder. */
export interface RunningConcord {
  url: string;
  /** Of the server's process. */
  pid: number;
  /** All that the process has printed so far, both streams. */
  printed(): string;
  /** Ends it as an operator would, and takes its folder away. */
  stop(): Promise<void>;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** Starts the server process as `npm start` does. */
export function startServerProcess(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess & { printed(): string } {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout?.on("data", (chunk) => {
    printed += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    printed += String(chunk);
  });
  return Object.assign(child, { printed: () => printed });
}

/**
 * Starts Concord on the embedded database and waits until it answers.
 * @throws when the process ends, or doesn't answer within two minutes, with what it printed
 */
export async function startConcord(): Promise<RunningConcord> {
  const folder = await mkdtemp(join(tmpdir(), "concord-journey-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = startServerProcess(["--port", String(port), "--var", folder]);
  const deadline = Date.now() + 120_000;
  for (;;) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`Concord did not start:\n${child.printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    pid: child.pid ?? 0,
    printed: child.printed,
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
