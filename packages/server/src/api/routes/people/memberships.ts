/** Who acts for an actor, and in which role. */
import { type Role, standsBelow } from "@concord/core/access";
import {
  asProgram,
  endSessions,
  putMembership,
  type ReadTx,
  removeMembership,
  selectMembership,
  selectMemberships,
  selectNamesAt,
  suspendMembership,
  type WriteTx,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import { type Action, action, DONE, done, failed } from "../../action.ts";
import { membershipAnswer, refuseRoleAt } from "./membership-answer.ts";
import { accountId, actorId, heldRole, membershipShape, nothing, ofActor } from "./shape.ts";

const ofMembership = z.object({ actor: actorId, account: accountId });

/** The role that counts when one is exchanged for another: the higher. */
const higher = (one: Role, other: Role): Role => (standsBelow(one, other) ? other : one);

/** The membership as the subject of a deed; `given` is the role that it would have. */
async function subjectOf(tx: ReadTx, { actor, account }: { actor: string; account: string }, given?: Role) {
  const found = await selectMembership(tx, account, actor);
  if (!found) return undefined;
  const role = given ? higher(found.role, given) : found.role;
  return { kind: "membership", account, actor, role };
}

/** Whoever acts for nobody any more is signed out everywhere. */
async function signOutIfHomeless(tx: WriteTx, account: string): Promise<void> {
  await asProgram(tx, async (program) => {
    const left = await selectMemberships(program, { account });
    if (!left.some(({ live }) => live)) await endSessions(program, account);
  });
}

const notAdministrators = failed({
  code: "conflict",
  status: 409,
  detail: "The role of administrator is given and taken by proposal.",
  cure: "Propose it: where there are two administrators, the other confirms.",
  reason: "by-proposal",
});

export const MEMBERSHIP_ACTIONS: readonly Action[] = [
  action({
    id: "people",
    section: "people",
    method: "GET",
    path: "/actors/{actor}/people",
    deed: "membership.see",
    summary: "Who acts for an actor",
    description: "The oldest membership first. Addresses are shown to those who manage the actor's people.",
    params: ofActor,
    query: nothing,
    answer: z.object({
      people: z.array(membershipShape.extend({ name: z.string(), email: z.string().nullable() })),
    }),
    subject: ({ params }) => ({ kind: "membership", actor: params.actor }),
    async handle({ tx, principal, params }) {
      const manages = ["focal-point", "secretariat", "administrator"].includes(principal.role);
      const memberships = await selectMemberships(tx, { actor: params.actor });
      const names = await selectNamesAt(tx, params.actor);
      const people = [];
      for (const membership of memberships) {
        const account = names.get(membership.account);
        if (!account) continue;
        const { name, email } = account;
        people.push({ ...membershipAnswer(membership), name, email: manages ? email : null });
      }
      return done({ people });
    },
  }),
  action({
    id: "changeMembership",
    section: "people",
    method: "PUT",
    path: "/actors/{actor}/people/{account}",
    deed: "membership.change",
    summary: "Change the role of a person at an actor",
    description: "Both the role taken and the one given have to stand below one's own.",
    params: ofMembership,
    query: nothing,
    body: z.object({ role: heldRole }),
    subject: ({ tx, params, body }) => subjectOf(tx, params, body.role),
    async handle({ tx, principal, params, body }) {
      const found = await selectMembership(tx, params.account, params.actor);
      if (body.role === "administrator" || found?.role === "administrator") return notAdministrators;
      const misplaced = refuseRoleAt(params.actor, body.role);
      if (misplaced) return failed(misplaced);
      await putMembership(tx, { ...params, role: body.role, grantedBy: principal.account });
      return DONE;
    },
  }),
  action({
    id: "suspendMembership",
    section: "people",
    method: "POST",
    path: "/actors/{actor}/people/{account}/suspension",
    deed: "membership.suspend",
    summary: "Suspend a person's membership of an actor",
    description: "From that moment the person no longer acts for the actor, signed in or not.",
    params: ofMembership,
    query: nothing,
    subject: ({ tx, params }) => subjectOf(tx, params),
    async handle({ tx, params, now }) {
      await suspendMembership(tx, params.account, params.actor, now);
      await signOutIfHomeless(tx, params.account);
      return DONE;
    },
  }),
  action({
    id: "restoreMembership",
    section: "people",
    method: "DELETE",
    path: "/actors/{actor}/people/{account}/suspension",
    deed: "membership.suspend",
    summary: "Lift the suspension of a membership",
    description: "The person acts for the actor again.",
    params: ofMembership,
    query: nothing,
    subject: ({ tx, params }) => subjectOf(tx, params),
    async handle({ tx, params }) {
      await suspendMembership(tx, params.account, params.actor, null);
      return DONE;
    },
  }),
  action({
    id: "removeMembership",
    section: "people",
    method: "DELETE",
    path: "/actors/{actor}/people/{account}",
    deed: "membership.remove",
    summary: "End a person's membership of an actor",
    description: "The account stays; it no longer acts for the actor.",
    params: ofMembership,
    query: nothing,
    subject: ({ tx, params }) => subjectOf(tx, params),
    async handle({ tx, params }) {
      await removeMembership(tx, params.account, params.actor);
      await signOutIfHomeless(tx, params.account);
      return DONE;
    },
  }),
  action({
    id: "leaveActor",
    section: "people",
    method: "DELETE",
    path: "/me/memberships/{actor}",
    deed: "membership.leave",
    summary: "Leave an actor",
    description: "An administrator leaves by proposal.",
    params: ofActor,
    query: nothing,
    subject: ({ principal }) => ({ kind: "membership", account: principal.account }),
    async handle({ tx, principal, params }) {
      const account = principal.account ?? "";
      const found = await selectMembership(tx, account, params.actor);
      if (found?.role === "administrator") return notAdministrators;
      await asProgram(tx, (program) => removeMembership(program, account, params.actor));
      return DONE;
    },
  }),
];
