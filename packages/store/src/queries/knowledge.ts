import type { Knowledge } from "@concord/core/instruments";
import type { Membership, State, Theme } from "@concord/core/vocabulary";
import { isoDay, parseDay } from "@concord/core/vocabulary";
import { getTableColumns, sql } from "drizzle-orm";
import {
  coverage,
  dataPackages,
  effectRules,
  instruments,
  memberships,
  participation,
  provisions,
  states,
  themes,
} from "../schema/index.ts";
import type { ReadTx } from "../store.ts";

/**
 * Everything the instruments room reasons on, as loaded: the very value that `readKnowledge` reads from the files.
 * About 10,000 rows; the server asks once and keeps it.
 * @returns empty lists, and an empty day of collection, while no data package is loaded
 */
export async function selectKnowledge(tx: ReadTx): Promise<Knowledge> {
  const { db } = tx;
  const [loaded] = await db.select({ collectedOn: dataPackages.collectedOn }).from(dataPackages);
  return {
    collectedOn: loaded?.collectedOn ?? "",
    states: (await db.select().from(states).orderBy(states.ordinal)).map(stateOf),
    themes: await selectThemes(tx),
    instruments: await selectInstruments(tx),
    provisions: await selectProvisions(tx),
    participation: await selectActs(tx),
    effectRules: await db
      .select({
        instrument: effectRules.instrument,
        rule: effectRules.rule,
        article: effectRules.article,
        checked: effectRules.checked,
      })
      .from(effectRules)
      .orderBy(effectRules.ordinal),
    coverage: (await selectCoverage(tx)).map(({ partyRowsBySource: _, ...row }) => row),
    memberships: await selectMemberships(tx),
  };
}

/**
 * What is held of each instrument's parties, and up to when: an empty `asOf` means that absence says nothing (R9).
 * In the order of `coverage.csv`.
 */
export async function selectCoverage({ db }: ReadTx) {
  const { ordinal: _, ...columns } = getTableColumns(coverage);
  const rows = await db.select(columns).from(coverage).orderBy(coverage.ordinal);
  return rows.map((row) => ({ ...row, asOf: row.asOf ?? "" }));
}

function stateOf(row: typeof states.$inferSelect): State {
  return {
    iso3: row.iso3,
    iso2: row.iso2,
    m49: row.m49,
    status: row.status,
    names: { ar: row.nameAr, en: row.nameEn, es: row.nameEs, fr: row.nameFr, ru: row.nameRu, zh: row.nameZh },
    unEn: row.nameUnEn,
    unRegionalGroup: row.unRegionalGroup,
    m49Region: row.m49Region,
    m49Subregion: row.m49Subregion,
    memberships: row.memberships as Membership[],
  };
}

async function selectThemes({ db }: ReadTx): Promise<Theme[]> {
  const { ordinal: _, ...columns } = getTableColumns(themes);
  return (await db.select(columns).from(themes).orderBy(themes.ordinal)) as Theme[];
}

async function selectInstruments({ db }: ReadTx): Promise<Knowledge["instruments"]> {
  const { ordinal: _, adoptedBy: _day, textSource: _text, ...columns } = getTableColumns(instruments);
  const rows = await db.select(columns).from(instruments).orderBy(instruments.ordinal);
  return rows as unknown as Knowledge["instruments"];
}

async function selectProvisions({ db }: ReadTx): Promise<Knowledge["provisions"]> {
  const { ordinal: _, rank: _rank, counts: _counts, valid: _valid, ...columns } = getTableColumns(provisions);
  const rows = await db.select(columns).from(provisions).orderBy(provisions.ordinal);
  return rows as unknown as Knowledge["provisions"];
}

async function selectActs({ db }: ReadTx): Promise<Knowledge["participation"]> {
  const { ordinal: _, ...columns } = getTableColumns(participation);
  const rows = await db.select(columns).from(participation).orderBy(participation.ordinal);
  return rows as Knowledge["participation"];
}

async function selectMemberships({ db }: ReadTx): Promise<Knowledge["memberships"]> {
  const rows = await db
    .select({
      group: memberships.group,
      iso3: memberships.iso3,
      from: sql<string>`lower(${memberships.valid})::text`,
      // The first day after it, null while it lasts.
      until: sql<string | null>`upper(${memberships.valid})::text`,
    })
    .from(memberships)
    .orderBy(memberships.ordinal);
  return rows.map(({ until, ...row }) => ({ ...row, to: until === null ? "" : dayBefore(until) }));
}

function dayBefore(day: string): string {
  const number = parseDay(day);
  return number === undefined ? "" : isoDay(number - 1);
}
