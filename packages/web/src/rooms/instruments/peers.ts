/** With whom a state is compared: its groups from small to large, and how many themes bind each. */
import { type Law, listGroups, type Matrix } from "@concord/core/instruments";
import { STRENGTH_RANK } from "@concord/core/vocabulary";

/** The choice "neighbours by land", beside the slugs of groups. */
export const NEIGHBOURS = "neighbours";

export interface PeerRow {
  iso3: string;
  binding: number;
}

/** How many themes are binding for each state of a list, most first. */
export function bindingByState(matrix: Matrix, states: readonly string[]): PeerRow[] {
  const width = matrix.themes.length;
  return states
    .map((iso3) => {
      const row = matrix.states.indexOf(iso3);
      const ranks = row < 0 ? [] : [...matrix.rank.subarray(row * width, (row + 1) * width)];
      return { iso3, binding: ranks.filter((rank) => rank === STRENGTH_RANK.binding).length };
    })
    .sort((a, b) => b.binding - a.binding);
}

/** The groups a state belongs to, from small to large; not the world, where everybody is. */
export function groupsOf(law: Law, iso3: string): { id: string; members: readonly string[] }[] {
  return listGroups(law)
    .filter(({ kind, members }) => kind !== "world" && kind !== "un-members" && members.includes(iso3))
    .sort((a, b) => a.members.length - b.members.length)
    .map(({ id, members }) => ({ id, members }));
}
