/** Shapes of the answers about consultations. */
import {
  BALLOTS,
  PARAGRAPH_KINDS,
  PARTICIPANT_KINDS,
  STAGE_KINDS,
  UN_GENERAL_ASSEMBLY,
  VERSION_KINDS,
} from "@concord/core/plan";
import { z } from "@hono/zod-openapi";
import { count } from "./parts.ts";

export const consultationParameter = z.string().min(1).max(100).openapi({
  description: "Id of a consultation.",
  example: "019ab3c0-0000-7000-8000-000000000000",
});

const text = z.string();
const actor = z.string().openapi({ description: "Code of a state or id of an actor." });
const actors = z.array(actor);
const instant = z.string().openapi({ description: "UTC with milliseconds." });
const participant = z.object({ actor, kind: z.enum(PARTICIPANT_KINDS) });
const stage = z.object({
  kind: z.enum(STAGE_KINDS),
  stakeholdersComment: z.boolean(),
  restricted: text
    .nullable()
    .openapi({ description: "Why the public may not read this stage; null: it may." }),
  begun: instant,
  deadline: instant.nullable(),
});
const question = z.object({
  kind: z.enum(["amendment", "division-request", "part", "draft"]),
  id: text,
  draft: text,
});

export const consultationList = z
  .object({ consultations: z.array(z.object({ id: text, title: text, opened_at: text })) })
  .openapi("ConsultationList");

/** What is sent to open one. */
export const consultationOpening = z
  .object({
    title: text.min(1).max(300),
    body: text.min(1).max(300),
    agendaItem: text.max(100),
    language: text.min(2).max(35).default("en"),
    ruleSet: z
      .object({
        id: z.enum(["un-general-assembly", "simple", "own"]),
        silence: z.object({
          leastHours: z.number().min(0).max(8784),
          leastWorkingDays: z.int().min(0).max(366),
        }),
        quorum: z.boolean(),
        circulationDayBefore: z.boolean(),
        secondVoteHours: z.int().min(1).max(8784),
      })
      .default(UN_GENERAL_ASSEMBLY),
    seat: z.object({
      timeZone: text.max(100),
      weekend: z.array(z.int().min(0).max(6)).max(6).default([0, 6]),
      holidays: z.array(z.iso.date()).max(400).default([]),
    }),
    facilitators: z
      .array(z.object({ account: text.max(100), actor: text.max(100) }))
      .min(1)
      .max(20),
    participants: z.array(participant).max(1000),
    moderationPolicy: text.max(4000).default(""),
  })
  .openapi("ConsultationOpening");

export const consultationBody = z
  .object({
    id: text,
    step: count.openapi({ description: "Number of the last step of the log." }),
    title: text,
    body: text,
    agenda_item: text,
    language: text,
    rule_set: z.enum(["un-general-assembly", "simple", "own"]),
    time_zone: text,
    moderation_policy: text,
    facilitators: actors,
    participants: z.array(participant),
    groups: z.array(z.object({ id: text, name: text, coordinator: actor, members: actors })),
    stage,
    stages: z.array(stage),
    versions: z.array(
      z.object({ kind: z.enum(VERSION_KINDS), revision: z.int(), issued: instant, hash: text }),
    ),
    renamings: z.array(
      z.object({ revision: z.int(), names: z.array(z.object({ id: text, from: text, to: text })) }),
    ),
    silences: z.array(
      z.object({
        opened: instant,
        until: instant,
        effect: z.enum(["agreed", "adopted"]),
        version: text,
        outcome: z.enum(["running", "broken", "unbroken"]),
        by: actor.nullable(),
        said: text
          .nullable()
          .openapi({ description: "Reason of the break, or the record that no objection was received." }),
      }),
    ),
    drafts: z.array(
      z.object({
        id: text,
        symbol: text,
        agendaItem: text,
        title: text,
        version: text,
        sponsors: actors,
        submitted: instant,
        circulated: text.nullable(),
        amended: z.boolean(),
        status: z.enum(["tabled", "withdrawn", "adopted", "rejected"]),
      }),
    ),
    votes: z.array(
      z.object({
        id: text,
        at: instant,
        question,
        outcome: z.enum(["adopted", "rejected", "tied"]),
        comparison: text.openapi({ description: "What decided it, exactly: `99 < 99 1/3`." }),
        majority: z.enum(["ordinary", "two-thirds"]),
        second_vote: z.boolean(),
        counts: z.record(z.enum(BALLOTS), count),
        ballots: z.record(actor, z.enum(BALLOTS)),
        corrections: z.array(z.object({ by: actor, at: instant, meant: z.enum(BALLOTS) })),
      }),
    ),
    next_vote: question.nullable(),
    contributions: z.array(
      z.object({
        id: text,
        kind: z.enum(["input", "statement", "explanation", "dissociation", "reservation"]),
        at: instant,
        by: actor,
        in_name_of: actors,
        about: text.nullable(),
        text: text.nullable(),
        hidden: text.nullable().openapi({ description: "Why its words are hidden." }),
      }),
    ),
    late_filings: z.array(z.object({ id: text, at: instant, by: actor, admitted: text.nullable() })),
  })
  .openapi("Consultation");

