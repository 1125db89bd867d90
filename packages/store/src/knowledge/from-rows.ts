import type {
  Coverage,
  EffectRule,
  Instrument,
  Knowledge,
  MembershipPeriod,
  Participation,
  Provision,
} from "@concord/core/instruments";
import { MEMBERSHIPS, type State, type Theme } from "@concord/core/vocabulary";
import type { DataRow } from "../data-files.ts";

/** The files that make up the knowledge of the instruments room. */
export const KNOWLEDGE_FILES = [
  "states.csv",
  "themes.csv",
  "instruments/instruments.csv",
  "instruments/provisions_sources.csv",
  "instruments/provisions.csv",
  "instruments/participation.csv",
  "instruments/effect_rules.csv",
  "instruments/coverage.csv",
  "memberships.csv",
] as const;
export type KnowledgeFile = (typeof KNOWLEDGE_FILES)[number];

/**
 * Builds the knowledge of the instruments room from the rows of its files, taken as valid.
 * @param collectedOn day of collection, `YYYY-MM-DD`
 * @param rows rows of each file, in its order
 */
export function knowledgeFromRows(
  collectedOn: string,
  rows: Readonly<Record<KnowledgeFile, readonly DataRow[]>>,
): Knowledge {
  const relevanceOf = new Map(
    rows["instruments/provisions_sources.csv"].map((row) => [row.cell("instrument"), row.cell("relevance")]),
  );
  return {
    collectedOn,
    states: rows["states.csv"].map(readState),
    themes: rows["themes.csv"].map(readTheme),
    instruments: rows["instruments/instruments.csv"].map((row) =>
      readInstrument(row, relevanceOf.get(row.cell("id")) ?? ""),
    ),
    provisions: rows["instruments/provisions.csv"].map(readProvision),
    participation: rows["instruments/participation.csv"].map(readParticipation),
    effectRules: rows["instruments/effect_rules.csv"].map(readEffectRule),
    coverage: rows["instruments/coverage.csv"].map(readCoverage),
    memberships: rows["memberships.csv"].map(readMembershipPeriod),
  };
}

function readState(row: DataRow): State {
  return {
    iso3: row.cell("iso3"),
    iso2: row.cell("iso2"),
    m49: row.cell("m49"),
    status: row.cell("status"),
    names: {
      ar: row.cell("name_ar"),
      en: row.cell("name_en"),
      es: row.cell("name_es"),
      fr: row.cell("name_fr"),
      ru: row.cell("name_ru"),
      zh: row.cell("name_zh"),
    },
    unEn: row.cell("name_un_en"),
    unRegionalGroup: row.cell("un_regional_group"),
    m49Region: row.cell("m49_region"),
    m49Subregion: row.cell("m49_subregion"),
    memberships: MEMBERSHIPS.filter((column) => row.cell(column) === "1"),
  };
}

function readTheme(row: DataRow): Theme {
  return {
    id: row.cell("theme"),
    pillar: row.cell("pillar") as Theme["pillar"],
    label: row.cell("label"),
    scope: row.cell("scope"),
  };
}

function readInstrument(row: DataRow, relevance: string): Instrument {
  return {
    id: row.cell("id"),
    shortTitle: row.cell("short_title"),
    title: row.cell("title"),
    kind: row.cell("kind") as Instrument["kind"],
    body: row.cell("body"),
    depositary: row.cell("depositary"),
    adopted: row.cell("adopted"),
    inForce: row.cell("in_force"),
    region: row.cell("region"),
    binding: row.cell("binding") === "1",
    relevance: relevance as Instrument["relevance"],
    sourceNote: row.cell("source_note"),
  };
}

function readProvision(row: DataRow): Provision {
  return {
    instrument: row.cell("instrument"),
    provision: row.cell("provision"),
    theme: row.cell("theme"),
    strength: row.cell("strength") as Provision["strength"],
    addressee: row.cell("addressee"),
    side: row.cell("side") as Provision["side"],
    exploitation: row.cell("exploitation"),
    persons: row.cell("persons"),
    paraphrase: row.cell("paraphrase"),
    checked: row.cell("checked") === "1",
  };
}

function readParticipation(row: DataRow): Participation {
  return {
    instrument: row.cell("instrument"),
    iso3: row.cell("iso3"),
    action: row.cell("action") as Participation["action"],
    date: row.cell("date"),
    asOf: row.cell("as_of"),
    source: row.cell("source"),
  };
}

function readEffectRule(row: DataRow): EffectRule {
  return {
    instrument: row.cell("instrument"),
    rule: row.cell("rule"),
    article: row.cell("article"),
    checked: row.cell("checked") === "1",
  };
}

function readCoverage(row: DataRow): Coverage {
  const stated = row.cell("parties_stated");
  return {
    instrument: row.cell("instrument"),
    asOf: row.cell("as_of"),
    partiesHeld: Number(row.cell("parties_held")),
    signaturesHeld: Number(row.cell("signatures_held")),
    yearOnlyDates: Number(row.cell("year_only_dates")),
    partiesStated: stated === "" ? null : Number(stated),
    statedAsOf: row.cell("stated_as_of"),
    statedSource: row.cell("stated_source"),
    note: row.cell("note"),
  };
}

function readMembershipPeriod(row: DataRow): MembershipPeriod {
  return { group: row.cell("group"), iso3: row.cell("iso3"), from: row.cell("from"), to: row.cell("to") };
}
