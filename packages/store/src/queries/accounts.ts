/** Accounts and their sessions: who is signed in, where, and what is kept about a person. */
import type { Role } from "@concord/core/access";
import { and, asc, desc, eq, gt, ne, sql } from "drizzle-orm";
import { asProgram } from "../as-program.ts";
import {
  accountMemberships,
  accounts,
  administratorProposals,
  credentials,
  passkeys,
  secondFactors,
  sessions,
  verifications,
} from "../schema/index.ts";
import type { ReadTx, WriteTx } from "../store.ts";
import { type Membership, selectMemberships } from "./memberships.ts";

/** How notices reach a person. */
export const DIGESTS = ["at-once", "daily", "weekly", "never"] as const;
export type Digest = (typeof DIGESTS)[number];

/** A person who is signed in, at one moment. */
export interface LiveSession {
  session: string;
  account: string;
  name: string;
  email: string;
  language: string;
  digest: string;
  twoFactorEnabled: boolean;
  signedInAt: Date;
  /** Every actor for whom the person may act now. */
  memberships: Membership[];
  /** The one for whom they act: chosen, else the first. */
  acting: { actor: string; role: Role } | undefined;
}

/**
 * The session of a token, when it still runs and its account isn't suspended. What has been taken from the person since is
 * not there any more: nothing of this is kept in the cookie.
 */
export async function selectLiveSession(
  tx: ReadTx,
  token: string,
  now: Date,
): Promise<LiveSession | undefined> {
  const [found] = await tx.db
    .select({
      session: sessions.id,
      account: accounts.id,
      name: accounts.name,
      email: accounts.email,
      language: accounts.language,
      digest: accounts.digest,
      twoFactorEnabled: accounts.twoFactorEnabled,
      signedInAt: sessions.createdAt,
      actingFor: sessions.actingFor,
      suspendedAt: accounts.suspendedAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now)));
  if (!found || found.suspendedAt) return undefined;
  const { actingFor, suspendedAt: _none, twoFactorEnabled, ...live } = found;
  const memberships = (await selectMemberships(tx, { account: live.account })).filter(({ live: is }) => is);
  const chosen = memberships.find(({ actor }) => actor === actingFor) ?? memberships[0];
  const acting = chosen ? { actor: chosen.actor, role: chosen.role } : undefined;
  return { ...live, twoFactorEnabled: twoFactorEnabled === true, memberships, acting };
}

/** Chooses for whom a session acts. */
export async function changeActing(tx: WriteTx, session: string, actor: string): Promise<void> {
  await tx.db.update(sessions).set({ actingFor: actor }).where(eq(sessions.id, session));
}

/** Where an account is signed in, newest first. */
export function selectSessions(tx: ReadTx, account: string, now: Date) {
  return tx.db
    .select({
      id: sessions.id,
      since: sessions.createdAt,
      until: sessions.expiresAt,
      address: sessions.ipAddress,
      browser: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.account, account), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt));
}

/** Whose session it is; undefined when there is none. */
export async function selectSessionOwner(tx: ReadTx, session: string): Promise<string | undefined> {
  const rows = await tx.db
    .select({ account: sessions.account })
    .from(sessions)
    .where(eq(sessions.id, session));
  return rows[0]?.account;
}

export async function endSession(tx: WriteTx, session: string): Promise<void> {
  await tx.db.delete(sessions).where(eq(sessions.id, session));
}

/** Ends every session of an account but one. */
export async function endSessions(tx: WriteTx, account: string, except = ""): Promise<number> {
  const ended = await tx.db
    .delete(sessions)
    .where(and(eq(sessions.account, account), ne(sessions.id, except)))
    .returning({ id: sessions.id });
  return ended.length;
}

const ofAccount = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  language: accounts.language,
  digest: accounts.digest,
  twoFactorEnabled: accounts.twoFactorEnabled,
  suspendedAt: accounts.suspendedAt,
  createdAt: accounts.createdAt,
};

export async function selectAccount(tx: ReadTx, account: string) {
  const [found] = await tx.db.select(ofAccount).from(accounts).where(eq(accounts.id, account));
  return found;
}

