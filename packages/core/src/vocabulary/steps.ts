/**
 * Work that can be interrupted: it pauses after each of its steps, a few milliseconds each. Whoever has nothing else to do
 * runs it to its end with {@link finish}; a browser answers its reader between two steps.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs work to its end without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
