import type { State } from "../vocabulary/index.ts";
import { EUROPEAN_UNION, MEMBERSHIPS } from "../vocabulary/index.ts";
import type { Instrument } from "./knowledge.ts";

/** Whether a state may join an instrument: freely, only when invited, or not at all. */
export type Openness = "open" | "by-invitation" | "closed";

/** The one regional convention offered to states outside its region (R12). */
const OPEN_BY_INVITATION = "coe-cets-197";

/**
 * Whether an instrument is open to a state (R12): soft law and directives to nobody, nothing to the European
 * Union, labour conventions to members of the ILO, global instruments to all, regional ones to members of the region.
 */
export function opennessOf(instrument: Instrument, state: State): Openness {
  if (instrument.kind === "soft-law" || instrument.kind === "eu-directive") return "closed";
  if (state.iso3 === EUROPEAN_UNION) return "closed";
  if (instrument.id.startsWith("ilo-") || instrument.id === "mlc-2006")
    return state.memberships.includes("ilo_member") ? "open" : "closed";
  if (instrument.region === "global") return "open";
  const region = MEMBERSHIPS.find((membership) => membership === instrument.region);
  if (region && state.memberships.includes(region)) return "open";
  return instrument.id === OPEN_BY_INVITATION ? "by-invitation" : "closed";
}
