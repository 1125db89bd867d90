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
import { type DataRow, readDataBytes, readDataRows } from "../data-files.ts";
import { StoreError } from "../error.ts";

/**
 * Reads what the instruments room reasons on straight from the data files, without a database: the command
 * line answers from it, and it is the measure that the database is tested against.
 *
 * The files are taken as valid: `validateDataPackage` is what checks them.
 *
 * @param dataFolder the folder that holds `datapackage.json`
 * @returns rows in the order of the files
 * @throws StoreError `data-missing` or `data-invalid`, naming the file
 */
export async function readKnowledge(dataFolder: string): Promise<Knowledge> {
  const rows = (path: string) => readDataRows(dataFolder, path);
  const [
    states,
    themes,
    instruments,
    relevances,
    provisions,
    participation,
    effectRules,
    coverage,
    memberships,
  ] = await Promise.all([
    rows("states.csv"),
    rows("themes.csv"),
    rows("instruments/instruments.csv"),
    rows("instruments/provisions_sources.csv"),
    rows("instruments/provisions.csv"),
    rows("instruments/participation.csv"),
    rows("instruments/effect_rules.csv"),
    rows("instruments/coverage.csv"),
    rows("memberships.csv"),
  ]);
  const relevanceOf = new Map(relevances.map((row) => [row.cell("instrument"), row.cell("relevance")]));
  return {
    collectedOn: await readCollectedOn(dataFolder),
    states: states.map(readState),
    themes: themes.map(readTheme),
    instruments: instruments.map((row) => readInstrument(row, relevanceOf.get(row.cell("id")) ?? "")),
    provisions: provisions.map(readProvision),
    participation: participation.map(readParticipation),
    effectRules: effectRules.map(readEffectRule),
    coverage: coverage.map(readCoverage),
    memberships: memberships.map(readMembershipPeriod),
  };
}

/** The day on which the package was collected, from its descriptor. */
async function readCollectedOn(dataFolder: string): Promise<string> {
  const descriptor: unknown = parseJson(
    (await readDataBytes(dataFolder, "datapackage.json")).toString("utf8"),
  );
  if (typeof descriptor === "object" && descriptor !== null && "collectedOn" in descriptor) {
    const { collectedOn } = descriptor;
    if (typeof collectedOn === "string") return collectedOn;
  }
  throw new StoreError(
    "data-invalid",
    "datapackage.json does not say when the data were collected (collectedOn).",
    "Restore the file from the repository.",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError(
      "data-invalid",
      "datapackage.json is not valid JSON.",
      "Restore it from the repository.",
      cause,
    );
  }
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
