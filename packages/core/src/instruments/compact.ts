/**
 * The knowledge base in the form in which a browser fetches it: one table per key, column by column, without the
 * paraphrases (they come apart, when a provision is opened). `decodeKnowledge(encodeKnowledge(k))` gives back `k`, row by
 * row and in the same order, with every paraphrase empty.
 */
import { finish, LANGUAGES, type Membership, type State, type Steps } from "../vocabulary/index.ts";
import { type Cell, type PackedColumn, packColumn, unpackColumn } from "./compact-column.ts";
import type { Knowledge } from "./knowledge.ts";

/** Raised whenever the form changes, so that an old page never misreads a new answer. */
export const COMPACT_FORM = 1;

type PackedTable = Readonly<Record<string, PackedColumn>>;
type Row = Readonly<Record<string, Cell>>;
type TableName = Exclude<keyof Knowledge, "collectedOn">;

export interface CompactKnowledge {
  readonly form: typeof COMPACT_FORM;
  readonly collectedOn: string;
  readonly tables: Readonly<Record<TableName, PackedTable>>;
}

function packTable(rows: readonly Row[]): PackedTable {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, packColumn(rows.map((row) => row[name] ?? null))] as const),
  );
}

/** Reads a table row by row; all rows come out in one shape, which makes them cheap to build and to read. */
function unpackTable(table: PackedTable): Row[] {
  const names = Object.keys(table);
  const columns = names.map((name) => unpackColumn(table[name] ?? []));
  const rowCount = columns[0]?.length ?? 0;
  const rows = new Array<Row>(rowCount);
  for (let at = 0; at < rowCount; at++) {
    const row: Record<string, Cell> = {};
    for (let column = 0; column < names.length; column++)
      row[names[column] ?? ""] = columns[column]?.[at] ?? null;
    rows[at] = row;
  }
  return rows;
}

/** A state as a flat row: `name.en` … for the names, the memberships in one cell. */
function flattenState({ names, memberships, ...plain }: State): Row {
  const named = LANGUAGES.map((language) => [`name.${language}`, names[language]] as const);
  return { ...plain, ...Object.fromEntries(named), memberships: memberships.join(" ") };
}

function restoreState(row: Row): State {
  const text = (name: string) => String(row[name] ?? "");
  return {
    iso3: text("iso3"),
    iso2: text("iso2"),
    m49: text("m49"),
    status: text("status"),
    unEn: text("unEn"),
    unRegionalGroup: text("unRegionalGroup"),
    m49Region: text("m49Region"),
    m49Subregion: text("m49Subregion"),
    names: {
      ar: text("name.ar"),
      en: text("name.en"),
      es: text("name.es"),
      fr: text("name.fr"),
      ru: text("name.ru"),
      zh: text("name.zh"),
    },
    memberships: text("memberships").split(" ").filter(Boolean) as Membership[],
  };
}

/** Packs the knowledge base for the browser; the paraphrases are left out. */
export function encodeKnowledge(knowledge: Knowledge): CompactKnowledge {
  const { collectedOn, states, provisions, ...others } = knowledge;
  const tables: Record<string, PackedTable> = {
    states: packTable(states.map(flattenState)),
    provisions: packTable(provisions.map(({ paraphrase: _, ...row }) => row)),
  };
  for (const [name, rows] of Object.entries(others))
    tables[name] = packTable(rows.map((row) => ({ ...row })));
  return { form: COMPACT_FORM, collectedOn, tables: tables as CompactKnowledge["tables"] };
}

/**
 * Reads what {@link encodeKnowledge} wrote.
 * @throws RangeError when the answer has another form than this page knows (reload the page) or was damaged on its way
 */
export function decodeKnowledge(compact: CompactKnowledge): Knowledge {
  return finish(knowledgeInSteps(compact));
}

/** {@link decodeKnowledge} one table at a time. */
export function* knowledgeInSteps(compact: CompactKnowledge): Steps<Knowledge> {
  if (compact.form !== COMPACT_FORM)
    throw new RangeError(`the knowledge base has form ${compact.form}, this page reads form ${COMPACT_FORM}`);
  const tables = new Map<TableName, Row[]>();
  for (const [name, table] of Object.entries(compact.tables)) {
    tables.set(name as TableName, unpackTable(table));
    yield;
  }
  const held = (name: TableName): Row[] => {
    const table = tables.get(name);
    if (!table) throw new RangeError(`the knowledge base came without its table "${name}"`);
    return table;
  };
  const rows = <Name extends TableName>(name: Name) =>
    held(name) as unknown as Knowledge[Name] & readonly Row[];
  const provisions = held("provisions").map((row) => ({ ...row, paraphrase: "" }));
  return {
    collectedOn: compact.collectedOn,
    states: held("states").map(restoreState),
    themes: rows("themes"),
    instruments: rows("instruments"),
    provisions: provisions as unknown as Knowledge["provisions"],
    participation: rows("participation"),
    effectRules: rows("effectRules"),
    coverage: rows("coverage"),
    memberships: rows("memberships"),
  };
}
