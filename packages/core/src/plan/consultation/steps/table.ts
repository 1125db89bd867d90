import { isInstant } from "../../procedure/instant.ts";
import { refused } from "../../refusal.ts";
import { decided, type Handlers, isMember, mayAct, needReason } from "../handler.ts";

/** Who sits at the table, in which stage, until when (P6, P7, P8). */
export const TABLE_STEPS: Handlers<
  | "facilitator-appointed"
  | "facilitator-withdrew"
  | "participant-admitted"
  | "participant-left"
  | "stage-begun"
  | "deadline-set"
  | "group-filed"
  | "group-joined"
  | "group-left"
> = {
  "facilitator-appointed"(draft, { data }) {
    if (draft.facilitators.includes(data.actor))
      return refused(
        "P6",
        "already-facilitator",
        "actor",
        `${data.actor} facilitates already.`,
        "Nothing is to be done.",
      );
    draft.facilitators.push(data.actor);
    return decided("P6", `${data.actor} facilitates the consultation.`);
  },
  "facilitator-withdrew"(draft, { by }) {
    draft.facilitators = draft.facilitators.filter((actor) => actor !== by);
    return decided("P6", `${by} no longer facilitates; what it did stands.`);
  },
  "participant-admitted"(draft, { data }) {
    draft.participants.set(data.actor, data);
    return decided("P6", `${data.actor} takes part as ${data.kind}.`);
  },
  "participant-left"(draft, { by }) {
    if (!draft.participants.delete(by))
      return refused("P6", "no-participant", "by", `${by} doesn't take part.`, "Nothing is to be done.");
    return decided("P6", `${by} left; what it proposed and said stands.`);
  },
  "stage-begun"(draft, { data, at }) {
    if (data.kind === "silence")
      return refused(
        "P9",
        "silence-is-opened",
        "kind",
        "A silence procedure has a text and an end.",
        "Open the silence procedure.",
      );
    if (draft.stage.kind === "closed")
      return refused("P6", "closed", "kind", "The consultation is closed.", "Open a new one.");
    if (draft.stage.kind === "silence")
      return refused("P9", "silence-runs", "kind", "A silence procedure is running.", "Wait for its end.");
    if (data.deadline !== null && !(isInstant(data.deadline) && data.deadline > at))
      return refused(
        "P8",
        "past-deadline",
        "deadline",
        `The deadline ${data.deadline} is no instant after now.`,
        "Name an instant to come, in UTC.",
      );
    if (data.restricted !== null && data.restricted.trim() === "")
      return refused(
        "P6",
        "no-reason",
        "restricted",
        "A stage is restricted with a reason.",
        "Say why the public may not read it.",
      );
    const stage = { ...data, begun: at };
    draft.stage = stage;
    draft.stages.push(stage);
    return decided("P6", `The stage "${data.kind}" begins.`);
  },
  "deadline-set"(draft, { data, at }) {
    if (draft.stage.kind === "silence")
      return refused(
        "P9",
        "silence-runs",
        "deadline",
        "The end of a silence is moved by extending it.",
        "Extend the silence procedure.",
      );
    if (data.deadline !== null && !(isInstant(data.deadline) && data.deadline > at))
      return refused(
        "P8",
        "past-deadline",
        "deadline",
        `The deadline ${data.deadline} is no instant after now.`,
        "Name an instant to come, in UTC.",
      );
    const reason = needReason("P8", data.reason);
    if (!reason.ok) return reason;
    draft.stage = { ...draft.stage, deadline: data.deadline };
    draft.stages[draft.stages.length - 1] = draft.stage;
    return decided(
      "P8",
      data.deadline === null ? "The stage has no deadline." : `The deadline is ${data.deadline}.`,
    );
  },
  "group-filed"(draft, { data, by }) {
    const known = draft.groups.get(data.id);
    if (known ? known.coordinator !== by : data.coordinator !== by)
      return refused(
        "P7",
        "not-coordinator",
        "by",
        `${by} doesn't coordinate ${data.name}.`,
        "Let its coordinator file the list.",
      );
    if (new Set(data.members).size !== data.members.length)
      return refused("P7", "named-twice", "members", "A member is named twice.", "Name each member once.");
    const stranger = [data.coordinator, ...data.members].find((actor) => !isMember(draft, actor));
    if (stranger !== undefined)
      return refused(
        "P7",
        "not-a-member",
        "members",
        `${stranger} is no member of this consultation.`,
        "Leave it out, or have it admitted.",
      );
    draft.groups.set(data.id, data);
    return decided("P7", `${data.name} speaks as one for ${data.members.length} members.`, data.id);
  },
  "group-joined"(draft, event) {
    const group = draft.groups.get(event.data.group);
    if (!group) return noGroup(event.data.group);
    const right = mayAct(draft, event, "speak");
    if (!right.ok) return right;
    if (!isMember(draft, event.by) || group.members.includes(event.by))
      return refused(
        "P7",
        "can't-join",
        "group",
        `${event.by} can't join ${group.name}.`,
        "Members of the consultation join once.",
      );
    draft.groups.set(group.id, { ...group, members: [...group.members, event.by] });
    return decided("P7", `${event.by} joins ${group.name}; earlier filings stand as they were filed.`);
  },
  "group-left"(draft, { data, by }) {
    const group = draft.groups.get(data.group);
    if (!group) return noGroup(data.group);
    if (!group.members.includes(by))
      return refused(
        "P7",
        "not-in-group",
        "group",
        `${by} is no member of ${group.name}.`,
        "Nothing is to be done.",
      );
    draft.groups.set(group.id, { ...group, members: group.members.filter((actor) => actor !== by) });
    return decided(
      "P7",
      `${by} leaves ${group.name}; it stays associated with what was filed in its name until it dissociates itself.`,
    );
  },
};

function noGroup(id: string) {
  return refused(
    "P7",
    "unknown-group",
    "group",
    `No group ${id} is filed.`,
    "File the group with its members first.",
  );
}
