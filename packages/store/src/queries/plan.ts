/** The built-in plans, what they are linked with, and the logs of consultations. */
import type { ConsultationEvent, NonPaperPoint, PlanPoint } from "@concord/core/plan";
import { and, asc, desc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import {
  actors,
  consultationEvents,
  consultations,
  goalLinks,
  groupMembers,
  nonPaperPoints,
  planPoints,
} from "../schema/index.ts";
import type { ReadTx, WriteTx } from "../store.ts";

/** Points of the Global Plan of Action, in the order of the file. */
export async function selectPlanPoints({ db }: ReadTx): Promise<PlanPoint[]> {
  const { ordinal: _, ...columns } = getTableColumns(planPoints);
  return db.select(columns).from(planPoints).orderBy(asc(planPoints.ordinal));
}

/** Principles and goals of the non-paper, each with the passage where it stands. */
export async function selectNonPaperPoints({ db }: ReadTx): Promise<(NonPaperPoint & { passage: string })[]> {
  const { ordinal: _, kind: _kind, ...columns } = getTableColumns(nonPaperPoints);
  const rows = await db
    .select({ ...columns, kind: sql<NonPaperPoint["kind"]>`${nonPaperPoints.kind}` })
    .from(nonPaperPoints)
    .orderBy(asc(nonPaperPoints.ordinal));
  return rows;
}

/** Targets of the development goals by theme, in the order of the file. */
export async function selectGoalLinks({ db }: ReadTx) {
  const { ordinal: _, ...columns } = getTableColumns(goalLinks);
  return db.select(columns).from(goalLinks).orderBy(asc(goalLinks.ordinal));
}

/** Members of one group, in the order of the file. */
export async function selectGroupMembers({ db }: ReadTx, group: string) {
  const { ordinal: _, ...columns } = getTableColumns(groupMembers);
  return db
    .select(columns)
    .from(groupMembers)
    .where(eq(groupMembers.group, group))
    .orderBy(asc(groupMembers.ordinal));
}

/** Id, kind and name of every actor of the registry. */
export async function selectActorKinds({ db }: ReadTx) {
  return db
    .select({ id: actors.id, kind: actors.kind, name: actors.name })
    .from(actors)
    .orderBy(asc(actors.ordinal));
}

export type ConsultationRow = typeof consultations.$inferSelect;

/** Every consultation, the newest first. */
export async function selectConsultations({ db }: ReadTx): Promise<ConsultationRow[]> {
  return db.select().from(consultations).orderBy(desc(consultations.openedAt), asc(consultations.id));
}

export async function selectConsultation({ db }: ReadTx, id: string): Promise<ConsultationRow | undefined> {
  return (await db.select().from(consultations).where(eq(consultations.id, id)))[0];
}

/** A step of a log as it is kept. */
export type LoggedEvent = ConsultationEvent & { step: number };

/**
 * The steps of a consultation after one of them.
 * @param after number of a step; 0: all
 */
export async function selectEvents({ db }: ReadTx, consultation: string, after = 0): Promise<LoggedEvent[]> {
  const { step, type, at, by, capacity, data } = consultationEvents;
  const rows = await db
    .select({ step, type, at, by, as: capacity, data })
    .from(consultationEvents)
    .where(and(eq(consultationEvents.consultation, consultation), gt(step, after)))
    .orderBy(asc(step));
  // Only what the rules granted was written, and they take typed events alone.
  return rows as LoggedEvent[];
}

/** Enters a new consultation in the list; its log is begun by {@link appendEvent}. */
export async function insertConsultation({ db }: WriteTx, row: ConsultationRow): Promise<void> {
  await db.insert(consultations).values(row);
}

/** Keeps the list of those who facilitate. */
export async function setFacilitators({ db }: WriteTx, id: string, facilitators: string[]): Promise<void> {
  await db.update(consultations).set({ facilitators }).where(eq(consultations.id, id));
}

/** One writer at a time for a log, until the transaction ends: the next step is judged by what stands. */
export async function lockConsultation({ db }: WriteTx, id: string): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`consultation ${id}`}, 0))`);
}

/** Writes a step that the rules have granted; it is never changed again. */
export async function appendEvent(
  { db, account }: WriteTx,
  consultation: Pick<ConsultationRow, "id" | "facilitators">,
  step: number,
  event: ConsultationEvent,
): Promise<void> {
  const { type, at, by, as: capacity, data } = event;
  await db.insert(consultationEvents).values({
    consultation: consultation.id,
    step,
    type,
    at,
    by,
    capacity,
    data,
    account,
    facilitators: consultation.facilitators,
  });
}
