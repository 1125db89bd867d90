/** What a person wants to be told of, and what they were told. */
import {
  countUnread,
  deleteSubscription,
  insertSubscription,
  markRead,
  SUBJECT_KINDS,
  selectNotices,
  selectSubscriptions,
  subjectExists,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import { type Action, action, DONE, done, failed } from "../action.ts";

const NOTICES_AT_ONCE = 100;
const nothing = z.object({});
const subject = z.object({
  kind: z.enum(SUBJECT_KINDS),
  subject: z.string().max(100).openapi({
    description: "Id of the subject in the knowledge base.",
    example: "palermo-protocol",
  }),
});

const notice = z
  .object({
    id: z.uuid(),
    event: z.string().openapi({ description: "The same for everybody who was told of it." }),
    facts: z.object({ instrument: z.string(), iso3: z.string(), action: z.string(), date: z.string() }),
    created_at: z.string(),
    read_at: z.string().nullable(),
  })
  .openapi("Notice");

/** Moments as the API writes them. */
const moment = (text: string) => new Date(text).toISOString();

export const NOTICE_ACTIONS: readonly Action[] = [
  action({
    id: "mySubscriptions",
    section: "people",
    method: "GET",
    path: "/me/subscriptions",
    deed: "subscription.see",
    summary: "What the person wants to be told of",
    description: "Instruments, states, themes and groups of states, in the order in which they were chosen.",
    params: nothing,
    query: nothing,
    answer: z
      .object({ subscriptions: z.array(subject.extend({ created_at: z.string() })) })
      .openapi("Subscriptions"),
    subject: ({ principal }) => ({ kind: "subscription", account: principal.account }),
    handle: async ({ tx }) => {
      const rows = await selectSubscriptions(tx);
      return done({
        subscriptions: rows.map((row) => ({
          kind: subject.shape.kind.parse(row.kind),
          subject: row.subject,
          created_at: moment(row.createdAt),
        })),
      });
    },
  }),
  action({
    id: "subscribe",
    section: "people",
    method: "PUT",
    path: "/me/subscriptions/{kind}/{subject}",
    deed: "subscription.change",
    summary: "Be told of a subject",
    description:
      "From now on each new treaty action that touches the subject is a notice. A second time changes nothing.",
    params: subject,
    query: nothing,
    subject: ({ principal }) => ({ kind: "subscription", account: principal.account }),
    handle: async ({ tx, params }) => {
      if (!(await subjectExists(tx, params)))
        return failed({
          code: "not-found",
          status: 404,
          parameter: "subject",
          detail: `The knowledge base holds no ${params.kind} "${params.subject}".`,
          cure: "See the lists of states, instruments, themes and groups for their ids.",
        });
      await insertSubscription(tx, params);
      return DONE;
    },
  }),
  action({
    id: "unsubscribe",
    section: "people",
    method: "DELETE",
    path: "/me/subscriptions/{kind}/{subject}",
    deed: "subscription.change",
    summary: "No longer be told of a subject",
    description: "What the person was told stays.",
    params: subject,
    query: nothing,
    subject: ({ principal }) => ({ kind: "subscription", account: principal.account }),
    handle: async ({ tx, params }) => {
      await deleteSubscription(tx, params);
      return DONE;
    },
  }),
  action({
    id: "myNotices",
    section: "people",
    method: "GET",
    path: "/me/notices",
    deed: "notice.see",
    summary: "What the person was told, the newest first",
    description: `At most ${NOTICES_AT_ONCE} at a time; for more give the id of the last one as \`before\`.`,
    params: nothing,
    query: z.object({ before: z.uuid().optional() }),
    answer: z.object({ unread: z.int().min(0), notices: z.array(notice) }).openapi("Notices"),
    subject: ({ principal }) => ({ kind: "notice", account: principal.account }),
    handle: async ({ tx, query }) => {
      const rows = await selectNotices(tx, NOTICES_AT_ONCE, query.before);
      return done({
        unread: await countUnread(tx),
        notices: rows.map(({ id, event, facts, createdAt, readAt }) => ({
          id,
          event,
          facts: notice.shape.facts.parse(facts),
          created_at: moment(createdAt),
          read_at: readAt === null ? null : moment(readAt),
        })),
      });
    },
  }),
  action({
    id: "readNotices",
    section: "people",
    method: "POST",
    path: "/me/notices/read",
    deed: "notice.change",
    summary: "Mark notices as read",
    description: "Those that are named; without `ids` all of them.",
    params: nothing,
    query: nothing,
    body: z.object({ ids: z.array(z.uuid()).max(NOTICES_AT_ONCE).optional() }),
    answer: z.object({ marked: z.int().min(0) }).openapi("NoticesRead"),
    subject: ({ principal }) => ({ kind: "notice", account: principal.account }),
    handle: async ({ tx, body }) => done({ marked: await markRead(tx, body.ids) }),
  }),
];
