import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { rowPolicies } from "./policy.ts";

const moment = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
const ownId = () => text().primaryKey().default(sql`uuidv7()::text`);

/** For whom an account acts and in which role. One role for each actor. */
export const accountMemberships = pgTable(
  "account_memberships",
  {
    account: text()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** ISO 3166-1 code of a state, id of data/actors, id of an admitted actor, or `concord-secretariat`. */
    actor: text().notNull(),
    role: text().notNull(),
    /** Account of whoever gave the role; null for the link printed on the console. */
    grantedBy: text(),
    grantedAt: moment().notNull().defaultNow(),
    suspendedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.actor] }),
    index().on(table.actor),
    ...rowPolicies(
      {
        see: ["membership.see", "account.see", "account.list"],
        add: ["membership.change"],
        change: ["membership.change", "membership.suspend"],
        remove: ["membership.remove", "membership.leave"],
      },
      { account: table.account, actor: table.actor, role: table.role },
    ),
  ],
);

/** Invitations to act for an actor. The link holds the token; only its hash is kept. */
export const invitations = pgTable(
  "invitations",
  {
    id: ownId(),
    tokenHash: text().notNull().unique(),
    /** Null: a link printed on the console, whose taker names the address. */
    email: text(),
    actor: text().notNull(),
    role: text().notNull(),
    language: text().notNull(),
    invitedBy: text(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    withdrawnAt: moment(),
  },
  (table) => [
    index().on(table.actor),
    ...rowPolicies(
      {
        see: ["invitation.see"],
        add: ["invitation.create"],
        change: ["invitation.renew", "invitation.withdraw"],
      },
      { actor: table.actor, role: table.role },
    ),
  ],
);

/** Proposals to give or take the role of administrator: where there are two administrators, it takes both. */
export const administratorProposals = pgTable(
  "administrator_proposals",
  {
    id: ownId(),
    account: text()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** `give` or `take`. */
    change: text().notNull(),
    proposedBy: text().notNull(),
    proposedAt: moment().notNull().defaultNow(),
    confirmedBy: text(),
    settledAt: moment(),
  },
  (table) =>
    rowPolicies(
      {
        see: ["administrator.see"],
        add: ["administrator.propose"],
        change: ["administrator.confirm", "administrator.withdraw"],
      },
      { account: table.proposedBy },
    ),
);

/** Organizations that the secretariat admitted: kept apart from those of the data package. */
export const admittedActors = pgTable(
  "admitted_actors",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    acronym: text().notNull(),
    /** As in data/actors: `ngo`, `igo`, `business`, `media` … */
    kind: text().notNull(),
    website: text().notNull(),
    admittedBy: text(),
    admittedAt: moment().notNull().defaultNow(),
    /** From then on nobody acts for it. */
    withdrawnAt: moment(),
  },
  (table) =>
    rowPolicies(
      { see: ["actor.see"], add: ["actor.admit"], change: ["actor.change", "actor.remove"] },
      { actor: table.id },
    ),
);

/** Mail that is to be sent. It is written together with what caused it, so that neither is without the other. */
export const outbox = pgTable(
  "outbox",
  {
    id: ownId(),
    recipient: text().notNull(),
    subject: text().notNull(),
    /** Plain text. Emptied once sent: it may hold a link that opens a door. */
    body: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment().notNull().defaultNow(),
    sentAt: moment(),
    lastError: text(),
  },
  (table) => [index().on(table.sentAt, table.nextAttemptAt), ...rowPolicies({})],
);
