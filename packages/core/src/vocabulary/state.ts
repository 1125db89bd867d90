import type { Language } from "./language.ts";

/** Columns of `states.csv` that say whether a state belongs to an organization today. */
export const MEMBERSHIPS = [
  "ilo_member",
  "eu",
  "council_of_europe",
  "asean",
  "saarc",
  "african_union",
  "oas",
  "ecowas",
  "arab_league",
  "cis",
] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

/** One row of `states.csv`: a UN member, an observer, an associated state or the European Union (`EUE`). */
export interface State {
  iso3: string;
  iso2: string;
  m49: string;
  status: string;
  /** Names by language; `en` is the short English name, `unEn` the UN's official short name. */
  names: Readonly<Record<Language, string>>;
  unEn: string;
  /** UN regional group; empty when it has none. */
  unRegionalGroup: string;
  m49Region: string;
  m49Subregion: string;
  memberships: readonly Membership[];
}

/** The European Union: a party to some instruments, never counted among states (R1). */
export const EUROPEAN_UNION = "EUE";
