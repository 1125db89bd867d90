/** Who is missing where nearly all have joined. */
import type { NearlyAll } from "@concord/core/instruments";

export interface Missing {
  missingSigned: string[];
  /** Known not to be a party, or left. */
  missingKnown: string[];
  /** Not on a list that does not cover the day: may have joined. */
  missingUnknown: string[];
}

/**
 * Instruments joined by at least a share of those they are open to, from which somebody of those asked about is missing.
 * @param least share between 0 and 1
 * @param members codes of the states asked about; all when undefined
 */
export function missingFrom(
  rows: readonly NearlyAll[],
  least: number,
  members: ReadonlySet<string> | undefined,
): (NearlyAll & Missing)[] {
  const asked = (codes: readonly string[]) => codes.filter((iso3) => members?.has(iso3) ?? true);
  return rows
    .filter(({ joined, base }) => joined >= least * base)
    .map((row) => ({
      ...row,
      missingSigned: asked(row.signed),
      missingKnown: asked([...row.not_party, ...row.left]),
      missingUnknown: asked(row.unknown),
    }))
    .filter(
      ({ missingSigned, missingKnown, missingUnknown }) =>
        missingSigned.length + missingKnown.length + missingUnknown.length > 0,
    );
}
