/** Questions about the knowledge base itself: how far it reaches, where it is from, and the whole of it. */
import { COMPACT_FORM, describeCoverage, encodeKnowledge, type Provision } from "@concord/core/instruments";
import { ok } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import { type Question, question } from "../question.ts";
import { coverage } from "../schema/instrument.ts";
import { count, day } from "../schema/parts.ts";

const source = z
  .object({
    id: z.string().openapi({ description: "As it stands in `sources`; * stands for any ending." }),
    title: z.string(),
    place: z.string(),
    complete_to: z.string().nullable(),
    terms: z.string(),
  })
  .openapi("Source");

const dataTable = z
  .object({
    name: z.string(),
    path: z.string(),
    title: z.string(),
    description: z.string(),
    rows: count,
    sources: z.array(z.string()),
    licence: z.string(),
    licence_path: z.string(),
  })
  .openapi("DataTable");

const crosscheck = z
  .object({
    instrument: z.string(),
    source_a: z.string(),
    source_b: z.string(),
    resolution: z.string(),
    compared: count,
    agreeing: count,
  })
  .openapi("Crosscheck", { description: "How many dates agree between two sources." });

const reliability = z
  .object({
    measure: z.string(),
    scope: z.string(),
    n: count,
    agreement: z.number(),
    kappa: z.number().nullable(),
  })
  .openapi("Reliability", { description: "How far two independent coders agreed." });

const about = z
  .object({
    version: z.string(),
    data_hash: z.string().openapi({ description: "Hash of the data package that is loaded." }),
    collected_on: day,
    states: count,
    themes: count,
    instruments: count,
    provisions: count,
    checked_provisions: count,
    participation: count,
    coverage: z.record(z.string(), coverage),
    reliability: z.array(reliability),
    crosschecks: z.array(crosscheck),
    sources: z.array(source),
    tables: z.array(dataTable),
  })
  .openapi("About");

const packedColumn = z.union([
  z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  z.object({
    d: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
    p: z.array(z.string()),
    s: z.literal(1).optional(),
  }),
  z.object({ day: z.array(z.string()), x: z.array(z.tuple([z.number(), z.string()])) }),
]);
const packedTable = z.record(z.string(), packedColumn);

const compact = z
  .object({
    form: z.literal(COMPACT_FORM),
    collectedOn: day,
    tables: z.record(
      z.enum([
        "states",
        "themes",
        "instruments",
        "provisions",
        "participation",
        "effectRules",
        "coverage",
        "memberships",
      ]),
      packedTable,
    ),
  })
  .openapi("CompactKnowledge", {
    description:
      "Column by column; the form is that of the browser's pages and may change with `form`. For data to work with, ask the other addresses for CSV.",
  });

/** Instrument → provision → [theme, paraphrase, checked], in the order of the knowledge base. */
function paraphrasesOf(provisions: readonly Provision[]) {
  const byInstrument: Record<string, Record<string, [string, string, boolean][]>> = {};
  for (const row of provisions) {
    const ofInstrument = byInstrument[row.instrument] ?? {};
    byInstrument[row.instrument] = ofInstrument;
    const ofProvision = ofInstrument[row.provision] ?? [];
    ofInstrument[row.provision] = ofProvision;
    ofProvision.push([row.theme, row.paraphrase, row.checked]);
  }
  return byInstrument;
}

/** The knowledge base changes with a release of the data alone. */
const AN_HOUR = 3_600;

export const KNOWLEDGE_QUESTIONS: readonly Question[] = [
  question({
    id: "about",
    section: "data",
    path: "/about",
    summary: "Coverage, reliability, sources and licences",
    description:
      "Up to when each list of parties is known, how far two coders of the provisions agreed, where everything is from and on which terms.",
    params: z.object({}),
    query: z.object({}),
    body: about,
    example: "/about",
    table: ({ coverage: rows }) => ({
      columns: [
        "instrument",
        "as_of",
        "parties_held",
        "signatures_held",
        "year_only_dates",
        "parties_stated",
        "stated_as_of",
        "stated_source",
        "note",
      ],
      rows: Object.entries(rows).map(([instrument, row]) => [
        instrument,
        row.as_of,
        row.parties_held,
        row.signatures_held,
        row.year_only_dates,
        row.parties_stated,
        row.stated_as_of,
        row.stated_source,
        row.note,
      ]),
    }),
    async answer({ law, records, version, dataHash }) {
      const { knowledge } = law;
      const held = await records.about();
      return ok({
        version,
        data_hash: dataHash,
        collected_on: knowledge.collectedOn,
        states: knowledge.states.length,
        themes: knowledge.themes.length,
        instruments: knowledge.instruments.length,
        provisions: knowledge.provisions.length,
        checked_provisions: knowledge.provisions.filter(({ checked }) => checked).length,
        participation: knowledge.participation.length,
        coverage: Object.fromEntries(
          knowledge.coverage.map((row) => [row.instrument, describeCoverage(row)]),
        ),
        reliability: held.reliability,
        crosschecks: held.crosschecks.map(({ sourceA, sourceB, ...row }) => ({
          ...row,
          source_a: sourceA,
          source_b: sourceB,
        })),
        sources: held.sources.map(({ id, title, place, completeTo, terms }) => ({
          id,
          title,
          place,
          complete_to: completeTo,
          terms,
        })),
        tables: held.tables.map((row) => ({
          name: row.name,
          path: row.path,
          title: row.title,
          description: row.description,
          rows: row.rows,
          sources: row.sources,
          licence: row.licence,
          licence_path: row.licencePath,
        })),
      });
    },
  }),
  question({
    id: "knowledge",
    section: "data",
    path: "/knowledge",
    summary: "Everything the rules reason on, in compact form",
    description: "What the pages load once, to answer in the browser. Without the paraphrases.",
    params: z.object({}),
    query: z.object({}),
    body: compact,
    example: "/knowledge",
    keepSeconds: AN_HOUR,
    answer: ({ law }) => ok(encodeKnowledge(law.knowledge) as z.output<typeof compact>),
  }),
  question({
    id: "paraphrases",
    section: "data",
    path: "/knowledge/paraphrases",
    summary: "Every provision in our own words",
    description: "By instrument and provision: theme, paraphrase, and whether the coding was checked.",
    params: z.object({}),
    query: z.object({}),
    body: z
      .record(z.string(), z.record(z.string(), z.array(z.tuple([z.string(), z.string(), z.boolean()]))))
      .openapi("Paraphrases"),
    example: "/knowledge/paraphrases",
    keepSeconds: AN_HOUR,
    table: (body) => ({
      columns: ["instrument", "provision", "theme", "paraphrase", "checked"],
      rows: Object.entries(body).flatMap(([instrument, provisions]) =>
        Object.entries(provisions).flatMap(([provision, rows]) =>
          rows.map(([theme, paraphrase, checked]) => [instrument, provision, theme, paraphrase, checked]),
        ),
      ),
    }),
    answer: ({ law }) => ok(paraphrasesOf(law.knowledge.provisions)),
  }),
];
