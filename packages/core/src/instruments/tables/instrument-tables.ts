/** Answers about instruments and themes, as tables. */
import type { Theme } from "../../vocabulary/index.ts";
import type { Holdouts } from "../answer.ts";
import type { Concordance } from "../concordance.ts";
import type { InstrumentDescription } from "../description.ts";
import type { AnswerTable } from "./table.ts";

/** A row for each state that has not joined, as far as is known. */
export function holdoutTable({
  signed,
  left,
  not_party,
  unknown,
}: Pick<Holdouts, "signed" | "left" | "not_party" | "unknown">): AnswerTable {
  return {
    columns: ["state", "status"],
    rows: [
      ...signed.map((state) => [state, "signed"]),
      ...left.map((state) => [state, "left"]),
      ...not_party.map((state) => [state, "not-party"]),
      ...unknown.map((state) => [state, "unknown"]),
    ],
  };
}

/** A row for each provision, theme by theme. */
export function concordanceTable({ themes }: Pick<Concordance, "themes">): AnswerTable {
  return {
    columns: ["theme", "instrument", "provision", "strength", "addressee", "paraphrase", "checked"],
    rows: themes.flatMap(({ theme, provisions }) =>
      Object.entries(provisions).flatMap(([instrument, rows]) =>
        rows.map((row) => [
          theme,
          instrument,
          row.provision,
          row.strength,
          row.addressee,
          row.paraphrase,
          row.checked,
        ]),
      ),
    ),
  };
}

/** A row for each instrument. */
export function instrumentTable(instruments: readonly InstrumentDescription[]): AnswerTable {
  return {
    columns: [
      "id",
      "short_title",
      "title",
      "kind",
      "body",
      "adopted",
      "in_force",
      "region",
      "binding",
      "relevance",
      "as_of",
      "parties_held",
      "source",
    ],
    rows: instruments.map((row) => [
      row.id,
      row.short_title,
      row.title,
      row.kind,
      row.body,
      row.adopted,
      row.in_force,
      row.region,
      row.binding,
      row.relevance,
      row.coverage?.as_of,
      row.coverage?.parties_held,
      row.source,
    ]),
  };
}

/** A row for each theme. */
export function themeTable(themes: readonly Theme[]): AnswerTable {
  return {
    columns: ["id", "pillar", "label", "scope"],
    rows: themes.map(({ id, pillar, label, scope }) => [id, pillar, label, scope]),
  };
}
