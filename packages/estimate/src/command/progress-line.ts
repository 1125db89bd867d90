/** One line on standard error that says what is being done and how far it has come. */
import type { CommandWorld } from "./command-shape.ts";

const BAR = 24;

/** @returns a function to call with stage and share, and one to clear the line at the end */
export function startProgress(io: CommandWorld): { tell(stage: string, share: number): void; end(): void } {
  let last = "";
  return {
    tell(stage, share) {
      if (!io.errTerminal) return;
      const full = Math.round(Math.min(1, Math.max(0, share)) * BAR);
      const line = `${"█".repeat(full)}${"░".repeat(BAR - full)} ${stage}`.slice(0, io.columns - 1);
      if (line === last) return;
      last = line;
      io.err(`\r\u001b[2K${line}`);
    },
    end() {
      if (io.errTerminal && last !== "") io.err("\r\u001b[2K");
    },
  };
}
