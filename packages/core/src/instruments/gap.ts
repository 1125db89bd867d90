import type { DayNumber, IsoDay } from "../vocabulary/index.ts";
import { STRENGTH_RANK, STRENGTHS } from "../vocabulary/index.ts";
import type { GroupGaps, StateGaps } from "./answer.ts";
import type { Group } from "./group.ts";
import type { Law } from "./law.ts";
import { matrixRanks } from "./matrix.ts";
import { dayNumberOf, ranksOn, stateAt } from "./standing.ts";
import { jointRanks, possibleInstruments, standingInstruments } from "./strength.ts";

const BINDING = STRENGTH_RANK.binding;

/**
 * Themes on which nothing binding is in force for a state (R17), first those that most of its regional group has.
 * Soft law is no duty. `maybe_closed_by` names unknown instruments that would close the gap; it stays a gap.
 */
export function stateGaps(law: Law, iso3: string, day: IsoDay): StateGaps {
  const at = dayNumberOf(day);
  const state = stateAt(law, iso3);
  const peers = regionalPeers(law, state);
  const peersBinding = countBinding(law, peers, at);
  const ranks = jointRanks(law, standingInstruments(law, state, at), at);
  const possible = possibleInstruments(law, state, at);
  const gaps = law.themes.flatMap(({ id }, theme) => {
    if (ranks[theme] === BINDING) return [];
    const maybe = possible.filter((indexed) => ranksOn(indexed, at).dense[theme] === BINDING);
    return [
      {
        theme: id,
        strength: STRENGTHS[ranks[theme]!]!,
        peers_binding: peersBinding[theme]!,
        maybe_closed_by: maybe.map((indexed) => indexed.id),
      },
    ];
  });
  // Sorting is stable: themes equal in peers keep the order of themes.csv.
  gaps.sort((a, b) => b.peers_binding - a.peers_binding);
  return { state: iso3, date: day, peers: peers.length, gaps };
}

/** Per theme: members of a group bound, members below binding, and of these the ones whose gap is open (R17). */
export function groupGaps(law: Law, group: Group, day: IsoDay): GroupGaps {
  const at = dayNumberOf(day);
  const members = group.members.map((iso3) => stateAt(law, iso3));
  const binding = countBinding(law, members, at);
  const maybe = new Uint16Array(law.themes.length);
  const ranks = matrixRanks(law, at);
  for (const state of members) {
    const possible = jointRanks(law, possibleInstruments(law, state, at), at);
    for (let theme = 0; theme < law.themes.length; theme += 1)
      if (ranks[state * law.themes.length + theme]! < BINDING && possible[theme] === BINDING)
        maybe[theme]! += 1;
  }
  return {
    group: group.id,
    date: day,
    members: [...group.members],
    themes: Object.fromEntries(
      law.themes.map(({ id }, theme) => [
        id,
        {
          binding: binding[theme]!,
          gap_count: members.length - binding[theme]!,
          maybe_count: maybe[theme]!,
        },
      ]),
    ),
  };
}

/** The other states of a state's UN regional group; none for a state without one. */
function regionalPeers(law: Law, state: number): number[] {
  const region = law.states[state]!.unRegionalGroup;
  if (region === "") return [];
  return [...law.states.keys()].filter(
    (peer) => peer !== state && law.states[peer]!.unRegionalGroup === region,
  );
}

function countBinding(law: Law, states: readonly number[], day: DayNumber): Uint16Array {
  const ranks = matrixRanks(law, day);
  const count = new Uint16Array(law.themes.length);
  for (const state of states)
    for (let theme = 0; theme < law.themes.length; theme += 1)
      if (ranks[state * law.themes.length + theme] === BINDING) count[theme]! += 1;
  return count;
}
