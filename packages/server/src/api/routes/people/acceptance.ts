/** What the holder of a link may do with it: look, take it up, ask for a new one. The secret itself is the right to. */
import { randomUUID } from "node:crypto";
import {
  asProgram,
  insertAccount,
  invitationLink,
  newToken,
  postLetter,
  putMembership,
  renewInvitation,
  selectAccount,
  selectAccountByEmail,
  selectActorName,
  selectInvitationByToken,
  standingOfInvitation,
  useInvitation,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import {
  hashPassPhrase,
  LONGEST_PASS_PHRASE,
  type PassPhraseFault,
  refusePassPhrase,
} from "../../../accounts/pass-phrase.ts";
import type { Problem } from "../../../http/problem.ts";
import { languageOf, writeInvitation } from "../../../mail/letters.ts";
import { type Action, action, DONE, done, failed, notFound } from "../../action.ts";
import { expiryFrom } from "./invitations.ts";
import { heldRoleOf } from "./membership-answer.ts";
import { email, heldRole, language, nothing, personName, token } from "./shape.ts";

const PHRASE_CURES: Readonly<Record<PassPhraseFault, string>> = {
  "too-short": "Use at least 12 characters: four or five words do.",
  "too-long": `Use at most ${LONGEST_PASS_PHRASE} characters.`,
  "too-common": "It is among the first that are guessed: choose words that nobody would put together.",
  "too-uniform": "It repeats the same few characters: choose words.",
  "about-you": "It is made of your own name or address: choose words that have nothing to do with you.",
};

const phraseProblem = (fault: PassPhraseFault): Problem => ({
  code: "invalid-body",
  status: 422,
  detail: "This pass phrase can't be taken.",
  cure: PHRASE_CURES[fault],
  reason: fault,
});

const goneProblem = (standing: string): Problem => ({
  code: "gone",
  status: 410,
  detail: `The invitation is ${standing}.`,
  cure: standing === "used" ? "Sign in." : "Ask for a new link, or ask whoever invited you.",
  reason: standing,
});

const subject = () => ({ kind: "invitation" });

/** The letters of an address that tell its owner which it is, and nobody else: `f…t@ministry.example`. */
function masked(address: string): string {
  const [local = "", domain = ""] = address.split("@");
  return `${local.slice(0, 1)}…${local.length > 2 ? local.slice(-1) : ""}@${domain}`;
}

export const ACCEPTANCE_ACTIONS: readonly Action[] = [
  action({
    id: "lookAtInvitation",
    section: "people",
    method: "POST",
    path: "/invitations/look",
    deed: "invitation.accept",
    summary: "What a link invites to",
    description:
      "By the secret of the link. `hasAccount`: the address already has an account, with which the invitation is taken up after signing in.",
    params: nothing,
    query: nothing,
    body: z.object({ token }),
    answer: z.object({
      standing: z.enum(["open", "expired", "used", "withdrawn"]),
      actor: z.string(),
      actorName: z.string(),
      role: heldRole,
      language: z.string(),
      address: z.string().nullable().openapi({ description: "Masked; null: whoever takes it up names it." }),
      hasAccount: z.boolean(),
    }),
    subject,
    handle: ({ tx, body, now }) =>
      asProgram(tx, async (program) => {
        const found = await selectInvitationByToken(program, body.token);
        if (!found) return notFound("invitation");
        const account = found.email ? await selectAccountByEmail(program, found.email) : undefined;
        return done({
          standing: standingOfInvitation(found, now),
          actor: found.actor,
          actorName: (await selectActorName(program, found.actor)) ?? found.actor,
          role: heldRoleOf(found.role),
          language: found.language,
          address: found.email ? masked(found.email) : null,
          hasAccount: account !== undefined,
        });
      }),
  }),
  action({
    id: "acceptInvitation",
    section: "people",
    method: "POST",
    path: "/invitations/acceptance",
    deed: "invitation.accept",
    summary: "Make an account from an invitation",
    description: "Afterwards the person signs in with the address answered and the pass phrase chosen.",
    params: nothing,
    query: nothing,
    body: z.object({
      token,
      name: personName,
      passPhrase: z.string().max(1_000),
      language,
      email: email
        .optional()
        .openapi({ description: "Only for a link printed on the console, which names none." }),
    }),
    answer: z.object({ email: z.string() }),
    subject,
    handle: ({ tx, body, now }) =>
      asProgram(tx, async (program) => {
        const found = await selectInvitationByToken(program, body.token);
        if (!found) return notFound("invitation");
        const standing = standingOfInvitation(found, now);
        if (standing !== "open") return failed(goneProblem(standing));
        const address = (found.email ?? body.email)?.toLowerCase();
        if (!address)
          return failed({
            code: "invalid-body",
            status: 422,
            detail: "The invitation names no address.",
            cure: "Give the address with which you will sign in.",
          });
        const fault = refusePassPhrase(body.passPhrase, [body.name, ...address.split("@")]);
        if (fault) return failed(phraseProblem(fault));
        if (await selectAccountByEmail(program, address))
          return failed({
            code: "conflict",
            status: 409,
            detail: "This address has an account.",
            cure: "Sign in, then open the link again.",
            reason: "has-account",
          });
        if (!(await useInvitation(program, found.id, now))) return failed(goneProblem("used"));
        const account = randomUUID();
        const passPhraseHash = await hashPassPhrase(body.passPhrase);
        const { name, language: spoken } = body;
        await insertAccount(program, { id: account, name, email: address, language: spoken, passPhraseHash });
        const { actor, role, invitedBy } = found;
        await putMembership(program, { account, actor, role, grantedBy: invitedBy });
        program.record({
          deed: "account.create",
          subject: { kind: "account", id: account },
          detail: { actor, role },
        });
        return done({ email: address }, { status: 201 });
      }),
  }),
  action({
    id: "joinByInvitation",
    section: "people",
    method: "POST",
    path: "/me/memberships",
    deed: "invitation.accept",
    summary: "Take up an invitation with one's own account",
    description: "The invitation has to be for the account's own address.",
    params: nothing,
    query: nothing,
    body: z.object({ token }),
    subject,
    handle: ({ tx, principal, body, now }) =>
      asProgram(tx, async (program) => {
        const found = await selectInvitationByToken(program, body.token);
        if (!found) return notFound("invitation");
        const account = await selectAccount(program, principal.account ?? "");
        if (!account)
          return failed({
            code: "sign-in-needed",
            status: 401,
            detail: "The invitation is taken up with an account, and nobody is signed in.",
            cure: "Sign in, then open the link again.",
          });
        const standing = standingOfInvitation(found, now);
        if (standing !== "open") return failed(goneProblem(standing));
        if (found.email !== null && found.email !== account.email)
          return failed({
            code: "conflict",
            status: 409,
            detail: "The invitation is for another address.",
            cure: "Sign out, then open the link again.",
            reason: "other-address",
          });
        if (!(await useInvitation(program, found.id, now))) return failed(goneProblem("used"));
        const { actor, role, invitedBy } = found;
        await putMembership(program, { account: account.id, actor, role, grantedBy: invitedBy });
        return DONE;
      }),
  }),
  action({
    id: "askForNewLink",
    section: "people",
    method: "POST",
    path: "/invitations/new-link",
    deed: "invitation.accept",
    summary: "Ask for a new link instead of one that has expired",
    description: "It goes to the address that was invited, and nowhere else.",
    params: nothing,
    query: nothing,
    body: z.object({ token }),
    subject,
    handle: ({ tx, body, now, origin }) =>
      asProgram(tx, async (program) => {
        const found = await selectInvitationByToken(program, body.token);
        if (!found) return notFound("invitation");
        const standing = standingOfInvitation(found, now);
        if (standing !== "expired") return failed(goneProblem(standing));
        if (!found.email)
          return failed({
            code: "conflict",
            status: 409,
            detail: "The link was printed on the console of the server.",
            cure: "Whoever runs the server prints a new one: concord admin invite",
            reason: "from-console",
          });
        const next = newToken();
        await renewInvitation(program, found.id, next, expiryFrom(now));
        const actorName = (await selectActorName(program, found.actor)) ?? found.actor;
        const link = invitationLink(origin, next);
        const spoken = languageOf(found.language);
        await postLetter(program, writeInvitation(found.email, actorName, found.role, spoken, link));
        return DONE;
      }),
  }),
];
