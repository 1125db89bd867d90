/** What a person sees and changes of themselves. */
import type { Principal, Subject } from "@concord/core/access";
import {
  asProgram,
  changeAccount,
  changeActing,
  endSession,
  endSessions,
  exportAccount,
  lockAdministrators,
  removeAccount,
  selectAccount,
  selectMemberships,
  selectSessionOwner,
  selectSessions,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import { sessionOf } from "../../../accounts/identity.ts";
import { type Action, action, DONE, done, failed, notFound } from "../../action.ts";
import { membershipAnswer } from "./membership-answer.ts";
import {
  accountId,
  actorId,
  digest,
  email,
  language,
  membershipShape,
  moment,
  nothing,
  personName,
} from "./shape.ts";

/** The person's own account, as the subject of a deed. */
const own = (principal: Principal): Subject => ({
  kind: "account",
  account: principal.account,
});

const signedOut = notFound("account");

export const OWN_ACCOUNT_ACTIONS: readonly Action[] = [
  action({
    id: "myAccount",
    section: "people",
    method: "GET",
    path: "/me/account",
    deed: "account.see",
    summary: "One's own account",
    description: "Name, settings, and every actor for whom the person may act.",
    params: nothing,
    query: nothing,
    answer: z
      .object({
        id: accountId,
        name: z.string(),
        email: z.string(),
        language: z.string(),
        digest: z.string(),
        secondFactor: z.boolean(),
        since: moment,
        memberships: z.array(membershipShape),
      })
      .openapi("OwnAccount"),
    subject: ({ principal }) => own(principal),
    async handle({ tx, principal }) {
      const account = await selectAccount(tx, principal.account ?? "");
      if (!account) return signedOut;
      const memberships = await selectMemberships(tx, { account: account.id });
      return done({
        id: account.id,
        name: account.name,
        email: account.email,
        language: account.language,
        digest: account.digest,
        secondFactor: account.twoFactorEnabled === true,
        since: account.createdAt.toISOString(),
        memberships: memberships.map(membershipAnswer),
      });
    },
  }),
  action({
    id: "changeMyAccount",
    section: "people",
    method: "PATCH",
    path: "/me/account",
    deed: "account.change",
    summary: "Change one's own name, language or digest",
    description: "What is left out stays as it is.",
    params: nothing,
    query: nothing,
    body: z.object({ name: personName, language, digest }).partial(),
    subject: ({ principal }) => own(principal),
    async handle({ tx, principal, body }) {
      const { name, language: spoken, digest: wanted } = body;
      await changeAccount(tx, principal.account ?? "", {
        ...(name === undefined ? {} : { name }),
        ...(spoken === undefined ? {} : { language: spoken }),
        ...(wanted === undefined ? {} : { digest: wanted }),
      });
      return DONE;
    },
  }),
  action({
    id: "exportMyAccount",
    section: "people",
    method: "GET",
    path: "/me/export",
    deed: "account.export",
    summary: "All that is kept about oneself, as a file",
    description: "JSON. What would let anybody sign in, such as hashes and keys, is not in it.",
    params: nothing,
    query: nothing,
    files: ["application/json"],
    subject: ({ principal }) => own(principal),
    async handle({ tx, principal, now }) {
      const kept = await exportAccount(tx, principal.account ?? "");
      const content = JSON.stringify({ exportedAt: now.toISOString(), ...kept }, null, 2);
      return { ok: true, file: { type: "application/json", name: "concord-my-data.json", content } };
    },
  }),
  action({
    id: "removeMyAccount",
    section: "people",
    method: "DELETE",
    path: "/me/account",
    deed: "account.remove",
    summary: "Remove one's own account",
    description:
      "Everything about the person is deleted at once; the audit log keeps an id that names nobody any more. The last administrator can't go.",
    params: nothing,
    query: nothing,
    body: z.object({
      email: email.openapi({
        description: "The account's own address, typed again so that nobody does it by mistake.",
      }),
    }),
    subject: ({ principal }) => own(principal),
    async handle({ tx, principal, body }) {
      const id = principal.account ?? "";
      const account = await selectAccount(tx, id);
      if (!account) return signedOut;
      if (account.email !== body.email.toLowerCase())
        return failed({
          code: "invalid-body",
          status: 422,
          detail: "This is not the address of the account.",
          cure: "Type the address with which you sign in.",
        });
      const administrators = await lockAdministrators(tx);
      if (administrators.length === 1 && administrators[0] === id)
        return failed({
          code: "conflict",
          status: 409,
          detail: "You are the only administrator.",
          cure: "Give somebody else the role first.",
        });
      await asProgram(tx, (program) => removeAccount(program, id));
      return DONE;
    },
  }),
  action({
    id: "mySessions",
    section: "people",
    method: "GET",
    path: "/me/sessions",
    deed: "session.see",
    summary: "Where one is signed in",
    description: "Newest first; `current` is the session that asks.",
    params: nothing,
    query: nothing,
    answer: z.object({
      sessions: z.array(
        z.object({
          id: z.string(),
          since: moment,
          until: moment,
          address: z.string().nullable(),
          browser: z.string().nullable(),
          current: z.boolean(),
        }),
      ),
    }),
    subject: ({ principal }) => own(principal),
    async handle({ tx, principal, now }) {
      const current = sessionOf(principal);
      const sessions = await selectSessions(tx, principal.account ?? "", now);
      return done({
        sessions: sessions.map(({ id, since, until, address, browser }) => ({
          id,
          since: since.toISOString(),
          until: until.toISOString(),
          address,
          browser,
          current: id === current,
        })),
      });
    },
  }),
  action({
    id: "endSession",
    section: "people",
    method: "DELETE",
    path: "/sessions/{session}",
    deed: "session.end",
    summary: "End a session",
    description: "From that moment its cookie opens nothing.",
    params: z.object({ session: z.string().max(100) }),
    query: nothing,
    async subject({ tx, params }) {
      const account = await selectSessionOwner(tx, params.session);
      return account === undefined ? undefined : { kind: "session", id: params.session, account };
    },
    async handle({ tx, params }) {
      await endSession(tx, params.session);
      return DONE;
    },
  }),
  action({
    id: "endOtherSessions",
    section: "people",
    method: "DELETE",
    path: "/me/sessions",
    deed: "session.end",
    summary: "End every session of one's own but this one",
    description: "For a device that was lost.",
    params: nothing,
    query: nothing,
    answer: z.object({ ended: z.int() }),
    subject: ({ principal }) => own(principal),
    handle: async ({ tx, principal }) =>
      done({ ended: await endSessions(tx, principal.account ?? "", sessionOf(principal)) }),
  }),
  action({
    id: "actAs",
    section: "people",
    method: "PUT",
    path: "/me/acting",
    deed: "session.act-as",
    summary: "Choose for whom to act",
    description: "Holds for this session until another choice is made.",
    params: nothing,
    query: nothing,
    body: z.object({ actor: actorId }),
    subject: ({ principal }) => own(principal),
    async handle({ tx, principal, body }) {
      const memberships = await selectMemberships(tx, {
        account: principal.account ?? "",
        actor: body.actor,
      });
      const session = sessionOf(principal);
      if (!memberships[0]?.live || !session)
        return failed({
          code: "conflict",
          status: 409,
          detail: `You don't belong to ${body.actor}.`,
          cure: "Choose an actor to which you belong.",
        });
      await changeActing(tx, session, body.actor);
      return DONE;
    },
  }),
];
