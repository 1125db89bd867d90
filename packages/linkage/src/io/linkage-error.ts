import { type Refusal, sayRefusal } from "../result.ts";

/**
 * What a person gave wrongly, thrown by the parts that read and write files. Its message is one line naming the place and
 * the cure; the command line turns it into exit code 2.
 */
export class LinkageError extends Error {
  override name = "BadInput";
  readonly refusals: readonly Refusal[];

  constructor(place: string, reason: string, cure: string, more: readonly Refusal[] = []) {
    const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
    super(`${sayRefusal({ place, reason, cure })}${rest}`);
    this.refusals = [{ place, reason, cure }, ...more];
  }
}

/**
 * The error for a list of refusals.
 * @param file put in front of each place
 * @param refusals at least one
 */
export function refusalError(file: string, refusals: readonly Refusal[]): LinkageError {
  const [first, ...more] = refusals.map((refusal) => ({ ...refusal, place: `${file}, ${refusal.place}` }));
  return new LinkageError(first!.place, first!.reason, first!.cure, more);
}
