/** Reads the repository's data files for the tests of this package; the product reads them through `store`. */
import { readFileSync } from "node:fs";
import type {
  EffectRule,
  Instrument,
  Knowledge,
  Participation,
  Provision,
  Relevance,
} from "../instruments/knowledge.ts";
import { LANGUAGES, MEMBERSHIPS, type Pillar, type State } from "../vocabulary/index.ts";

type Row = Record<string, string>;

const DATA = new URL("../../../../data/", import.meta.url);

/** Splits CSV text (RFC 4180, no line breaks inside cells) into records keyed by the header. */
function parseCsv(text: string): Row[] {
  const [header = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map(splitLine);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

function splitLine(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** The rows of a data file. */
export function readRows(path: string): Row[] {
  return parseCsv(readFileSync(new URL(path, DATA), "utf8"));
}

const NUMBER = (cell: string | undefined): number => Number(cell ?? 0);

/** The whole knowledge base, as the rules take it. */
export function readTestKnowledge(): Knowledge {
  const relevance = new Map(
    readRows("instruments/provisions_sources.csv").map((row) => [row.instrument, row.relevance as Relevance]),
  );
  return {
    collectedOn: "2026-11-24",
    states: readRows("states.csv").map(readState),
    themes: readRows("themes.csv").map((row) => ({
      id: row.theme!,
      pillar: row.pillar as Pillar,
      label: row.label!,
      scope: row.scope!,
    })),
    instruments: readRows("instruments/instruments.csv").map((row) => ({
      id: row.id!,
      shortTitle: row.short_title!,
      title: row.title!,
      kind: row.kind as Instrument["kind"],
      body: row.body!,
      depositary: row.depositary!,
      adopted: row.adopted!,
      inForce: row.in_force!,
      region: row.region!,
      binding: row.binding === "1",
      relevance: relevance.get(row.id!) ?? "",
      sourceNote: row.source_note!,
    })),
    provisions: readRows("instruments/provisions.csv").map((row) => ({
      ...(row as Record<
        "instrument" | "provision" | "theme" | "exploitation" | "persons" | "addressee",
        string
      >),
      strength: row.strength as Provision["strength"],
      side: row.side as Provision["side"],
      paraphrase: row.paraphrase!,
      checked: row.checked === "1",
    })),
    participation: readRows("instruments/participation.csv").map((row) => ({
      instrument: row.instrument!,
      iso3: row.iso3!,
      action: row.action as Participation["action"],
      date: row.date!,
      asOf: row.as_of!,
      source: row.source!,
    })),
    effectRules: readRows("instruments/effect_rules.csv").map(
      (row): EffectRule => ({
        instrument: row.instrument!,
        rule: row.rule!,
        article: row.article!,
        checked: row.checked === "1",
      }),
    ),
    coverage: readRows("instruments/coverage.csv").map((row) => ({
      instrument: row.instrument!,
      asOf: row.as_of!,
      partiesHeld: NUMBER(row.parties_held),
      signaturesHeld: NUMBER(row.signatures_held),
      yearOnlyDates: NUMBER(row.year_only_dates),
      partiesStated: row.parties_stated === "" ? null : NUMBER(row.parties_stated),
      statedAsOf: row.stated_as_of!,
      statedSource: row.stated_source!,
      note: row.note!,
    })),
    memberships: readRows("memberships.csv").map((row) => ({
      group: row.group!,
      iso3: row.iso3!,
      from: row.from!,
      to: row.to!,
    })),
  };
}

function readState(row: Row): State {
  return {
    iso3: row.iso3!,
    iso2: row.iso2!,
    m49: row.m49!,
    status: row.status!,
    names: Object.fromEntries(
      LANGUAGES.map((language) => [language, row[`name_${language}`]!]),
    ) as State["names"],
    unEn: row.name_un_en!,
    unRegionalGroup: row.un_regional_group!,
    m49Region: row.m49_region!,
    m49Subregion: row.m49_subregion!,
    memberships: MEMBERSHIPS.filter((column) => row[column] === "1"),
  };
}
