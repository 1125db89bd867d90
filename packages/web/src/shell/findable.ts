/** What the search box and the pickers offer, made from the knowledge base and the names in the reader's language. */

import type { Knowledge } from "@concord/core/instruments";
import { EUROPEAN_UNION } from "@concord/core/vocabulary";
import type { Names } from "./names.ts";
import type { Findable } from "./search-index.ts";

/** All states, in the order of the reader's alphabet, with the European Union at the end. */
export function findableStates(knowledge: Knowledge, names: Names): Findable[] {
  return knowledge.states
    .map((state) => ({
      kind: "state" as const,
      key: `state:${state.iso3}`,
      label: names.state(state.iso3),
      hint: state.iso3,
      names: [...Object.values(state.names), state.unEn, state.iso3, state.iso2],
    }))
    .sort(
      (a, b) =>
        Number(a.hint === EUROPEAN_UNION) - Number(b.hint === EUROPEAN_UNION) ||
        names.compare(a.label, b.label),
    );
}

/** The world, UN members, regions and memberships. */
export function findableGroups(names: Names): Findable[] {
  return names.groups.map(({ id, name, kind }) => ({
    kind: "group" as const,
    key: `group:${id}`,
    label: name,
    hint: kind,
    names: [id, ...names.everyName("group", id)],
  }));
}

/** All instruments. */
export function findableInstruments(knowledge: Knowledge, names: Names): Findable[] {
  return knowledge.instruments.map((instrument) => ({
    kind: "instrument" as const,
    key: `instrument:${instrument.id}`,
    label: names.instrument(instrument.id),
    hint: instrument.adopted.slice(0, 4),
    names: [
      instrument.shortTitle,
      instrument.title,
      instrument.id,
      ...names.everyName("instrument", instrument.id),
    ],
  }));
}

/** All themes. */
export function findableThemes(knowledge: Knowledge, names: Names): Findable[] {
  return knowledge.themes.map((theme) => ({
    kind: "theme" as const,
    key: `theme:${theme.id}`,
    label: names.theme(theme.id),
    hint: names.pillar(theme.pillar),
    names: [theme.label, theme.id, ...names.everyName("theme", theme.id)],
  }));
}

/** Every provision once, as "instrument, article". */
function findableArticles(knowledge: Knowledge, names: Names): Findable[] {
  const found = new Map<string, Findable>();
  for (const { instrument, provision } of knowledge.provisions) {
    const key = `article:${instrument}/${provision}`;
    if (found.has(key)) continue;
    const name = names.instrument(instrument);
    found.set(key, {
      kind: "article",
      key,
      label: `${name}, ${provision}`,
      hint: "",
      names: [`${instrument} ${provision}`, `${provision} ${name}`],
    });
  }
  return [...found.values()];
}

/** Everything that can be found. */
export function findablesOf(knowledge: Knowledge, names: Names): Findable[] {
  return [
    ...findableStates(knowledge, names),
    ...findableGroups(names),
    ...findableInstruments(knowledge, names),
    ...findableThemes(knowledge, names),
    ...findableArticles(knowledge, names),
  ];
}
