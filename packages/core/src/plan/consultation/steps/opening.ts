import { isTimeZone } from "../../procedure/instant.ts";
import { type Ruled, refused } from "../../refusal.ts";
import type { EventOf } from "../event.ts";
import type { ConsultationDraft } from "../state.ts";

/** The first step: a consultation with its body, rules, seat, facilitators and participants; it begins in the stage of open inputs. */
export function openConsultation(event: EventOf<"consultation-opened">): Ruled<ConsultationDraft> {
  const { data, at, as } = event;
  if (as !== "secretariat" && as !== "system")
    return refused(
      "P6",
      "not-entitled",
      "by",
      "A consultation is opened by the secretariat.",
      "Ask the secretariat.",
    );
  if (data.title.trim() === "")
    return refused("P6", "no-title", "title", "A consultation has a title.", "Name what it is about.");
  if (!isTimeZone(data.seat.timeZone))
    return refused(
      "P8",
      "unknown-time-zone",
      "seat",
      `"${data.seat.timeZone}" is no time zone.`,
      "Name one like Europe/Vienna.",
    );
  const twice = data.participants.find(
    ({ actor }, at) => data.participants.findIndex((one) => one.actor === actor) !== at,
  );
  if (twice)
    return refused(
      "P6",
      "named-twice",
      "participants",
      `${twice.actor} is named twice.`,
      "Name each participant once.",
    );
  const stage = {
    kind: "inputs",
    stakeholdersComment: true,
    restricted: null,
    begun: at,
    deadline: null,
  } as const;
  return {
    ok: true,
    value: {
      title: data.title,
      body: data.body,
      agendaItem: data.agendaItem,
      language: data.language,
      ruleSet: data.ruleSet,
      seat: data.seat,
      moderationPolicy: data.moderationPolicy,
      facilitators: [...data.facilitators],
      participants: new Map(data.participants.map((one) => [one.actor, one])),
      groups: new Map(),
      stage,
      stages: [stage],
      revision: -1,
      versions: [],
      renamings: [],
      textTitle: data.title,
      paragraphs: new Map(),
      order: [],
      names: new Set(),
      actions: new Map(),
      proposals: new Map(),
      proposalsOn: new Map(),
      acts: new Map(),
      contributions: new Map(),
      hidden: new Map(),
      lateFilings: new Map(),
      silences: [],
      first: [],
      drafts: new Map(),
      amendments: new Map(),
      divisions: new Map(),
      meetings: [],
      votesRequested: new Set(),
      votes: new Map(),
      steps: 1,
      lastAt: at,
    },
  };
}
