/** Invitations: whoever holds the link may use it once, until it expires. Only a hash of the link is kept. */
import { createHash } from "node:crypto";
import type { Role } from "@concord/core/access";
import { and, desc, eq, isNull } from "drizzle-orm";
import { invitations } from "../schema/index.ts";
import type { ReadTx, WriteTx } from "../store.ts";

/** How long a link holds: two weeks by mail, a day when printed on the console. */
export const INVITATION_DAYS = 14;
export const CONSOLE_HOURS = 24;

/** What is kept of the secret of a link. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");

const ofInvitation = {
  id: invitations.id,
  email: invitations.email,
  actor: invitations.actor,
  role: invitations.role,
  language: invitations.language,
  invitedBy: invitations.invitedBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  usedAt: invitations.usedAt,
  withdrawnAt: invitations.withdrawnAt,
};

export interface NewInvitation {
  /** The secret of the link. */
  token: string;
  email: string | null;
  actor: string;
  role: Role;
  language: string;
  invitedBy: string | null;
  expiresAt: Date;
}

export async function insertInvitation(
  tx: WriteTx,
  { token, ...invitation }: NewInvitation,
): Promise<string> {
  const [made] = await tx.db
    .insert(invitations)
    .values({ ...invitation, tokenHash: hashToken(token) })
    .returning({ id: invitations.id });
  return made?.id ?? "";
}

type Found = Omit<typeof invitations.$inferSelect, "tokenHash" | "role"> & { role: Role };
const withRole = (row: Omit<Found, "role"> & { role: string }): Found => ({ ...row, role: row.role as Role });

/** The invitation of a link, whatever has become of it. */
export async function selectInvitationByToken(tx: ReadTx, token: string): Promise<Found | undefined> {
  const [found] = await tx.db
    .select(ofInvitation)
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)));
  return found && withRole(found);
}

export async function selectInvitation(tx: ReadTx, id: string): Promise<Found | undefined> {
  const [found] = await tx.db.select(ofInvitation).from(invitations).where(eq(invitations.id, id));
  return found && withRole(found);
}

/** Invitations to an actor that are still open, expired ones included: they can be sent anew. */
export async function selectOpenInvitations(tx: ReadTx, actor: string): Promise<Found[]> {
  const rows = await tx.db
    .select(ofInvitation)
    .from(invitations)
    .where(and(eq(invitations.actor, actor), isNull(invitations.usedAt), isNull(invitations.withdrawnAt)))
    .orderBy(desc(invitations.createdAt));
  return rows.map(withRole);
}

/** Whether an invitation can be taken up at a moment. */
export function standingOfInvitation(
  { usedAt, withdrawnAt, expiresAt }: Pick<Found, "usedAt" | "withdrawnAt" | "expiresAt">,
  now: Date,
): "open" | "used" | "withdrawn" | "expired" {
  if (usedAt) return "used";
  if (withdrawnAt) return "withdrawn";
  return expiresAt > now ? "open" : "expired";
}

/** Gives an invitation a new link and a new term; the old link no longer opens anything. */
export async function renewInvitation(
  tx: WriteTx,
  id: string,
  token: string,
  expiresAt: Date,
): Promise<void> {
  await tx.db
    .update(invitations)
    .set({ tokenHash: hashToken(token), expiresAt })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt)));
}

/** Marks an invitation as used. False when somebody was quicker: then nothing may come of it. */
export async function useInvitation(tx: WriteTx, id: string, at: Date): Promise<boolean> {
  const used = await tx.db
    .update(invitations)
    .set({ usedAt: at })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), isNull(invitations.withdrawnAt)))
    .returning({ id: invitations.id });
  return used.length > 0;
}

export async function withdrawInvitation(tx: WriteTx, id: string, at: Date): Promise<void> {
  await tx.db.update(invitations).set({ withdrawnAt: at }).where(eq(invitations.id, id));
}

/** Withdraws every link printed on the console before: the newest alone is good. */
export async function withdrawConsoleInvitations(tx: WriteTx, at: Date): Promise<void> {
  await tx.db
    .update(invitations)
    .set({ withdrawnAt: at })
    .where(and(isNull(invitations.email), isNull(invitations.usedAt), isNull(invitations.withdrawnAt)));
}
