/** Long work on the page's only thread: cut into pieces, so that a tap or a key is answered in between. */
import type { Steps } from "@concord/core/vocabulary";

/** Milliseconds of work after which the browser gets its turn; what takes longer than 50 is felt as a delay. */
const PIECE = 12;

/** Lets the browser draw and answer before the next piece of work. */
export function pause(): Promise<void> {
  const { scheduler } = window as Window & { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

/** Runs work to its end in pieces of a few milliseconds. */
export async function inPieces<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < PIECE) continue;
    await pause();
    begun = performance.now();
  }
}
