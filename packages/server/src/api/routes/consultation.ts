/** Reading a consultation: what it is, the rolling text, the versions, the log. Nothing here is kept by browsers: it changes while one looks. */
import type { ReadTx } from "@concord/store";
import { selectConsultations, selectEvents } from "@concord/store";
import { z } from "@hono/zod-openapi";
import { type Action, action, done, failed, notFound } from "../action.ts";
import { reachState } from "../consultation-log.ts";
import { publicConsultation, publicRollingText, readingRight } from "../consultation-view.ts";
import {
  consultationBody,
  consultationList,
  consultationParameter,
  logBody,
  rollingTextBody,
  versionBody,
} from "../schema/consultation.ts";
import { publicParagraphs } from "./plan.ts";

const params = z.object({ consultation: consultationParameter });
const query = z.object({});

/** The state, if whoever asks may read the stage that runs. */
async function readable(tx: ReadTx, id: string) {
  const reached = await reachState(tx, id);
  if (!reached) return notFound("consultation");
  const right = readingRight(reached.state, tx.actor);
  return right.allowed
    ? ({ ok: true, ...reached } as const)
    : failed({
        code: "forbidden",
        status: 403,
        detail: right.reason,
        cure: "Participants read it when signed in; everyone reads it when the stage is over.",
        reason: right.rule,
      });
}

export const CONSULTATION_READING: readonly Action[] = [
  action({
    id: "consultations",
    section: "plan",
    method: "GET",
    path: "/consultations",
    deed: "plan.see",
    summary: "Every consultation",
    description: "The newest first.",
    params: z.object({}),
    query,
    answer: consultationList,
    async handle({ tx }) {
      const rows = await selectConsultations(tx);
      return done({
        consultations: rows.map(({ id, title, openedAt }) => ({ id, title, opened_at: openedAt })),
      });
    },
  }),
  action({
    id: "consultation",
    section: "plan",
    method: "GET",
    path: "/consultations/{consultation}",
    deed: "plan.see",
    summary: "A consultation: participants, stages, versions, silence, drafts, votes, statements",
    description: "In a restricted stage the public sees everything but the words of contributions.",
    params,
    query,
    answer: consultationBody,
    async handle({ tx, params: { consultation } }) {
      const reached = await reachState(tx, consultation);
      if (!reached) return notFound("consultation");
      const shown = publicConsultation(consultation, reached.step, reached.state);
      return done(readingRight(reached.state, tx.actor).allowed ? shown : { ...shown, contributions: [] });
    },
  }),
  action({
    id: "rollingText",
    section: "plan",
    method: "GET",
    path: "/consultations/{consultation}/text",
    deed: "plan.see",
    summary: "The rolling text: every paragraph with what is proposed in it, by whom, supported by whom",
    description:
      "`segments`: stretches of the paragraph; those with a `proposal` are words proposed, `deleted_by` names the proposals that want a stretch deleted. Rule P2 of docs/methods/plan.md.",
    params,
    query,
    answer: rollingTextBody,
    async handle({ tx, params: { consultation } }) {
      const found = await readable(tx, consultation);
      return found.ok ? done(publicRollingText(consultation, found.step, found.state)) : found;
    },
  }),
  action({
    id: "consultationLog",
    section: "plan",
    method: "GET",
    path: "/consultations/{consultation}/log",
    deed: "plan.see",
    summary: "The log: every step, by whom, when, for good",
    description:
      "Everything about a consultation follows from it. Steps of a restricted stage show without their data to the public.",
    params,
    query: z.object({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .default(0)
        .openapi({ description: "Only the steps after this one.", example: 0 }),
    }),
    answer: logBody,
    async handle({ tx, params: { consultation }, query: { after } }) {
      const reached = await reachState(tx, consultation);
      if (!reached) return notFound("consultation");
      const takesPart =
        tx.actor !== null &&
        (reached.state.participants.has(tx.actor) || reached.state.facilitators.includes(tx.actor));
      let restricted = false;
      const events = (await selectEvents(tx, consultation)).map((event) => {
        if (event.type === "stage-begun") restricted = event.data.restricted !== null;
        if (event.type.startsWith("silence-") && event.type !== "silence-extended") restricted = false;
        const hidden = restricted && !takesPart && event.type !== "stage-begun";
        return { ...event, data: hidden ? null : ({ ...event.data } as Record<string, unknown>) };
      });
      return done({ consultation, events: events.filter(({ step }) => step > after) });
    },
  }),
  action({
    id: "consultationVersion",
    section: "plan",
    method: "GET",
    path: "/consultations/{consultation}/versions/{version}",
    deed: "plan.see",
    summary: "A version of the text, by its hash or its place in the row",
    description: "From it the canonical form is made over which the hash is taken.",
    params: params.extend({
      version: z
        .string()
        .min(1)
        .max(64)
        .openapi({ description: "Hash, or 0 for the first, 1 for the second …", example: "0" }),
    }),
    query,
    answer: versionBody,
    async handle({ tx, params: { consultation, version } }) {
      const found = await readable(tx, consultation);
      if (!found.ok) return found;
      const { versions } = found.state;
      const held =
        versions.find(({ hash }) => hash === version) ??
        (/^\d{1,5}$/.test(version) ? versions[Number(version)] : undefined);
      if (!held) return notFound("version");
      const { kind, revision, issued, hash, title, language } = held;
      return done({
        kind,
        revision,
        issued,
        hash,
        title,
        language,
        paragraphs: publicParagraphs(held).map(({ action: asked, ...one }) => ({
          ...one,
          ...(asked ? { action: { ...asked } as Record<string, unknown> } : {}),
        })),
      });
    },
  }),
];
