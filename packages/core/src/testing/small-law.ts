import type { Instrument, Knowledge, Participation, Provision } from "../instruments/knowledge.ts";
import { buildLaw, type Law } from "../instruments/law.ts";
import { LANGUAGES, type State, type Theme } from "../vocabulary/index.ts";

/** A made-up instrument: global treaty, core, in force from 2000-01-01, list known for ever, unless said otherwise. */
export function treaty(id: string, change: Partial<Instrument> = {}): Instrument {
  return {
    id,
    shortTitle: id,
    title: id,
    kind: "treaty",
    body: "UN",
    depositary: "",
    adopted: "1999-01-01",
    inForce: "2000-01-01",
    region: "global",
    binding: true,
    relevance: "core",
    sourceNote: "",
    ...change,
  };
}

/** A made-up provision, binding on the state. */
export function rule(instrument: string, theme: string, change: Partial<Provision> = {}): Provision {
  return {
    instrument,
    provision: "art. 1",
    theme,
    strength: "binding",
    addressee: "state-party",
    side: "none",
    exploitation: "all",
    persons: "all",
    paraphrase: "",
    checked: true,
    ...change,
  };
}

/** A made-up action, a ratification unless said otherwise. */
export function act(
  instrument: string,
  iso3: string,
  date: string,
  action: Participation["action"] = "ratification",
): Participation {
  return { instrument, iso3, action, date, asOf: date, source: "test" };
}

function state(iso3: string): State {
  return {
    iso3,
    iso2: iso3.slice(0, 2),
    m49: "",
    status: iso3 === "EUE" ? "regional-organization" : "un-member",
    names: Object.fromEntries(LANGUAGES.map((language) => [language, iso3])) as State["names"],
    unEn: iso3,
    unRegionalGroup: iso3 === "EUE" ? "" : "African",
    m49Region: "",
    m49Subregion: "",
    memberships: [],
  };
}

function theme(id: string): Theme {
  return { id, pillar: "prevention", label: id, scope: "" };
}

/** A law of a few made-up rows; lists of parties are known up to `asOf`. */
export function smallLaw(parts: {
  states?: string[];
  themes: string[];
  instruments: Instrument[];
  provisions: Provision[];
  participation?: Participation[];
  asOf?: string;
}): Law {
  const knowledge: Knowledge = {
    collectedOn: "2026-11-24",
    states: (parts.states ?? ["AAA", "BBB", "EUE"]).map(state),
    themes: parts.themes.map(theme),
    instruments: parts.instruments,
    provisions: parts.provisions,
    // One row per instrument keeps "no rows at all" out of the way.
    participation: [
      ...parts.instruments.map(({ id }) => act(id, "EUE", "2001-01-01")),
      ...(parts.participation ?? []),
    ],
    effectRules: [],
    coverage: parts.instruments.map(({ id }) => ({
      instrument: id,
      asOf: parts.asOf ?? "2026-11-24",
      partiesHeld: 0,
      signaturesHeld: 0,
      yearOnlyDates: 0,
      partiesStated: null,
      statedAsOf: "",
      statedSource: "",
      note: "",
    })),
    memberships: [],
  };
  return buildLaw(knowledge);
}
