/** Subscriptions and notices, and the telling of what is new in the knowledge base. */
import { and, asc, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { notices, subscriptions } from "../schema/index.ts";
import type { ReadTx, WriteTx } from "../store.ts";

/** Kinds of subject that a person can subscribe to. */
export const SUBJECT_KINDS = ["instrument", "state", "theme", "group"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A subject: `{ kind: "instrument", subject: "palermo-protocol" }`. */
export interface NoticeSubject {
  kind: SubjectKind;
  subject: string;
}

/** What a treaty action was, as a notice keeps it. */
export interface ActFacts {
  instrument: string;
  iso3: string;
  action: string;
  /** As the source gives it: a day, or a year only. */
  date: string;
}

const WHERE_SUBJECTS_ARE = { instrument: "instruments", theme: "themes" } as const;

/** Whether the knowledge base has such a subject. */
export async function subjectExists({ rows }: ReadTx, { kind, subject }: NoticeSubject): Promise<boolean> {
  const at =
    kind === "state"
      ? sql`states WHERE iso3 = ${subject}`
      : kind === "group"
        ? sql`memberships WHERE "group" = ${subject}`
        : sql`${sql.identifier(WHERE_SUBJECTS_ARE[kind])} WHERE id = ${subject}`;
  const [found] = await rows<{ exists: boolean }>(sql`SELECT EXISTS (SELECT FROM ${at}) AS exists`);
  return found?.exists ?? false;
}

/** A person's own subscriptions, the oldest first. */
export function selectSubscriptions({ db, account }: ReadTx) {
  return db
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.account, account ?? ""))
    .orderBy(asc(subscriptions.createdAt));
}

/** Subscribes the person of the transaction; a second time changes nothing. */
export async function insertSubscription({ db, account }: WriteTx, subject: NoticeSubject): Promise<void> {
  await db
    .insert(subscriptions)
    .values({ account: account ?? "", ...subject })
    .onConflictDoNothing();
}

/** Ends a subscription of the person of the transaction. */
export async function deleteSubscription(
  { db, account }: WriteTx,
  { kind, subject }: NoticeSubject,
): Promise<void> {
  await db
    .delete(subscriptions)
    .where(
      and(
        eq(subscriptions.account, account ?? ""),
        eq(subscriptions.kind, kind),
        eq(subscriptions.subject, subject),
      ),
    );
}

/**
 * A person's own notices, the newest first.
 * @param before id of the last one of the page before
 */
export function selectNotices({ db, account }: ReadTx, atMost: number, before?: string) {
  const mine = eq(notices.account, account ?? "");
  return db
    .select()
    .from(notices)
    .where(before === undefined ? mine : and(mine, lt(notices.id, before)))
    .orderBy(desc(notices.id))
    .limit(atMost);
}

/** How many of a person's own notices are unread. */
export function countUnread({ db, account }: ReadTx): Promise<number> {
  return db.$count(notices, and(eq(notices.account, account ?? ""), isNull(notices.readAt)));
}

/**
 * Marks a person's own notices as read.
 * @param ids which; all when absent
 * @returns how many were unread until now
 */
export async function markRead({ db, account }: WriteTx, ids?: readonly string[]): Promise<number> {
  const unread = and(eq(notices.account, account ?? ""), isNull(notices.readAt));
  const marked = await db
    .update(notices)
    .set({ readAt: sql`now()` })
    .where(ids === undefined ? unread : and(unread, inArray(notices.id, [...ids])))
    .returning({ id: notices.id });
  return marked.length;
}

/**
 * Tells subscribers of every treaty action that wasn't in the knowledge base when this was last asked. The first time there is nothing new:
 * all of it was there before. An action touches whoever subscribed to its instrument, its state, a group that the state belongs to on the day of
 * asking, or a theme that the instrument has a provision on.
 * @returns how many actions are new, and how many notices were written
 */
export async function announceNewActs({ rows }: WriteTx): Promise<{ acts: number; notices: number }> {
  const [told] = await rows<{ any: boolean }>(sql`SELECT EXISTS (SELECT FROM announced_acts) AS any`);
  if (!told?.any) {
    await rows(sql`
      INSERT INTO announced_acts (event)
      SELECT DISTINCT 'act ' || instrument || ' ' || iso3 || ' ' || action || ' ' || date FROM participation`);
    return { acts: 0, notices: 0 };
  }
  const fresh = await rows<ActFacts & { event: string }>(sql`
    WITH acts AS (
      SELECT DISTINCT instrument, iso3, action, date,
             'act ' || instrument || ' ' || iso3 || ' ' || action || ' ' || date AS event
      FROM participation
    ), added AS (
      INSERT INTO announced_acts (event) SELECT event FROM acts ON CONFLICT DO NOTHING RETURNING event
    )
    SELECT acts.* FROM acts JOIN added USING (event)`);
  if (fresh.length === 0) return { acts: 0, notices: 0 };
  const written = await rows(sql`
    INSERT INTO notices (account, event, facts)
    SELECT DISTINCT s.account, a.event, jsonb_build_object(
      'instrument', a.instrument, 'iso3', a.iso3, 'action', a.action, 'date', a.date)
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
           AS a(event text, instrument text, iso3 text, action text, date text)
    JOIN subscriptions s ON
         (s.kind = 'instrument' AND s.subject = a.instrument)
      OR (s.kind = 'state' AND s.subject = a.iso3)
      OR (s.kind = 'group' AND EXISTS (
            SELECT FROM memberships m WHERE m."group" = s.subject AND m.iso3 = a.iso3 AND m.valid @> current_date))
      OR (s.kind = 'theme' AND EXISTS (
            SELECT FROM provisions p WHERE p.instrument = a.instrument AND p.theme = s.subject))
    ON CONFLICT DO NOTHING
    RETURNING id`);
  return { acts: fresh.length, notices: written.length };
}
