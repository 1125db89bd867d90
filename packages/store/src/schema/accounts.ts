import { boolean, index, integer, pgTable, primaryKey, text, timestamp, unique } from "drizzle-orm/pg-core";
import { rowPolicies } from "./policy.ts";

/** A moment, to the millisecond. */
const moment = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
const id = () => text().primaryKey();

/** People who can sign in. Removing one deletes the row; the audit log keeps the id alone. */
export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    twoFactorEnabled: boolean().default(false),
    /** One of the six, for mail and the first page after signing in. */
    language: text().notNull().default("en"),
    /** How notices come: `at-once`, `daily`, `weekly` or `never`. */
    digest: text().notNull().default("daily"),
    /** A suspended account can't sign in and has no live session. */
    suspendedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) =>
    rowPolicies(
      {
        see: ["account.see", "account.list"],
        change: ["account.change", "account.suspend", "account.restore"],
        remove: ["account.remove"],
      },
      { account: table.id },
    ),
);

const account = () =>
  text()
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

/** Live sessions. The cookie holds the token together with a seal made from the server's secret. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    token: text().notNull().unique(),
    account: account(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    ipAddress: text(),
    userAgent: text(),
    /** The actor for whom the person chose to act; null takes the first membership. */
    actingFor: text(),
  },
  (table) => [
    index().on(table.account),
    ...rowPolicies(
      { see: ["session.see"], change: ["session.act-as"], remove: ["session.end"] },
      { account: table.account },
    ),
  ],
);

/** Ways to prove who one is: a pass phrase (provider `credential`) or an identity at a single sign-on provider. */
export const credentials = pgTable(
  "credentials",
  {
    id: id(),
    account: account(),
    /** The account's id at the provider. */
    subject: text().notNull(),
    provider: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    /** The pass phrase, hashed with argon2id. */
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique().on(table.provider, table.subject),
    index().on(table.account),
    ...rowPolicies({ see: ["account.export"] }, { account: table.account }),
  ],
);

/** Short-lived secrets of a step that is under way: a changed pass phrase, a second factor that is asked for. */
export const verifications = pgTable(
  "verifications",
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.identifier), ...rowPolicies({})],
);

/** Time-based codes (RFC 6238): the shared secret and the recovery codes, both encrypted with the server's secret. */
export const secondFactors = pgTable(
  "second_factors",
  {
    id: id(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    account: account(),
    verified: boolean().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: moment(),
  },
  (table) => [
    index().on(table.account),
    ...rowPolicies({ see: ["account.export"] }, { account: table.account }),
  ],
);

/** Codes that were accepted within the last minutes, hashed: none is accepted twice. */
export const usedCodes = pgTable(
  "used_codes",
  { account: account(), codeHash: text().notNull(), usedAt: moment().notNull().defaultNow() },
  (table) => [primaryKey({ columns: [table.account, table.codeHash] }), ...rowPolicies({})],
);

/** Passkeys (WebAuthn): public keys alone. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    name: text(),
    publicKey: text().notNull(),
    account: account(),
    credentialId: text().notNull().unique(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    createdAt: moment(),
    aaguid: text(),
  },
  (table) => [
    index().on(table.account),
    ...rowPolicies({ see: ["account.export"] }, { account: table.account }),
  ],
);
