/**
 * What whoever runs the server does with accounts from the command line: in the database itself or, while a server holds the
 * embedded one, through that server's operator's door.
 */
import { randomBytes } from "node:crypto";
import { type Role, SECRETARIAT_ACTOR, SYSTEM } from "@concord/core/access";
import { z } from "zod";
import {
  lockAdministrators,
  selectAccountByEmail,
  selectAccounts,
  suspendAccount,
} from "./queries/accounts.ts";
import { CONSOLE_HOURS, insertInvitation, withdrawConsoleInvitations } from "./queries/invitations.ts";
import { putMembership, selectActorName, selectMemberships } from "./queries/memberships.ts";
import type { Store } from "./store.ts";

/** Roles that can be given from the command line. */
const ROLES = ["observer", "member", "focal-point", "secretariat", "administrator"] as const;

export const consoleCommand = z.discriminatedUnion("name", [
  z.object({ name: z.literal("invite") }),
  z.object({ name: z.literal("list") }),
  z.object({ name: z.literal("suspend"), email: z.string(), lift: z.boolean() }),
  z.object({ name: z.literal("role"), email: z.string(), actor: z.string(), role: z.enum(ROLES) }),
]);
export type ConsoleCommand = z.infer<typeof consoleCommand>;

/** What the command line prints, or why nothing was done. */
export type ConsoleAnswer = { ok: true; lines: string[] } | { ok: false; message: string };

/** A secret for a link: 256 bits. */
export const newToken = () => randomBytes(32).toString("base64url");

/** Where the link of an invitation leads. The token stands behind the `#`, so that no server, proxy or log on the way sees it. */
export const invitationLink = (publicUrl: string, token: string) =>
  `${publicUrl}/people/invitation#${new URLSearchParams({ token })}`;

/** Makes the one-time link that makes an administrator. Links made before stop working. */
export async function administratorLink(
  store: Pick<Store, "write">,
  publicUrl: string,
  now: Date,
  { onlyFirst }: { onlyFirst: boolean },
): Promise<string | undefined> {
  return store.write(async (tx) => {
    if (onlyFirst && (await lockAdministrators(tx)).length > 0) return undefined;
    await withdrawConsoleInvitations(tx, now);
    const token = newToken();
    const id = await insertInvitation(tx, {
      token,
      email: null,
      actor: SECRETARIAT_ACTOR,
      role: "administrator",
      language: "en",
      invitedBy: null,
      expiresAt: new Date(now.getTime() + CONSOLE_HOURS * 3600_000),
    });
    tx.record({ deed: "invitation.create", subject: { kind: "invitation", id }, detail: { by: "console" } });
    return invitationLink(publicUrl, token);
  }, SYSTEM);
}

const unknown = (email: string): ConsoleAnswer => ({
  ok: false,
  message: `no account has the address ${email}: concord admin user list shows them`,
});

async function listUsers(store: Pick<Store, "read">): Promise<string[]> {
  return store.read(async (tx) => {
    const memberships = Map.groupBy(await selectMemberships(tx, {}), ({ account }) => account);
    return (await selectAccounts(tx)).map((account) => {
      const roles = (memberships.get(account.id) ?? []).map(
        ({ actor, role, live }) => `${role}@${actor}${live ? "" : " (suspended)"}`,
      );
      const state = account.suspendedAt ? "suspended" : "active";
      return [account.email, account.name, state, roles.join(", ") || "no membership"].join("\t");
    });
  }, SYSTEM);
}

async function suspend(store: Store, email: string, lift: boolean, now: Date): Promise<ConsoleAnswer> {
  return store.write(async (tx) => {
    const account = await selectAccountByEmail(tx, email);
    if (!account) return unknown(email);
    const administrators = await lockAdministrators(tx);
    if (!lift && administrators.length === 1 && administrators[0] === account.id)
      return { ok: false, message: `${email} is the only administrator: concord admin invite makes another` };
    await suspendAccount(tx, account.id, lift ? null : now);
    const deed = lift ? "account.restore" : "account.suspend";
    tx.record({ deed, subject: { kind: "account", id: account.id }, detail: { by: "console" } });
    return {
      ok: true,
      lines: [lift ? `${email} can sign in again.` : `${email} is suspended and signed out.`],
    };
  }, SYSTEM);
}

async function giveRole(
  store: Store,
  { email, actor, role }: { email: string; actor: string; role: Role },
): Promise<ConsoleAnswer> {
  const runsTheWork = role === "secretariat" || role === "administrator";
  if (runsTheWork !== (actor === SECRETARIAT_ACTOR))
    return {
      ok: false,
      message: `the role ${role} is not one at ${actor}: see concord admin user role --help`,
    };
  return store.write(async (tx) => {
    const account = await selectAccountByEmail(tx, email);
    if (!account) return unknown(email);
    if ((await selectActorName(tx, actor)) === undefined)
      return { ok: false, message: `${actor} is no actor: give a state's code or an organization's id` };
    const administrators = await lockAdministrators(tx);
    const isLast = administrators.length === 1 && administrators[0] === account.id;
    if (isLast && actor === SECRETARIAT_ACTOR && role !== "administrator")
      return { ok: false, message: `${email} is the only administrator: concord admin invite makes another` };
    await putMembership(tx, { account: account.id, actor, role, grantedBy: null });
    tx.record({
      deed: "membership.change",
      subject: { kind: "account", id: account.id },
      detail: { actor, role, by: "console" },
    });
    return { ok: true, lines: [`${email} is ${role} at ${actor}.`] };
  }, SYSTEM);
}

/** Does what was typed. */
export async function runConsoleCommand(
  store: Store,
  command: ConsoleCommand,
  { publicUrl, now }: { publicUrl: string; now: Date },
): Promise<ConsoleAnswer> {
  switch (command.name) {
    case "invite": {
      const link = await administratorLink(store, publicUrl, now, { onlyFirst: false });
      return { ok: true, lines: [link ?? ""] };
    }
    case "list":
      return { ok: true, lines: await listUsers(store) };
    case "suspend":
      return suspend(store, command.email, command.lift, now);
    case "role":
      return giveRole(store, command);
  }
}
