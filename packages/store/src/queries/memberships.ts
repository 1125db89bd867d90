/** Who acts for whom: memberships, the actors that were admitted, and proposals on the role of administrator. */
import { type Role, SECRETARIAT_ACTOR } from "@concord/core/access";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { accountMemberships, administratorProposals, admittedActors } from "../schema/index.ts";
import type { ReadTx, WriteTx } from "../store.ts";

export interface Membership {
  account: string;
  actor: string;
  /** The actor's English name. */
  actorName: string;
  role: Role;
  grantedBy: string | null;
  grantedAt: Date;
  suspendedAt: Date | null;
  /** Whether the person may act for the actor now. */
  live: boolean;
}

/** English name of those who run this server, as an actor. */
const SECRETARIAT_NAME = "Concord secretariat";

/** English name of an actor, wherever it is kept, as SQL on the column `actor` of the row. */
const NAME = sql`coalesce(
  (SELECT name FROM admitted_actors WHERE id = m.actor), (SELECT name FROM actors WHERE id = m.actor),
  (SELECT name_en FROM states WHERE iso3 = m.actor),
  CASE m.actor WHEN ${SECRETARIAT_ACTOR} THEN ${SECRETARIAT_NAME} ELSE m.actor END)`;

/** Memberships of an account or of an actor, the oldest first. */
export async function selectMemberships(
  tx: ReadTx,
  of: { account?: string; actor?: string },
): Promise<Membership[]> {
  const rows = await tx.rows<Omit<Membership, "grantedAt" | "suspendedAt"> & Moments>(sql`
    SELECT m.account, m.actor, ${NAME} AS "actorName", m.role, m.granted_by AS "grantedBy",
      m.granted_at AS "grantedAt", m.suspended_at AS "suspendedAt",
      m.suspended_at IS NULL
        AND NOT EXISTS (SELECT FROM admitted_actors WHERE id = m.actor AND withdrawn_at IS NOT NULL) AS live
    FROM account_memberships m
    WHERE m.account = ${of.account ?? sql`m.account`} AND m.actor = ${of.actor ?? sql`m.actor`}
    ORDER BY m.granted_at, m.actor`);
  return rows.map((row) => ({
    ...row,
    grantedAt: new Date(row.grantedAt),
    suspendedAt: row.suspendedAt ? new Date(row.suspendedAt) : null,
  }));
}

/** Raw SQL gives moments as the driver reads them. */
interface Moments {
  grantedAt: string | Date;
  suspendedAt: string | Date | null;
}

const isOf = (account: string, actor: string) =>
  and(eq(accountMemberships.account, account), eq(accountMemberships.actor, actor));

/** One membership, or undefined. */
export async function selectMembership(tx: ReadTx, account: string, actor: string) {
  return (await selectMemberships(tx, { account, actor }))[0];
}

/** Gives an account a role at an actor, whatever it had before; a suspended membership stays suspended. */
export async function putMembership(
  tx: WriteTx,
  membership: { account: string; actor: string; role: Role; grantedBy: string | null },
): Promise<void> {
  const { role, grantedBy } = membership;
  await tx.db
    .insert(accountMemberships)
    .values(membership)
    .onConflictDoUpdate({
      target: [accountMemberships.account, accountMemberships.actor],
      set: { role, grantedBy, grantedAt: new Date() },
    });
}

/** Suspends a membership, or lifts the suspension (null). */
export async function suspendMembership(
  tx: WriteTx,
  account: string,
  actor: string,
  at: Date | null,
): Promise<void> {
  await tx.db.update(accountMemberships).set({ suspendedAt: at }).where(isOf(account, actor));
}

export async function removeMembership(tx: WriteTx, account: string, actor: string): Promise<void> {
  await tx.db.delete(accountMemberships).where(isOf(account, actor));
}

/**
 * English name of an actor for whom somebody can act: a state, an organization of the data package, an admitted one.
 * @returns undefined when there is no such actor, or its admission has ended
 */
export async function selectActorName(tx: ReadTx, actor: string): Promise<string | undefined> {
  if (actor === SECRETARIAT_ACTOR) return SECRETARIAT_NAME;
  if (actor === SECRETARIAT_ACTOR) return SECRETARIAT_NAME;
  const rows = await tx.rows<{ name: string }>(sql`
    SELECT name FROM admitted_actors WHERE id = ${actor} AND withdrawn_at IS NULL
    UNION ALL SELECT name FROM actors WHERE id = ${actor}
    UNION ALL SELECT name_en FROM states WHERE iso3 = ${actor} LIMIT 1`);
  return rows[0]?.name;
}

export interface NewActor {
  id: string;
  name: string;
  acronym: string;
  kind: string;
  website: string;
}

export async function insertAdmittedActor(
  tx: WriteTx,
  actor: NewActor & { admittedBy: string | null },
): Promise<void> {
  await tx.db.insert(admittedActors).values(actor);
}

/** Organizations that were admitted and still are, by name. */
export function selectAdmittedActors(tx: ReadTx) {
  return tx.db
    .select({
      id: admittedActors.id,
      name: admittedActors.name,
      acronym: admittedActors.acronym,
      kind: admittedActors.kind,
      website: admittedActors.website,
      admittedAt: admittedActors.admittedAt,
    })
    .from(admittedActors)
    .where(isNull(admittedActors.withdrawnAt))
    .orderBy(asc(admittedActors.name));
}

/** Ends an admission: from that moment nobody acts for the organization. False when there was none. */
export async function withdrawActor(tx: WriteTx, id: string): Promise<boolean> {
  const ended = await tx.db
    .update(admittedActors)
    .set({ withdrawnAt: new Date() })
    .where(and(eq(admittedActors.id, id), isNull(admittedActors.withdrawnAt)))
    .returning({ id: admittedActors.id });
  return ended.length > 0;
}

export type AdministratorChange = "give" | "take";

export async function insertProposal(
  tx: WriteTx,
  proposal: { account: string; change: AdministratorChange; proposedBy: string },
): Promise<string> {
  const [made] = await tx.db
    .insert(administratorProposals)
    .values(proposal)
    .returning({ id: administratorProposals.id });
  return made?.id ?? "";
}

/** Proposals that wait for a second administrator. */
export function selectProposals(tx: ReadTx) {
  return tx.db
    .select()
    .from(administratorProposals)
    .where(isNull(administratorProposals.settledAt))
    .orderBy(asc(administratorProposals.proposedAt));
}

/** Settles a proposal, once. @returns it, or undefined when it was settled before. */
export async function settleProposal(tx: WriteTx, id: string, confirmedBy: string | null) {
  const [settled] = await tx.db
    .update(administratorProposals)
    .set({ confirmedBy, settledAt: new Date() })
    .where(and(eq(administratorProposals.id, id), isNull(administratorProposals.settledAt)))
    .returning();
  return settled;
}
