import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { rowPolicies } from "./policy.ts";

const moment = () => timestamp({ withTimezone: true, mode: "string" });
const id = () => uuid().primaryKey().default(sql`uuidv7()`);

/** What a person wants to be told of: an instrument, a state, a theme, a group of states. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: id(),
    /** Opaque id of the account. */
    account: text().notNull(),
    kind: text().notNull(),
    /** Id of the subject in the knowledge base: `palermo-protocol`, `BGD`, `protection.compensation`, `asean`. */
    subject: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    check("subscriptions_kind_check", sql`${table.kind} IN ('instrument', 'state', 'theme', 'group')`),
    uniqueIndex("subscriptions_account_subject_unique").on(table.account, table.kind, table.subject),
    index("subscriptions_subject_index").on(table.kind, table.subject),
    ...rowPolicies(
      { see: ["subscription.see"], add: ["subscription.change"], remove: ["subscription.change"] },
      { account: table.account },
    ),
  ],
);

/** What a person was told. One event is one notice, however many subscriptions it touches. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    account: text().notNull(),
    /** Names the event, the same for everybody: `act palermo-protocol BGD accession 2019-09-12`. */
    event: text().notNull(),
    /** What happened, in the terms of the knowledge base; the words are made when it is shown. */
    facts: jsonb().notNull(),
    createdAt: moment().notNull().defaultNow(),
    /** Null while unread. */
    readAt: moment(),
  },
  (table) => [
    uniqueIndex("notices_account_event_unique").on(table.account, table.event),
    index("notices_account_created_index").on(table.account, table.createdAt),
    ...rowPolicies({ see: ["notice.see"], change: ["notice.change"] }, { account: table.account }),
  ],
);

/** Treaty actions that subscribers have been told of, or that were there before anybody could subscribe. */
export const announcedActs = pgTable(
  "announced_acts",
  { event: text().primaryKey(), firstSeenAt: moment().notNull().defaultNow() },
  () => [...rowPolicies({})],
);
