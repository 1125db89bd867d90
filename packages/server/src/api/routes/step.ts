/** Taking part in a consultation: opening it, and each step of it. The rules of the room judge; what they grant is written to the log, all or nothing. */
import { randomUUID } from "node:crypto";
import type { ConsultationEvent, EventData, LateFiling, PlanRefusal } from "@concord/core/plan";
import {
  appendEvent,
  type ConsultationRow,
  insertConsultation,
  lockConsultation,
  selectConsultation,
  setFacilitators,
  type WriteTx,
} from "@concord/store";
import { z } from "@hono/zod-openapi";
import { type Action, action, done, failed, notFound } from "../action.ts";
import { clockOf, judge, type Reached, reachState } from "../consultation-log.ts";
import { consultationOpening, consultationParameter, stepAnswer } from "../schema/consultation.ts";
import { STEP_SHAPES, type TakenStep } from "../schema/step.ts";
import { STEP_RULES } from "../step-deed.ts";

/** What the rules of the room refuse: 403 for who may do what, 422 for what was sent, 409 for what the present state doesn't allow. */
function refusalProblem({ rule, code, place, detail, cure }: PlanRefusal) {
  const wrongInput = [
    "no-",
    "unknown-",
    "unreadable-",
    "named-twice",
    "voted-twice",
    "misplaced-",
    "outside-text",
    "itself",
  ];
  const status =
    rule === "P6" && code !== "closed" ? 403 : wrongInput.some((one) => code.startsWith(one)) ? 422 : 409;
  return failed({
    code: status === 403 ? "forbidden" : status === 422 ? "invalid-body" : "conflict",
    status,
    detail,
    cure,
    reason: `${rule} ${code}`,
    errors: [{ pointer: `/${place}`, detail }],
  });
}

const openAction: Action = action({
  id: "openConsultation",
  section: "plan",
  method: "POST",
  path: "/consultations",
  deed: "consultation.create",
  summary: "Open a consultation",
  description:
    "With its body, rule set, seat, facilitators and participants. It begins in the stage of open inputs. Facilitators act for the actor named beside their account.",
  params: z.object({}),
  query: z.object({}),
  body: consultationOpening,
  answer: stepAnswer,
  largestBody: 1_000_000,
  async handle({ tx, principal, body, now }) {
    const { facilitators, ...data } = body;
    const row: ConsultationRow = {
      id: randomUUID(),
      title: body.title,
      openedAt: now.toISOString(),
      facilitators: facilitators.map(({ account }) => account),
    };
    const event: ConsultationEvent = {
      type: "consultation-opened",
      at: now.toISOString(),
      by: principal.actor ?? "system",
      as: principal.role === "system" ? "system" : "secretariat",
      data: { ...data, facilitators: facilitators.map(({ actor }) => actor) },
    };
    const judged = judge(undefined, event);
    if (!judged.ok) return refusalProblem(judged.refusal);
    await insertConsultation(tx, row);
    await appendEvent(tx, row, 1, event);
    return done(
      { consultation: row.id, step: 1, ...judged.decision, kept_late: false },
      { status: 201, recorded: { id: row.id } },
    );
  },
});

/** Filings that are kept when they come after the deadline (P8). */
function lateFilingOf({ type, data, at, by }: ConsultationEvent): LateFiling | undefined {
  switch (type) {
    case "proposal-filed":
      return { at, by, content: { type, data } };
    case "input-given":
      return { at, by, content: { type, data } };
    case "position-taken":
      return { at, by, content: { type, data } };
    default:
      return undefined;
  }
}

async function write(
  tx: WriteTx,
  row: ConsultationRow,
  { step, state }: Reached,
  event: ConsultationEvent,
  keptLate: boolean,
) {
  const judged = judge(state, event);
  if (!judged.ok) return { refusal: judged.refusal };
  await appendEvent(tx, row, step + 1, event);
  return { taken: { consultation: row.id, step: step + 1, ...judged.decision, kept_late: keptLate } };
}

async function take(tx: WriteTx, id: string, event: Omit<ConsultationEvent, "at">, now: Date) {
  await lockConsultation(tx, id);
  const row = await selectConsultation(tx, id);
  const reached = row && (await reachState(tx, id));
  if (!row || !reached) return notFound("consultation");
  const timed = { ...event, at: clockOf(now, reached) } as ConsultationEvent;
  const written = await write(tx, row, reached, timed, false);
  if (written.taken) return done(written.taken, { status: 201 });
  const filing = written.refusal.code === "after-deadline" ? lateFilingOf(timed) : undefined;
  if (!filing) return refusalProblem(written.refusal);
  // The program keeps what came too late; the row stays in the name of who filed it.
  const kept: ConsultationEvent = {
    type: "late-filing-kept",
    at: timed.at,
    by: timed.by,
    as: "system",
    data: { filing },
  };
  const late = await write(tx, row, reached, kept, true);
  return late.taken ? done(late.taken, { status: 202 }) : refusalProblem(late.refusal);
}

/** The account that an appointed facilitator acts with, beside the actor. */
const appointment = STEP_SHAPES["facilitator-appointed"].and(
  z.object({ account: z.string().min(1).max(100) }),
);

function stepAction<T extends TakenStep>(type: T): Action {
  const { deed, as, summary } = STEP_RULES[type];
  const name = type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return action({
    id: `take${name[0]!.toUpperCase()}${name.slice(1)}`,
    section: "plan",
    method: "POST",
    path: `/consultations/{consultation}/steps/${type}`,
    deed,
    summary,
    description: `A step of the log, taken as ${as}. The rules of docs/methods/plan.md judge it; the answer names the rule. What is refused is not written; a filing after its deadline is kept (202).`,
    params: z.object({ consultation: consultationParameter }),
    query: z.object({}),
    body: (type === "facilitator-appointed" ? appointment : STEP_SHAPES[type]) as z.ZodType<
      EventData[T] & { account?: string }
    >,
    answer: stepAnswer,
    largestBody: 5_000_000,
    subject: async ({ tx, principal, params }) => {
      const row = await selectConsultation(tx, params.consultation);
      return (
        row && { kind: "consultation", id: row.id, actor: principal.actor, facilitators: row.facilitators }
      );
    },
    async handle({ tx, principal, params, body, now }) {
      const { account, ...data } = body;
      const event = { type, by: principal.actor ?? "system", as, data } as unknown as Omit<
        ConsultationEvent,
        "at"
      >;
      const outcome = await take(tx, params.consultation, event, now);
      if (outcome.ok && type === "facilitator-appointed" && account !== undefined) {
        const row = await selectConsultation(tx, params.consultation);
        await setFacilitators(tx, params.consultation, [...new Set([...(row?.facilitators ?? []), account])]);
      }
      return outcome;
    },
  });
}

export const CONSULTATION_STEPS: readonly Action[] = [
  openAction,
  ...(Object.keys(STEP_RULES) as TakenStep[]).map((type) => stepAction(type)),
];
