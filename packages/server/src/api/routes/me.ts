/** As whom someone acts, and what they may do: the first questions of every screen. */
import {
  DEED_NAMES,
  type Deed,
  decide,
  explain,
  isDeed,
  nounOf,
  type Principal,
  REASON_CODES,
  type Reason,
  ROLES,
  SECRETARIAT_ACTOR,
} from "@concord/core/access";
import { nearestWord } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import { type Action, action, done, failed } from "../action.ts";

const role = z.enum(ROLES).openapi("Role", {
  description:
    "In which capacity someone acts; a facilitator is one only in the consultations that name them.",
});

const accountId = z.string().max(100).openapi({ description: "Opaque id of an account." });
const actorId = z
  .string()
  .max(100)
  .openapi({
    description: `ISO 3166-1 alpha-3 code of a state, or id of an organization; \`${SECRETARIAT_ACTOR}\` for those who run this server.`,
    example: "BGD",
  });
const deedName = z.string().openapi({
  description: "A verb on a noun, as the table of deeds has it.",
  example: "invitation.create",
});

const reasonShape = z
  .object({
    code: z.enum(REASON_CODES),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    text: z.string().openapi({ description: "The sentence in English." }),
  })
  .openapi("AccessReason", { description: "One reason for or against, or a cure." });

const publicReason = ({ code, values, text }: Reason) => ({
  code,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
  ),
  text,
});

/** Whether a deed is allowed to what is the person's own or their actor's. */
function mayToOwn(principal: Principal, deed: Deed): boolean {
  const { account, actor } = principal;
  return decide(principal, deed, { kind: nounOf(deed), account, actor }).allowed;
}

export const ME_ACTIONS: readonly Action[] = [
  action({
    id: "me",
    section: "people",
    method: "GET",
    path: "/me",
    deed: "me.see",
    summary: "As whom the request is made",
    description:
      "`account` and `actor` are null for whoever isn't signed in. `may`: every deed that the person may do to what is their own or their actor's; what depends on more is decided when it is done.",
    params: z.object({}),
    query: z.object({}),
    answer: z
      .object({
        account: accountId.nullable(),
        actor: actorId.nullable(),
        role,
        may: z.array(deedName),
      })
      .openapi("Me"),
    handle: ({ principal }) =>
      done({ ...principal, may: DEED_NAMES.filter((deed) => mayToOwn(principal, deed)) }),
  }),
  action({
    id: "may",
    section: "people",
    method: "GET",
    path: "/may",
    deed: "access.ask",
    summary: "Why may I, or may I not, do this?",
    description:
      "Answers for the person who asks. Without `actor` and `account` the question is about what is the person's own. `who`: every role that may, with the conditions that must hold.",
    params: z.object({}),
    query: z.object({
      deed: deedName,
      actor: actorId.optional(),
      account: accountId.optional(),
      role: z.enum(ROLES).optional().openapi({ description: "The role that would be given or taken." }),
    }),
    answer: z
      .object({
        deed: deedName,
        does: z.string().openapi({ description: "What it is, as an English infinitive." }),
        allowed: z.boolean(),
        reasons: z.array(reasonShape),
        cure: reasonShape.nullable(),
        who: z.array(
          z.object({
            role,
            conditions: z.array(
              z.enum(["own-account", "other-account", "own-actor", "lesser-role", "facilitates"]),
            ),
          }),
        ),
      })
      .openapi("AccessExplanation"),
    handle({ principal, query: { deed, actor, account, role: given } }) {
      if (!isDeed(deed)) {
        const nearest = nearestWord(deed, DEED_NAMES);
        return failed({
          code: "bad-parameter",
          status: 400,
          parameter: "deed",
          detail: `There is no deed "${deed}".`,
          cure: nearest ? `Did you mean "${nearest}"?` : "See docs/access.md for every deed.",
        });
      }
      const { does, decision, who } = explain(principal, deed, {
        ...(actor === undefined ? {} : { actor }),
        ...(account === undefined ? {} : { account }),
        ...(given === undefined ? {} : { role: given }),
      });
      return done({
        deed,
        does,
        allowed: decision.allowed,
        reasons: decision.reasons.map(publicReason),
        cure: decision.allowed ? null : publicReason(decision.cure),
        who: who.map(({ role: one, conditions }) => ({ role: one, conditions: [...conditions] })),
      });
    },
  }),
];
