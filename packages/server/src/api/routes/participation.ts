/** Questions about single acts: who did what on which day, with which reservation. */
import { askInstrument, askState } from "@concord/core/instruments";
import { ok } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import type { Records } from "../../holdings.ts";
import { cutPage, pagingBody, pagingQuery } from "../paging.ts";
import { type Question, question } from "../question.ts";
import * as shape from "../schema/instrument.ts";
import { instrumentParameter, stateParameter } from "../schema/parts.ts";
import type { Table } from "../table.ts";

const participationBody = z.object({ ...pagingBody, participation: z.array(shape.participation) });
const reservationBody = z.object({ ...pagingBody, reservations: z.array(shape.reservation) });

type Act = Awaited<ReturnType<Records["participation"]>>[number];
type Reservation = Awaited<ReturnType<Records["reservations"]>>[number];

function publicAct(row: Act): z.output<typeof shape.participation> {
  return {
    instrument: row.instrument,
    state: row.iso3,
    // The data package allows no other; the database keeps it as text.
    action: row.action as z.output<typeof shape.participation>["action"],
    date: row.date,
    as_of: row.asOf,
    source: row.source,
    source_title: row.sourceTitle,
    bound_since: row.boundSince,
    bound_until: row.boundUntil,
  };
}

function publicReservation(row: Reservation): z.output<typeof shape.reservation> {
  const { instrument, iso3, kind, article, paraphrase, source } = row;
  return { instrument, state: iso3, kind, article: article || null, paraphrase, source };
}

function actTable({ participation }: z.output<typeof participationBody>): Table {
  return {
    columns: ["instrument", "state", "action", "date", "bound_since", "bound_until", "as_of", "source"],
    rows: participation.map((row) => [
      row.instrument,
      row.state,
      row.action,
      row.date,
      row.bound_since,
      row.bound_until,
      row.as_of,
      row.source,
    ]),
  };
}

function reservationTable({ reservations }: z.output<typeof reservationBody>): Table {
  return {
    columns: ["instrument", "state", "kind", "article", "paraphrase", "source"],
    rows: reservations.map((row) => [
      row.instrument,
      row.state,
      row.kind,
      row.article,
      row.paraphrase,
      row.source,
    ]),
  };
}

const RESERVATIONS_NOTE =
  "Reservations, declarations and objections in our words, sorted by a program from texts of 2014 and 2015; some have been withdrawn since. Do not base a legal statement on them.";

export const PARTICIPATION_QUESTIONS: readonly Question[] = [
  question({
    id: "stateParticipation",
    section: "states",
    path: "/states/{state}/participation",
    summary: "A state's treaty actions",
    description:
      "Every signature, ratification, accession, succession and denunciation held, with its source.",
    params: z.object({ state: stateParameter }),
    query: z.object(pagingQuery),
    body: participationBody,
    example: "/states/BGD/participation",
    table: actTable,
    async answer({ law, records }, asked) {
      const state = askState(law, asked.state);
      if (!state.ok) return state;
      const { rows, ...page } = cutPage(await records.participation({ iso3: state.value.iso3 }), asked);
      return ok({ ...page, participation: rows.map(publicAct) });
    },
  }),
  question({
    id: "stateReservations",
    section: "states",
    path: "/states/{state}/reservations",
    summary: "A state's reservations and declarations",
    description: RESERVATIONS_NOTE,
    params: z.object({ state: stateParameter }),
    query: z.object(pagingQuery),
    body: reservationBody,
    example: "/states/BGD/reservations",
    table: reservationTable,
    async answer({ law, records }, asked) {
      const state = askState(law, asked.state);
      if (!state.ok) return state;
      const { rows, ...page } = cutPage(await records.reservations({ iso3: state.value.iso3 }), asked);
      return ok({ ...page, reservations: rows.map(publicReservation) });
    },
  }),
  question({
    id: "instrumentParticipation",
    section: "instruments",
    path: "/instruments/{instrument}/participation",
    summary: "All treaty actions on an instrument",
    description:
      "Every action held, by state, with its source. A state that isn't named is not thereby no party: see the coverage of the instrument.",
    params: z.object({ instrument: instrumentParameter }),
    query: z.object(pagingQuery),
    body: participationBody,
    example: "/instruments/palermo-protocol/participation?limit=10",
    table: actTable,
    async answer({ law, records }, asked) {
      const instrument = askInstrument(law, asked.instrument);
      if (!instrument.ok) return instrument;
      const held = await records.participation({ instrument: instrument.value.id });
      const { rows, ...page } = cutPage(held, asked);
      return ok({ ...page, participation: rows.map(publicAct) });
    },
  }),
  question({
    id: "instrumentReservations",
    section: "instruments",
    path: "/instruments/{instrument}/reservations",
    summary: "Reservations and declarations to an instrument",
    description: RESERVATIONS_NOTE,
    params: z.object({ instrument: instrumentParameter }),
    query: z.object(pagingQuery),
    body: reservationBody,
    example: "/instruments/crc-opsc/reservations?limit=10",
    table: reservationTable,
    async answer({ law, records }, asked) {
      const instrument = askInstrument(law, asked.instrument);
      if (!instrument.ok) return instrument;
      const { rows, ...page } = cutPage(
        await records.reservations({ instrument: instrument.value.id }),
        asked,
      );
      return ok({ ...page, reservations: rows.map(publicReservation) });
    },
  }),
];
