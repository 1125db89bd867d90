/** Who is asked about, looked up: one state, or a group with its members. */
import { askGroup, askState, type Law, listGroups } from "@concord/core/instruments";
import { useMemo } from "react";
import { useAsking, WORLD } from "./asking.ts";
import { useLaw } from "./law.ts";

export type Who =
  | { kind: "state"; id: string; members: readonly [string] }
  | { kind: "group"; id: string; members: readonly string[] };

/**
 * Reads `who` by code, id or name. What isn't known becomes the world, with `mistaken` set to what was typed.
 */
export function readWho(law: Law, who: string): { who: Who; mistaken?: string } {
  const group = askGroup(law, who);
  if (group.ok) return { who: { kind: "group", id: group.value.id, members: group.value.members } };
  const state = askState(law, who);
  if (state.ok) return { who: { kind: "state", id: state.value.iso3, members: [state.value.iso3] } };
  const world = listGroups(law).find(({ id }) => id === WORLD);
  return { who: { kind: "group", id: WORLD, members: world?.members ?? [] }, mistaken: who };
}

/** The state or group of the address. */
export function useWho(): Who {
  const law = useLaw();
  const { who } = useAsking();
  return useMemo(() => readWho(law, who).who, [law, who]);
}