const ids = z.array(text);

export const rollingTextBody = z
  .object({
    consultation: text,
    step: count,
    revision: z.int(),
    title: text,
    paragraphs: z.array(
      z.object({
        id: text,
        name: text,
        kind: z.enum(PARAGRAPH_KINDS),
        parent: text.nullable(),
        status: z.enum(["open", "ad-ref"]),
        asked: z.boolean(),
        edition: count,
        first: z.boolean().openapi({ description: "Named by the breaker of a silence." }),
        segments: z.array(z.object({ text, deleted_by: ids, proposal: text.nullable() })),
        whole: ids,
        look_again: ids,
        comments: ids,
        additions: ids,
      }),
    ),
    additions: ids.openapi({ description: "Proposals to add a paragraph before all others." }),
    homeless: ids.openapi({ description: "Proposals on paragraphs struck out: to be looked at again." }),
    proposals: z.array(
      z.object({
        id: text,
        kind: z.enum(["add", "amend", "delete", "merge", "move", "comment"]),
        at: instant,
        by: actor,
        group: text.nullable(),
        paragraph: text.nullable(),
        on: text.openapi({ description: "The words it was made on." }),
        words: text.nullable(),
        hidden: text.nullable(),
        addition: text.nullable().openapi({ description: "Name of the paragraph to be added." }),
        others: ids,
        explanation: text.nullable(),
        look_again: z.boolean(),
        range: z.object({ from: count, to: count }).nullable(),
        proposers: actors,
        supporters: actors,
        opponents: actors,
        reserving: actors,
        dissociated: actors,
        member_count: count,
        answered_by: ids,
      }),
    ),
  })
  .openapi("RollingText");

export const logBody = z
  .object({
    consultation: text,
    events: z.array(
      z.object({
        step: count,
        type: text,
        at: instant,
        by: actor,
        as: z.enum(["participant", "facilitator", "secretariat", "system"]),
        data: z
          .record(text, z.unknown())
          .nullable()
          .openapi({ description: "Null: of a stage restricted to participants." }),
      }),
    ),
  })
  .openapi("ConsultationLog");

export const versionBody = z
  .object({
    kind: z.enum(VERSION_KINDS),
    revision: z.int(),
    issued: instant,
    hash: text,
    title: text,
    language: text,
    paragraphs: z.array(
      z.object({
        name: text,
        kind: z.enum(PARAGRAPH_KINDS),
        parent: text.nullable(),
        text,
        action: z.record(text, z.unknown()).optional(),
      }),
    ),
  })
  .openapi("ConsultationVersion", { description: "`docs/methods/verify-text.mjs` verifies the hash." });

export const stepAnswer = z
  .object({
    consultation: text,
    step: count,
    rule: text.openapi({ description: "Rule of docs/methods/plan.md that decided.", example: "P2" }),
    reason: text,
    made: text.nullable().openapi({ description: "Id of what came into being by it." }),
    kept_late: z
      .boolean()
      .openapi({ description: "It came after the deadline: it is kept, and the facilitator may admit it." }),
  })
  .openapi("StepTaken");
