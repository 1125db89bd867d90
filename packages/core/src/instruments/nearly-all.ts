import type { IsoDay } from "../vocabulary/index.ts";
import { holdouts } from "./holdout.ts";
import type { Law } from "./law.ts";

/** An instrument that nearly all of those it is open to have joined, and who hasn't. */
export interface NearlyAll {
  instrument: string;
  base: number;
  joined: number;
  holdouts: string[];
  signed: string[];
  left: string[];
  not_party: string[];
  unknown: string[];
}

/**
 * Ratified by nearly all, except whom: instruments open on a day, the fewest hold-outs first (R19). Left out: soft law,
 * what nobody has joined, and what no list is held of, where nothing can be said.
 */
export function nearlyAll(law: Law, day: IsoDay): NearlyAll[] {
  return law.instrumentOrder
    .filter((index) => law.instruments[index]!.asOf !== undefined)
    .map((index) => holdouts(law, law.instruments[index]!.id, day))
    .filter(({ joined }) => joined > 0)
    .map(({ instrument, base, joined, holdouts, signed, left, not_party, unknown }) => ({
      instrument,
      base,
      joined,
      holdouts,
      signed,
      left,
      not_party,
      unknown,
    }))
    .sort((a, b) => a.holdouts.length - b.holdouts.length);
}
