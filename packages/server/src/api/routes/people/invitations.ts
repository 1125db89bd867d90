/** Inviting people to act for an actor. */
import {
  INVITATION_DAYS,
  insertInvitation,
  invitationLink,
  newToken,
  postLetter,
  type ReadTx,
  renewInvitation,
  selectActorName,
  selectInvitation,
  selectOpenInvitations,
  standingOfInvitation,
  withdrawInvitation,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import { languageOf, writeInvitation } from "../../../mail/letters.ts";
import { type Action, action, DONE, done, failed, notFound } from "../../action.ts";
import { heldRoleOf, refuseRoleAt } from "./membership-answer.ts";
import { email, heldRole, language, moment, nothing, ofActor } from "./shape.ts";

const DAY_MS = 24 * 3600_000;
export const expiryFrom = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY_MS);

const ofInvitation = z.object({ invitation: z.string().max(100) });

const subjectOfInvitation = async (tx: ReadTx, invitation: string) => {
  const found = await selectInvitation(tx, invitation);
  return found && { kind: "invitation", id: found.id, actor: found.actor, role: found.role };
};

export const INVITATION_ACTIONS: readonly Action[] = [
  action({
    id: "invitations",
    section: "people",
    method: "GET",
    path: "/actors/{actor}/invitations",
    deed: "invitation.see",
    summary: "Open invitations to an actor",
    description: "Expired ones too: they can be sent anew.",
    params: ofActor,
    query: nothing,
    answer: z.object({
      invitations: z.array(
        z.object({
          id: z.string(),
          email: z.string().nullable(),
          role: heldRole,
          createdAt: moment,
          expiresAt: moment,
          standing: z.enum(["open", "expired", "used", "withdrawn"]),
        }),
      ),
    }),
    subject: ({ params }) => ({ kind: "invitation", actor: params.actor }),
    async handle({ tx, params, now }) {
      const open = await selectOpenInvitations(tx, params.actor);
      return done({
        invitations: open.map((one) => ({
          id: one.id,
          email: one.email,
          role: heldRoleOf(one.role),
          createdAt: one.createdAt.toISOString(),
          expiresAt: one.expiresAt.toISOString(),
          standing: standingOfInvitation(one, now),
        })),
      });
    },
  }),
  action({
    id: "createInvitation",
    section: "people",
    method: "POST",
    path: "/actors/{actor}/invitations",
    deed: "invitation.create",
    summary: "Invite a person to act for an actor",
    description: "A letter with a link goes to the address, in the language given. The link works once.",
    params: ofActor,
    query: nothing,
    body: z.object({ email, role: heldRole, language }),
    answer: z.object({ id: z.string() }),
    subject: ({ params, body }) => ({ kind: "invitation", actor: params.actor, role: body.role }),
    async handle({ tx, principal, params, body, now, origin }) {
      const actorName = await selectActorName(tx, params.actor);
      if (actorName === undefined) return notFound("actor");
      const misplaced = refuseRoleAt(params.actor, body.role);
      if (misplaced) return failed(misplaced);
      const token = newToken();
      const { role, language: spoken } = body;
      const to = body.email.toLowerCase();
      const id = await insertInvitation(tx, {
        token,
        email: to,
        actor: params.actor,
        role,
        language: spoken,
        invitedBy: principal.account,
        expiresAt: expiryFrom(now),
      });
      const link = invitationLink(origin, token);
      await postLetter(tx, writeInvitation(to, actorName, role, spoken, link));
      return done({ id }, { status: 201 });
    },
  }),
  action({
    id: "renewInvitation",
    section: "people",
    method: "POST",
    path: "/invitations/{invitation}/renewal",
    deed: "invitation.renew",
    summary: "Send an invitation anew",
    description: "A new link goes to the same address; the old one no longer works.",
    params: ofInvitation,
    query: nothing,
    subject: ({ tx, params }) => subjectOfInvitation(tx, params.invitation),
    async handle({ tx, params, now, origin }) {
      const found = await selectInvitation(tx, params.invitation);
      if (!found?.email) return notFound("invitation");
      const standing = standingOfInvitation(found, now);
      if (standing === "used" || standing === "withdrawn")
        return failed({
          code: "conflict",
          status: 409,
          detail: `The invitation is ${standing}.`,
          cure: "Invite the person anew.",
        });
      const token = newToken();
      await renewInvitation(tx, found.id, token, expiryFrom(now));
      const actorName = (await selectActorName(tx, found.actor)) ?? found.actor;
      const spoken = languageOf(found.language);
      const link = invitationLink(origin, token);
      await postLetter(tx, writeInvitation(found.email, actorName, found.role, spoken, link));
      return DONE;
    },
  }),
  action({
    id: "withdrawInvitation",
    section: "people",
    method: "DELETE",
    path: "/invitations/{invitation}",
    deed: "invitation.withdraw",
    summary: "Withdraw an invitation",
    description: "Its link no longer works.",
    params: ofInvitation,
    query: nothing,
    subject: ({ tx, params }) => subjectOfInvitation(tx, params.invitation),
    async handle({ tx, params, now }) {
      await withdrawInvitation(tx, params.invitation, now);
      return DONE;
    },
  }),
];
