/** What is sent for each step of a consultation. */
import {
  BALLOTS,
  type EventData,
  type EventType,
  PARAGRAPH_KINDS,
  PARTICIPANT_KINDS,
  STAGE_KINDS,
} from "@concord/core/plan";
import { z } from "@hono/zod-openapi";
import { planAction } from "./plan.ts";

const id = z.string().min(1).max(200);
const words = z.string().max(20_000);
const reason = z.string().min(1).max(4000).openapi({ description: "Why; shown to everyone." });
const instant = z.iso.datetime({ precision: 3 }).openapi({
  description: "UTC with milliseconds.",
  example: "2026-11-24T15:00:00.000Z",
});
const range = z.object({ from: z.int().min(0), to: z.int().min(0) }).openapi("TextRange", {
  description: "UTF-16 offsets into the text of the edition.",
});
const paragraphKind = z.enum(PARAGRAPH_KINDS);
const names = { group: id.nullable().default(null), inNameOf: z.array(id).max(300).default([]) };
const nothing = z.object({});
const draft = z.object({ draft: id });
const position = { draft: id, text: words };

const proposal = z.object({
  ...names,
  kind: z.enum(["add", "amend", "delete", "merge", "move", "comment"]),
  paragraph: id.nullable(),
  edition: z.int().min(0).default(0),
  range: range.nullable().default(null),
  words: words.default(""),
  addition: z
    .object({
      kind: paragraphKind,
      parent: id.nullable().default(null),
      alternative: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  others: z.array(id).max(50).default([]),
  explanation: z.string().max(4000).default(""),
});

/** Steps that people take, by type. The opening and what the server itself does have addresses of their own. */
export type TakenStep = Exclude<EventType, "consultation-opened" | "late-filing-kept">;

/** The shape of each step's data. */
export const STEP_SHAPES: { readonly [T in TakenStep]: z.ZodType<EventData[T]> } = {
  "facilitator-appointed": z.object({ actor: id, reason }),
  "facilitator-withdrew": z.object({ reason }),
  "participant-admitted": z.object({ actor: id, kind: z.enum(PARTICIPANT_KINDS) }),
  "participant-left": z.object({ reason }),
  "stage-begun": z.object({
    kind: z.enum(STAGE_KINDS),
    deadline: instant.nullable().default(null),
    stakeholdersComment: z.boolean().default(false),
    restricted: z.string().max(4000).nullable().default(null),
  }),
  "deadline-set": z.object({ deadline: instant.nullable(), reason }),
  "group-filed": z.object({ id, name: id, coordinator: id, members: z.array(id).max(300) }),
  "group-joined": z.object({ group: id }),
  "group-left": z.object({ group: id }),
  "late-filing-admitted": z.object({ filing: id, reason }),
  "input-given": z.object({ paragraph: id.nullable().default(null), text: words }),
  "statement-made": z.object({ ...names, text: words }),
  moderated: z.object({ target: id, hidden: z.boolean(), reason }),
  "draft-issued": z.object({
    title: id,
    paragraphs: z
      .array(z.object({ id, kind: paragraphKind, parent: id.nullable().default(null), text: words }))
      .max(2000),
    actions: z
      .array(z.tuple([id, planAction]))
      .max(2000)
      .default([]),
  }),
  "revision-issued": z.object({ reason }),
  "action-set": z.object({ paragraph: id, action: planAction }),
  "proposal-filed": proposal,
  "proposal-withdrawn": z.object({ proposal: id, reason: z.string().max(4000).default("") }),
  "proposal-reattached": z.object({ proposal: id, edition: z.int().min(0), range }),
  "position-taken": z.object({
    proposal: id,
    stance: z.enum(["support", "oppose", "reserve"]).nullable(),
    note: z.string().max(4000).default(""),
  }),
  dissociated: z.object({ proposal: id, reason }),
  streamlined: z.object({
    act: z.enum(["rephrase", "merge", "move", "insert", "strike"]),
    paragraph: id.nullable(),
    edition: z.int().min(0).default(0),
    text: words.default(""),
    others: z.array(id).max(50).default([]),
    addition: z
      .object({ kind: paragraphKind, parent: id.nullable().default(null) })
      .nullable()
      .default(null),
    answers: z.array(id).max(500),
    note: z.string().max(4000).default(""),
  }),
  insisted: z.object({ proposal: id, reason }),
  "ad-ref-asked": z.object({ paragraph: id }),
  "ad-ref-objected": z.object({ paragraph: id, reason: z.string().max(4000).default("") }),
  "ad-ref-recorded": z.object({ paragraph: id }),
  "reopening-requested": z.object({ paragraph: id, reason }),
  "silence-opened": z.object({
    length: z.union([
      z.object({ hours: z.number().positive().max(8784) }),
      z.object({ workingDays: z.int().min(1).max(366) }),
    ]),
    effect: z.enum(["agreed", "adopted"]).default("agreed"),
  }),
  "silence-extended": z.object({ until: instant, reason }),
  "silence-broken": z.object({ reason, paragraphs: z.array(id).max(2000).default([]) }),
  "silence-closed": nothing as unknown as z.ZodType<Record<string, never>>,
  "draft-tabled": z.object({
    symbol: id,
    agendaItem: id,
    title: id,
    version: z.string().regex(/^[0-9a-f]{64}$/),
    sponsors: z.array(id).max(300).default([]),
  }),
  "draft-circulated": draft,
  "sponsor-joined": draft,
  "draft-withdrawn": draft,
  "draft-reintroduced": draft,
  "amendment-tabled": z.object({
    draft: id,
    change: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("text"), paragraph: id, text: words }),
      z.object({ kind: z.literal("deletion"), paragraph: id }),
      z.object({
        kind: z.literal("addition"),
        after: id.nullable(),
        paragraphKind,
        parent: id.nullable().default(null),
        text: words,
      }),
    ]),
  }),
  "vote-order-stated": z.object({
    amendments: z
      .array(z.object({ amendment: id, furthest: z.int().min(1), implies: z.array(id).max(500).default([]) }))
      .max(500),
  }),
  "division-requested": z.object({ draft: id, paragraphs: z.array(id).max(2000) }),
  "division-objected": z.object({ division: id, reason: z.string().max(4000).default("") }),
  "meeting-opened": z.object({
    present: z.array(id).max(300),
    notEntitled: z.array(id).max(300).default([]),
  }),
  "vote-requested": draft,
  "adopted-by-consensus": draft,
  "vote-taken": z.object({
    question: z.object({ kind: z.enum(["amendment", "division-request", "part", "draft"]), id, draft: id }),
    majority: z.enum(["ordinary", "two-thirds"]),
    drawn: id.nullable().default(null),
    lines: z.array(z.tuple([id, z.enum(BALLOTS)])).max(300),
  }),
  "vote-corrected": z.object({ vote: id, meant: z.enum(BALLOTS) }),
  explained: z.object({ ...position, when: z.enum(["before", "after"]) }),
  "position-stated": z.object({ ...position, kind: z.enum(["dissociation", "reservation"]) }),
};
