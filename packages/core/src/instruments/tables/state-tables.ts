/** Answers about one state or a group, as tables. */
import { LANGUAGES } from "../../vocabulary/index.ts";
import type {
  GroupGaps,
  GroupRoadmap,
  Overlaps,
  Profile,
  ProvisionKey,
  Roadmap,
  SignedOnly,
  StateGaps,
  ThemeDuty,
} from "../answer.ts";
import type { BesideNeighbours } from "../beside-neighbours.ts";
import type { StateDescription } from "../description.ts";
import type { AnswerTable } from "./table.ts";

/** One empty provision, so that a theme without any still has its row. */
const NONE: ProvisionKey[] = [["", ""]];

const orNone = (by: readonly ProvisionKey[]) => (by.length > 0 ? by : NONE);

/** A row for each theme and provision that reaches its strength. */
export function profileTable({ themes }: Pick<Profile, "themes">): AnswerTable {
  return {
    columns: ["theme", "strength", "instrument", "provision", "could_be"],
    rows: Object.entries(themes).flatMap(([theme, { strength, by, could_be }]) =>
      orNone(by).map(([instrument, provision]) => [
        theme,
        strength,
        instrument,
        provision,
        could_be.join(" "),
      ]),
    ),
  };
}

/** A row for each theme and provision of a common basis. */
export function dutyTable(themes: Readonly<Record<string, ThemeDuty>>): AnswerTable {
  return {
    columns: ["theme", "strength", "instrument", "provision"],
    rows: Object.entries(themes).flatMap(([theme, { strength, by }]) =>
      orNone(by).map(([instrument, provision]) => [theme, strength, instrument, provision]),
    ),
  };
}

/** A row for each gap, in the order of the answer. */
export function stateGapTable({ gaps, peers }: Pick<StateGaps, "gaps" | "peers">): AnswerTable {
  return {
    columns: ["theme", "strength", "peers_binding", "peers", "maybe_closed_by"],
    rows: gaps.map((gap) => [
      gap.theme,
      gap.strength,
      gap.peers_binding,
      peers,
      gap.maybe_closed_by.join(" "),
    ]),
  };
}

/** A row for each theme. */
export function groupGapTable({ themes, members }: Pick<GroupGaps, "themes" | "members">): AnswerTable {
  return {
    columns: ["theme", "members", "binding", "gap_count", "maybe_count"],
    rows: Object.entries(themes).map(([theme, row]) => [
      theme,
      members.length,
      row.binding,
      row.gap_count,
      row.maybe_count,
    ]),
  };
}

/** A row for each provision of each overlap. */
export function overlapTable({ overlaps }: Pick<Overlaps, "overlaps">): AnswerTable {
  return {
    columns: ["theme", "addressee", "instrument", "provision", "strength"],
    rows: overlaps.flatMap(({ theme, addressee, instruments }) =>
      Object.entries(instruments).flatMap(([instrument, provisions]) =>
        provisions.map(([provision, strength]) => [theme, addressee, instrument, provision, strength]),
      ),
    ),
  };
}

/** A row for each signature. */
export function signedOnlyTable({ signed_only }: Pick<SignedOnly, "signed_only">): AnswerTable {
  return {
    columns: ["instrument", "signed", "known_until", "stale"],
    rows: signed_only.map((row) => [row.instrument, row.signed, row.known_until, row.stale]),
  };
}

/** A row for each instrument of each optimal set, with what has to be known of it. */
export function roadmapTable({
  optimal,
  by_invitation,
  stale,
}: Pick<Roadmap, "optimal" | "by_invitation" | "stale">): AnswerTable {
  return {
    columns: ["set", "instrument", "by_invitation", "known_until"],
    rows: optimal.flatMap((set, at) =>
      set.map((id) => [at + 1, id, by_invitation.includes(id), stale[id] ?? ""]),
    ),
  };
}

/** A row for each member; of its optimal sets the first. */
export function groupRoadmapTable({ members }: Pick<GroupRoadmap, "members">): AnswerTable {
  return {
    columns: ["state", "lacking", "reachable", "size", "lifted", "optimal_count", "first_optimal_set"],
    rows: Object.values(members).map((row) => [
      row.state,
      row.lacking.length,
      row.reachable.length,
      row.size,
      row.lifted,
      row.optimal_count,
      row.optimal[0]?.join(" "),
    ]),
  };
}

/** A row for each state. */
export function stateTable(states: readonly StateDescription[]): AnswerTable {
  return {
    columns: [
      "iso3",
      "iso2",
      "m49",
      "status",
      ...LANGUAGES.map((language) => `name_${language}`),
      "un_name",
      "un_regional_group",
      "m49_region",
      "m49_subregion",
      "memberships",
    ],
    rows: states.map((row) => [
      row.iso3,
      row.iso2,
      row.m49,
      row.status,
      ...LANGUAGES.map((language) => row.names[language]),
      row.un_name,
      row.un_regional_group,
      row.m49_region,
      row.m49_subregion,
      row.memberships.join(" "),
    ]),
  };
}

/** A row for each group. */
export function groupTable(
  groups: readonly { id: string; kind: string; members: readonly string[] }[],
): AnswerTable {
  return {
    columns: ["group", "kind", "members", "states"],
    rows: groups.map(({ id, kind, members }) => [id, kind, members.length, members.join(" ")]),
  };
}

/** A row for the state and each neighbour. */
export function neighbourTable({ rows }: Pick<BesideNeighbours, "rows">): AnswerTable {
  return {
    columns: ["state", "in_force", "signed_only", "unknown", "binding_themes"],
    rows: rows.map((row) => [row.state, row.in_force, row.signed_only, row.unknown, row.binding_themes]),
  };
}
