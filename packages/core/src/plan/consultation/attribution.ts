import type { Standing } from "../participant/speaking-group.ts";

/**
 * Who stands behind a proposal, by name (P2): `Organization A; support: Organization B; oppose: Organization C; reserve: Organization D`.
 * @param nameOf name of an actor in the reader's language
 * @param words the three words in the reader's language
 */
export function writeAttribution(
  { proposers, supporters, opponents, reserving }: Standing,
  nameOf: (actor: string) => string,
  words = { support: "support", oppose: "oppose", reserve: "reserve" },
): string {
  const list = (actors: readonly string[]) => actors.map(nameOf).join(", ");
  const parts = [list(proposers)];
  if (supporters.length > 0) parts.push(`${words.support}: ${list(supporters)}`);
  if (opponents.length > 0) parts.push(`${words.oppose}: ${list(opponents)}`);
  if (reserving.length > 0) parts.push(`${words.reserve}: ${list(reserving)}`);
  return parts.filter((part) => part !== "").join("; ");
}
