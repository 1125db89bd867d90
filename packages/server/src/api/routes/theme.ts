/** Questions about themes: what the instruments provide on one, side by side. */
import { askTheme, themeConcordance } from "@concord/core/instruments";
import { themeTable } from "@concord/core/instruments/tables";
import { ok, themeNames } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import { publicMechanism } from "../mechanism.ts";
import { cutPage, pagingBody, pagingQuery } from "../paging.ts";
import { type Question, question } from "../question.ts";
import { theme as themeShape } from "../schema/instrument.ts";
import { themeParameter } from "../schema/parts.ts";
import { names } from "../schema/state.ts";
import { themePage } from "../schema/world.ts";

export const THEME_QUESTIONS: readonly Question[] = [
  question({
    id: "themes",
    section: "themes",
    path: "/themes",
    summary: "All themes, under their four pillars",
    description: "The themes of the field's work, in the order of the knowledge base.",
    params: z.object({}),
    query: z.object(pagingQuery),
    body: z.object({ ...pagingBody, themes: z.array(themeShape.extend({ names: names.nullable() })) }),
    example: "/themes",
    table: ({ themes }) => themeTable(themes),
    answer({ law }, paging) {
      const { rows, ...page } = cutPage(law.themes, paging);
      return ok({ ...page, themes: rows.map((row) => ({ ...row, names: themeNames(row.id) ?? null })) });
    },
  }),
  question({
    id: "theme",
    section: "themes",
    path: "/themes/{theme}",
    summary: "One theme: every instrument's provisions on it, and who watches over them",
    description:
      "The strongest instruments first, then core before related before context. `mechanisms`: bodies and procedures that watch over at least one of these instruments.",
    params: z.object({ theme: themeParameter }),
    query: z.object({}),
    body: themePage,
    example: "/themes/protection.reflection",
    table: ({ instruments }) => ({
      columns: [
        "instrument",
        "relevance",
        "provision",
        "strength",
        "addressee",
        "side",
        "exploitation",
        "persons",
        "paraphrase",
        "checked",
      ],
      rows: instruments.flatMap(({ relevance, provisions }) =>
        provisions.map((row) => [
          row.instrument,
          relevance,
          row.provision,
          row.strength,
          row.addressee,
          row.side,
          row.exploitation,
          row.persons,
          row.paraphrase,
          row.checked,
        ]),
      ),
    }),
    async answer({ law, records }, asked) {
      const found = askTheme(law, asked.theme);
      if (!found.ok) return found;
      const { pillar, label, scope } = found.value;
      const side = themeConcordance(law, found.value.id);
      const speaking = new Set(side.instruments.map(({ instrument }) => instrument));
      const mechanisms = (await records.mechanisms())
        .filter(({ instruments }) => instruments.some((id) => speaking.has(id)))
        .map(publicMechanism);
      return ok({ ...side, pillar, label, scope, mechanisms });
    },
  }),
];
