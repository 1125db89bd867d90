import type { State } from "../vocabulary/index.ts";
import { EUROPEAN_UNION, MEMBERSHIPS } from "../vocabulary/index.ts";
import type { Law } from "./law.ts";

/** What makes a group: everyone, UN membership, an organization, a UN regional group, an M49 region or subregion. */
export type GroupKind =
  | "world"
  | "un-members"
  | "organization"
  | "un-regional-group"
  | "m49-region"
  | "m49-subregion";

/** A group of states (R2); the European Union is member of none. */
export interface Group {
  /** Stable, for addresses: `world`, `un-members`, `eu`, `african`, `asia-pacific`, `southern-asia` … */
  id: string;
  kind: GroupKind;
  /** Codes in the order of `states.csv`. */
  members: string[];
}

/** The groups that can be asked for: today's members on any date (R2), in the order world, UN, organizations, regions. */
export function listGroups(law: Law): Group[] {
  const states = law.states.filter(({ iso3 }) => iso3 !== EUROPEAN_UNION);
  const group = (id: string, kind: GroupKind, isMember: (state: State) => boolean): Group => ({
    id,
    kind,
    members: states.filter(isMember).map(({ iso3 }) => iso3),
  });
  const named = (kind: GroupKind, nameOf: (state: State) => string): Group[] =>
    [...new Set(states.map(nameOf))]
      .filter((name) => name !== "")
      .sort()
      .map((name) => group(groupId(name), kind, (state) => nameOf(state) === name));
  return [
    group("world", "world", () => true),
    group("un-members", "un-members", ({ status }) => status === "un-member"),
    ...MEMBERSHIPS.map((column) =>
      group(groupId(column), "organization", ({ memberships }) => memberships.includes(column)),
    ),
    ...named("un-regional-group", (state) => state.unRegionalGroup),
    ...named("m49-region", (state) => state.m49Region),
    ...named("m49-subregion", (state) => state.m49Subregion),
  ];
}

/** `Southern Asia` → `southern-asia`, `council_of_europe` → `council-of-europe`. */
export function groupId(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
