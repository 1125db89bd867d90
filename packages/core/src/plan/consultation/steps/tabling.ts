import type { TabledDraft } from "../../decision/tabling.ts";
import { isLSymbol, mayExplain, mayReintroduce, maySponsor, mayWithdraw } from "../../decision/tabling.ts";
import { localDay } from "../../procedure/instant.ts";
import { type Ruled, refused } from "../../refusal.ts";
import { decided, type Handlers, mayAct, nextId } from "../handler.ts";
import type { ConsultationDraft } from "../state.ts";

/** Drafts before the body: tabled, circulated, sponsored, withdrawn, explained (P10, P12, P15). */
export const TABLING_STEPS: Handlers<
  | "draft-tabled"
  | "draft-circulated"
  | "sponsor-joined"
  | "draft-withdrawn"
  | "draft-reintroduced"
  | "explained"
  | "position-stated"
> = {
  "draft-tabled"(draft, event) {
    const { data, at, by } = event;
    for (const sponsor of [by, ...data.sponsors]) {
      const right = mayAct(draft, { by: sponsor, at }, "sponsor");
      if (!right.ok) return right;
    }
    if (!isLSymbol(data.symbol))
      return refused(
        "P10",
        "no-l-symbol",
        "symbol",
        `"${data.symbol}" is no L symbol.`,
        "Write one like CONCORD/2026/1/L.1.",
      );
    if ([...draft.drafts.values()].some(({ symbol }) => symbol === data.symbol))
      return refused(
        "P10",
        "symbol-taken",
        "symbol",
        `${data.symbol} is another draft.`,
        "Take the next number.",
      );
    if (data.agendaItem.trim() === "")
      return refused(
        "P10",
        "no-agenda-item",
        "agendaItem",
        "A draft stands under an agenda item.",
        "Name the item.",
      );
    if (!draft.versions.some(({ hash }) => hash === data.version))
      return refused(
        "P10",
        "unknown-version",
        "version",
        "There is no version with this hash.",
        "Table a version of this consultation.",
      );
    const id = nextId("d", draft.drafts);
    draft.drafts.set(id, {
      id,
      symbol: data.symbol,
      agendaItem: data.agendaItem,
      title: data.title,
      version: data.version,
      sponsors: [...new Set([by, ...data.sponsors])],
      submitted: at,
      circulated: null,
      amended: false,
      status: "tabled",
    });
    return decided("P10", `${data.symbol} is tabled.`, id);
  },
  "draft-circulated"(draft, { data, at }) {
    const found = findDraft(draft, data.draft);
    if (!found.ok) return found;
    if (found.value.circulated !== null)
      return refused(
        "P10",
        "circulated",
        "draft",
        `It was circulated on ${found.value.circulated}.`,
        "Nothing is to be done.",
      );
    const circulated = localDay(at, draft.seat.timeZone);
    draft.drafts.set(data.draft, { ...found.value, circulated });
    return decided("P10", `${found.value.symbol} is circulated; it can be decided from the next day on.`);
  },
  "sponsor-joined"(draft, event) {
    const right = mayAct(draft, event, "sponsor");
    if (!right.ok) return right;
    const found = findDraft(draft, event.data.draft);
    if (!found.ok) return found;
    const may = maySponsor(found.value, event.by);
    if (!may.ok) return may;
    draft.drafts.set(found.value.id, { ...found.value, sponsors: [...found.value.sponsors, event.by] });
    return decided("P10", `${event.by} sponsors ${found.value.symbol}.`);
  },
  "draft-withdrawn"(draft, { data, by }) {
    const found = findDraft(draft, data.draft);
    if (!found.ok) return found;
    const may = mayWithdraw(found.value, by, votingBegan(draft, data.draft));
    if (!may.ok) return may;
    draft.drafts.set(data.draft, { ...found.value, status: "withdrawn" });
    return decided("P10", `${found.value.symbol} is withdrawn; any member may reintroduce it.`);
  },
  "draft-reintroduced"(draft, event) {
    const right = mayAct(draft, event, "sponsor");
    if (!right.ok) return right;
    const found = findDraft(draft, event.data.draft);
    if (!found.ok) return found;
    const may = mayReintroduce(found.value);
    if (!may.ok) return may;
    draft.drafts.set(found.value.id, {
      ...found.value,
      status: "tabled",
      sponsors: [event.by],
      submitted: event.at,
    });
    return decided("P10", `${event.by} reintroduces ${found.value.symbol}.`);
  },
  explained(draft, event) {
    const found = sayable(draft, event, event.data.draft, event.data.text);
    if (!found.ok) return found;
    const may = mayExplain(found.value, event.by);
    if (!may.ok) return may;
    const began = votingBegan(draft, found.value.id) || found.value.status !== "tabled";
    if ((event.data.when === "before") === began)
      return refused(
        "P15",
        "wrong-time",
        "when",
        began ? "The decision has been taken or begun." : "Nothing has been decided yet.",
        "Explain before or after the vote, as it is.",
      );
    return contribute(draft, event, "explanation", event.data.when);
  },
  "position-stated"(draft, event) {
    const found = sayable(draft, event, event.data.draft, event.data.text);
    return found.ok ? contribute(draft, event, event.data.kind, null) : found;
  },
};

type Spoken = { by: string; at: string; data: { draft: string; text: string } };

function sayable(draft: ConsultationDraft, event: Spoken, id: string, text: string): Ruled<TabledDraft> {
  // After adoption the stage is closed, but positions on what was adopted are still stated.
  const stage = draft.stage.kind === "closed" ? { ...draft.stage, kind: "decision" as const } : draft.stage;
  const right = mayAct({ ...draft, stage }, event, "explain");
  if (!right.ok) return right;
  return text.trim() === ""
    ? refused("P15", "no-words", "text", "This has words.", "Write them.")
    : findDraft(draft, id);
}

function contribute(
  draft: ConsultationDraft,
  { by, at, data }: Spoken,
  kind: "explanation" | "dissociation" | "reservation",
  when: "before" | "after" | null,
) {
  const id = nextId("c", draft.contributions);
  draft.contributions.set(id, {
    id,
    kind,
    at,
    filing: { by, group: null, inNameOf: [] },
    about: data.draft,
    when,
    text: data.text,
  });
  return kind === "explanation"
    ? decided("P15", `${by} explains its vote ${when} it.`, id)
    : decided("P12", `The ${kind} of ${by} is recorded; it doesn't change the decision.`, id);
}

export function findDraft(draft: ConsultationDraft, id: string): Ruled<TabledDraft> {
  const found = draft.drafts.get(id);
  return found
    ? { ok: true, value: found }
    : refused(
        "P10",
        "unknown-draft",
        "draft",
        `There is no draft ${id}.`,
        "Name a draft that was tabled here.",
      );
}

/** A vote on a draft, a part of it or an amendment to it has been taken. */
export function votingBegan(draft: ConsultationDraft, id: string): boolean {
  return [...draft.votes.values()].some(({ question }) => question.draft === id);
}
