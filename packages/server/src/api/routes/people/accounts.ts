/** Everybody who has access, and the actors that were admitted. */
import { SECRETARIAT_ACTOR } from "@concord/core/access";
import {
  insertAdmittedActor,
  type ReadTx,
  selectAccount,
  selectAccounts,
  selectActorName,
  selectAdmittedActors,
  selectMembership,
  selectMemberships,
  suspendAccount,
  withdrawActor,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import { type Action, action, DONE, done, failed, notFound } from "../../action.ts";
import { membershipAnswer } from "./membership-answer.ts";
import { accountId, actorId, membershipShape, moment, nothing, ofAccount, ofActor } from "./shape.ts";

/** Kinds of organization, as data/actors has them. */
const KINDS = [
  "ngo",
  "igo",
  "regional-organization",
  "business",
  "trade-union",
  "media",
  "academia",
  "network",
  "parliamentary",
  "state-body",
  "fund",
] as const;

const subjectOfAccount = async (tx: ReadTx, account: string) => {
  const found = await selectAccount(tx, account);
  return found && { kind: "account", id: found.id, account: found.id };
};

/** An id from a name: `organization-a`. */
function idOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return plain.replace(/^-+|-+$/g, "").slice(0, 60);
}

export const ACCOUNT_ACTIONS: readonly Action[] = [
  action({
    id: "accounts",
    section: "people",
    method: "GET",
    path: "/accounts",
    deed: "account.list",
    summary: "Who has access to what",
    description: "Every account with every actor for whom it may act, by name.",
    params: nothing,
    query: nothing,
    answer: z.object({
      accounts: z.array(
        z.object({
          id: accountId,
          name: z.string(),
          email: z.string(),
          secondFactor: z.boolean(),
          suspendedAt: moment.nullable(),
          memberships: z.array(membershipShape),
        }),
      ),
    }),
    subject: () => ({ kind: "account", actor: SECRETARIAT_ACTOR }),
    async handle({ tx }) {
      const memberships = Map.groupBy(await selectMemberships(tx, {}), ({ account }) => account);
      const accounts = (await selectAccounts(tx)).map((account) => ({
        id: account.id,
        name: account.name,
        email: account.email,
        secondFactor: account.twoFactorEnabled === true,
        suspendedAt: account.suspendedAt?.toISOString() ?? null,
        memberships: (memberships.get(account.id) ?? []).map(membershipAnswer),
      }));
      return done({ accounts });
    },
  }),
  action({
    id: "suspendAccount",
    section: "people",
    method: "POST",
    path: "/accounts/{account}/suspension",
    deed: "account.suspend",
    summary: "Suspend an account",
    description: "Every session ends at once. An administrator has to lose that role first, by proposal.",
    params: ofAccount,
    query: nothing,
    subject: ({ tx, params }) => subjectOfAccount(tx, params.account),
    async handle({ tx, params, now }) {
      const held = await selectMembership(tx, params.account, SECRETARIAT_ACTOR);
      if (held?.role === "administrator")
        return failed({
          code: "conflict",
          status: 409,
          detail: "The account is an administrator's.",
          cure: "Propose to take the role first; another administrator confirms.",
          reason: "by-proposal",
        });
      await suspendAccount(tx, params.account, now);
      return DONE;
    },
  }),
  action({
    id: "restoreAccount",
    section: "people",
    method: "DELETE",
    path: "/accounts/{account}/suspension",
    deed: "account.restore",
    summary: "Lift the suspension of an account",
    description: "The person can sign in again.",
    params: ofAccount,
    query: nothing,
    subject: ({ tx, params }) => subjectOfAccount(tx, params.account),
    async handle({ tx, params }) {
      await suspendAccount(tx, params.account, null);
      return DONE;
    },
  }),
  action({
    id: "admittedActors",
    section: "people",
    method: "GET",
    path: "/admissions",
    deed: "actor.see",
    summary: "Organizations that the secretariat admitted",
    description: "They are kept apart from the organizations of the knowledge base.",
    params: nothing,
    query: nothing,
    answer: z.object({
      actors: z.array(
        z.object({
          id: actorId,
          name: z.string(),
          acronym: z.string(),
          kind: z.string(),
          website: z.string(),
          admittedAt: moment,
        }),
      ),
    }),
    async handle({ tx }) {
      const actors = await selectAdmittedActors(tx);
      return done({
        actors: actors.map((actor) => ({ ...actor, admittedAt: actor.admittedAt.toISOString() })),
      });
    },
  }),
  action({
    id: "admitActor",
    section: "people",
    method: "POST",
    path: "/admissions",
    deed: "actor.admit",
    summary: "Admit an organization as an actor",
    description: "Afterwards people can be invited to act for it.",
    params: nothing,
    query: nothing,
    body: z.object({
      name: z.string().trim().min(2).max(200),
      acronym: z.string().trim().max(40).default(""),
      kind: z.enum(KINDS),
      website: z.union([z.literal(""), z.httpUrl().max(300)]).default(""),
    }),
    answer: z.object({ id: actorId }),
    async handle({ tx, principal, body }) {
      const id = idOf(body.acronym || body.name);
      if (id.length < 2 || (await selectActorName(tx, id)) !== undefined)
        return failed({
          code: "conflict",
          status: 409,
          detail: `There is an actor with the id "${id}" already.`,
          cure: "Use that one, or give another acronym.",
          reason: "same-actor",
        });
      await insertAdmittedActor(tx, { ...body, id, admittedBy: principal.account });
      return done({ id }, { status: 201 });
    },
  }),
  action({
    id: "withdrawActor",
    section: "people",
    method: "DELETE",
    path: "/admissions/{actor}",
    deed: "actor.remove",
    summary: "End the admission of an organization",
    description: "From that moment nobody acts for it, signed in or not. What was done in its name stays.",
    params: ofActor,
    query: nothing,
    handle: async ({ tx, params }) => ((await withdrawActor(tx, params.actor)) ? DONE : notFound("actor")),
  }),
];
