/** Names of states, groups, instruments, themes, pillars, strengths and standings in the reader's language. */
import { type GroupKind, listGroups } from "@concord/core/instruments";
import {
  groupNames,
  instrumentNames,
  type Language,
  type Pillar,
  type Strength,
  themeNames,
} from "@concord/core/vocabulary";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import { useAsking } from "./asking.ts";
import { lawQuery } from "./law.ts";

/** A standing of a state towards an instrument, as drawn. */
export type StandingName =
  | "in-force"
  | "pending"
  | "signed"
  | "recommended"
  | "left"
  | "not-party"
  | "unknown"
  | "not-adopted";

export interface Names {
  state(iso3: string): string;
  group(id: string): string;
  isState(who: string): boolean;
  /** A state or a group, whatever `who` says. */
  who(who: string): string;
  instrument(id: string): string;
  theme(id: string): string;
  pillar(pillar: Pillar): string;
  strength(strength: Strength | "unknown"): string;
  standing(standing: StandingName): string;
  /** Groups that can be asked about, each with what kind it is. */
  groups: readonly { id: string; name: string; kind: string }[];
  /** All that a group, an instrument or a theme is called, for searching. */
  everyName(of: "group" | "instrument" | "theme", id: string): string[];
  /** Sorts as the reader's language does. */
  compare(a: string, b: string): number;
}

/** Where the frame keeps the names, so that a page of a hundred links makes them once. */
export const NamesContext = createContext<Names | undefined>(undefined);

/** The names, in the language of the address. Before the law is loaded, codes stand in. */
export function useNames(): Names {
  const names = useContext(NamesContext);
  if (!names) throw new Error("Names are asked for outside the frame of the pages.");
  return names;
}

/** Makes the names. Used once, by the frame. */
export function useMadeNames(): Names {
  const { language, format } = useAsking();
  const law = useQuery(lawQuery).data;
  const words = useWords();
  return useMemo(() => {
    const states = new Map(law?.knowledge.states.map((state) => [state.iso3, state.names[language]]));
    const instruments = new Map(law?.knowledge.instruments.map(({ id, shortTitle }) => [id, shortTitle]));
    const themes = new Map(law?.knowledge.themes.map(({ id, label }) => [id, label]));
    const state = (iso3: string) => states.get(iso3) ?? iso3;
    const group = (id: string) => named(groupNames(id), language) ?? id;
    const tables = { group: groupNames, instrument: instrumentNames, theme: themeNames };
    return {
      state,
      group,
      isState: (who: string) => states.has(who),
      who: (who: string) => (states.has(who) ? state(who) : group(who)),
      instrument: (id: string) => named(instrumentNames(id), language) ?? instruments.get(id) ?? id,
      theme: (id: string) => named(themeNames(id), language) ?? themes.get(id) ?? id,
      pillar: (pillar: Pillar) => words.pillar[pillar],
      strength: (strength: Strength | "unknown") => words.strength[strength],
      standing: (standing: StandingName) => words.standing[standing],
      groups: law
        ? listGroups(law).map(({ id, kind }) => ({ id, name: group(id), kind: words.groupKind[kind] }))
        : [],
      everyName: (of: "group" | "instrument" | "theme", id: string) => Object.values(tables[of](id) ?? {}),
      compare: format.compare,
    };
  }, [law, language, format, words]);
}

function named(
  names: Readonly<Partial<Record<Language, string>>> | undefined,
  language: Language,
): string | undefined {
  return names?.[language];
}

interface Words {
  pillar: Record<Pillar, string>;
  strength: Record<Strength | "unknown", string>;
  standing: Record<StandingName, string>;
  groupKind: Record<GroupKind, string>;
}

function useWords(): Words {
  const { t } = useLingui();
  return useMemo(
    () => ({
      pillar: {
        prevention: t({ message: "Prevention", comment: "One of the four pillars" }),
        protection: t({ message: "Protection", comment: "One of the four pillars" }),
        prosecution: t({ message: "Prosecution", comment: "One of the four pillars" }),
        partnership: t({ message: "Partnership", comment: "One of the four pillars" }),
      },
      strength: {
        binding: t({ message: "binding", comment: "Strength of a duty: plain duty" }),
        qualified: t({
          message: "qualified",
          comment: "Strength of a duty: duty with a condition or leeway",
        }),
        permissive: t({ message: "permissive", comment: "Strength of a duty: may, need not" }),
        declaratory: t({
          message: "declaratory",
          comment: "Strength of a duty: states a principle or definition",
        }),
        recommended: t({ message: "recommended", comment: "Strength of a duty: soft law only" }),
        none: t({ message: "none", comment: "Strength of a duty: nothing in force" }),
        unknown: t({ message: "unknown", comment: "Nothing can be said: no list is held" }),
      },
      standing: {
        "in-force": t({ message: "in force", comment: "Standing of a state towards a treaty" }),
        pending: t({ message: "joined, not yet in force", comment: "Standing of a state towards a treaty" }),
        signed: t({ message: "signed only", comment: "Standing of a state towards a treaty" }),
        recommended: t({ message: "recommended to all", comment: "Standing of soft law" }),
        left: t({ message: "left", comment: "Standing of a state towards a treaty: denounced it" }),
        "not-party": t({ message: "not a party", comment: "Standing of a state towards a treaty" }),
        unknown: t({ message: "unknown", comment: "Nothing can be said: no list is held" }),
        "not-adopted": t({
          message: "not yet adopted",
          comment: "The instrument did not exist on the day asked about",
        }),
      },
      groupKind: {
        world: t({ message: "World", comment: "Kind of group" }),
        "un-members": t({ message: "United Nations", comment: "Kind of group: member states" }),
        organization: t({ message: "Organization", comment: "Kind of group" }),
        "un-regional-group": t({ message: "UN regional group", comment: "Kind of group" }),
        "m49-region": t({ message: "Region", comment: "Kind of group: M49 region" }),
        "m49-subregion": t({ message: "Subregion", comment: "Kind of group: M49 subregion" }),
      },
    }),
    [t],
  );
}