/** The account of an e-mail address, however it is written. */
export async function selectAccountByEmail(tx: ReadTx, email: string) {
  const [found] = await tx.db
    .select(ofAccount)
    .from(accounts)
    .where(eq(accounts.email, email.trim().toLowerCase()));
  return found;
}

/** Everybody who can sign in, by name. */
export function selectAccounts(tx: ReadTx) {
  return tx.db.select(ofAccount).from(accounts).orderBy(asc(accounts.name), asc(accounts.id));
}

export interface NewAccount {
  id: string;
  name: string;
  email: string;
  language: string;
  /** The hash of the pass phrase. */
  passPhraseHash: string;
}

/** Makes an account whose address is known to be the person's own, since the invitation went there. */
export async function insertAccount(tx: WriteTx, account: NewAccount): Promise<void> {
  const { id, name, language, passPhraseHash } = account;
  const email = account.email.trim().toLowerCase();
  await tx.db.insert(accounts).values({ id, name, email, language, emailVerified: true });
  await tx.db.insert(credentials).values({
    id: `${id}-pass-phrase`,
    account: id,
    subject: id,
    provider: "credential",
    password: passPhraseHash,
  });
}

/** Changes what a person may change of themselves. */
export async function changeAccount(
  tx: WriteTx,
  account: string,
  change: { name?: string; language?: string; digest?: Digest },
): Promise<void> {
  await tx.db
    .update(accounts)
    .set({ ...change, updatedAt: new Date() })
    .where(eq(accounts.id, account));
}

/** Suspends an account and ends its sessions, or lifts the suspension (null). */
export async function suspendAccount(tx: WriteTx, account: string, at: Date | null): Promise<void> {
  await tx.db.update(accounts).set({ suspendedAt: at }).where(eq(accounts.id, account));
  if (at) await endSessions(tx, account);
}

/** All that is kept about a person, without what would let anybody sign in. */
export async function exportAccount(tx: ReadTx, account: string) {
  const { db } = tx;
  const of = await selectAccount(tx, account);
  return {
    account: of,
    memberships: await selectMemberships(tx, { account }),
    sessions: await selectSessions(tx, account, new Date(0)),
    signIn: await db
      .select({ provider: credentials.provider, since: credentials.createdAt })
      .from(credentials)
      .where(eq(credentials.account, account)),
    secondFactors: await db
      .select({ verified: secondFactors.verified })
      .from(secondFactors)
      .where(eq(secondFactors.account, account)),
    passkeys: await db
      .select({ name: passkeys.name, since: passkeys.createdAt })
      .from(passkeys)
      .where(eq(passkeys.account, account)),
    proposals: await db
      .select()
      .from(administratorProposals)
      .where(eq(administratorProposals.account, account)),
  };
}

/** Deletes an account with all that belongs to it. The audit log keeps its id, which then names nobody. */
export async function removeAccount(tx: WriteTx, account: string): Promise<void> {
  await tx.db.delete(verifications).where(eq(verifications.value, account));
  await tx.db.delete(accounts).where(eq(accounts.id, account));
}

/** Accounts that act as administrators now, locked until the end of the transaction. */
export async function lockAdministrators(tx: WriteTx): Promise<string[]> {
  const rows = await asProgram(tx, (program) =>
    program.rows<{ account: string }>(sql`
    SELECT m.account FROM ${accountMemberships} m JOIN ${accounts} a ON a.id = m.account
    WHERE m.role = 'administrator' AND m.suspended_at IS NULL AND a.suspended_at IS NULL
    ORDER BY m.account FOR UPDATE`),
  );
  return rows.map(({ account }) => account);
}

/**
 * Names and addresses of those who act for an actor, by account. An account by itself is seen by its owner and those who run the work; its
 * name also by the people of the same actor: the caller has to have decided that.
 */
export async function selectNamesAt(
  tx: ReadTx,
  actor: string,
): Promise<Map<string, { name: string; email: string }>> {
  const rows = await asProgram(tx, (program) =>
    program.db
      .select({ id: accounts.id, name: accounts.name, email: accounts.email })
      .from(accounts)
      .innerJoin(accountMemberships, eq(accountMemberships.account, accounts.id))
      .where(eq(accountMemberships.actor, actor))
      .execute(),
  );
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
}
