import { isInstant } from "../../procedure/instant.ts";
import { breaksInTime, extendSilence, NO_OBJECTION, silenceEnd } from "../../procedure/silence.ts";
import { type Ruled, refused } from "../../refusal.ts";
import { fixVersion } from "../fix-version.ts";
import { decided, findParagraph, type Handlers, mayAct, needReason } from "../handler.ts";
import type { ConsultationDraft, Silence, Stage } from "../state.ts";
import { reopen, settleOpenProposals } from "./agreement.ts";

/** The silence procedure (P9). */
export const SILENCE_STEPS: Handlers<
  "silence-opened" | "silence-extended" | "silence-broken" | "silence-closed"
> = {
  "silence-opened"(draft, { data, at }, { hash }) {
    if (draft.stage.kind !== "negotiation")
      return refused(
        "P9",
        "wrong-stage",
        "stage",
        `A silence procedure follows negotiation; the stage is "${draft.stage.kind}".`,
        "Begin the stage of negotiation first.",
      );
    if (draft.versions.length === 0)
      return refused("P9", "no-text", "text", "There is no text yet.", "Issue a zero draft first.");
    const until = silenceEnd(at, data.length, draft.seat, draft.ruleSet.silence);
    if (!until.ok) return until;
    const version = fixVersion(draft, "silence", at, hash);
    draft.silences.push({
      opened: at,
      until: until.value,
      effect: data.effect,
      version: version.hash,
      extensions: [],
      outcome: { kind: "running" },
    });
    draft.first = [];
    enterStage(draft, {
      kind: "silence",
      stakeholdersComment: false,
      restricted: null,
      begun: at,
      deadline: until.value,
    });
    return decided(
      "P9",
      `Silence runs until ${until.value}; unbroken, the text is ${data.effect}.`,
      version.hash,
    );
  },
  "silence-extended"(draft, { data, at }) {
    const running = runningSilence(draft);
    if (!running.ok) return running;
    const reason = needReason("P9", data.reason);
    if (!reason.ok) return reason;
    if (!isInstant(data.until))
      return refused(
        "P9",
        "no-instant",
        "until",
        `"${data.until}" is no instant.`,
        "Write it like 2026-11-24T15:00:00.000Z.",
      );
    const until = extendSilence(at, running.value.until, data.until);
    if (!until.ok) return until;
    const extensions = [...running.value.extensions, { at, until: until.value, reason: data.reason }];
    setSilence(draft, { ...running.value, until: until.value, extensions });
    draft.stage = { ...draft.stage, deadline: until.value };
    draft.stages[draft.stages.length - 1] = draft.stage;
    return decided("P9", `Silence is extended until ${until.value}.`);
  },
  "silence-broken"(draft, event) {
    const { data, at, by } = event;
    const running = runningSilence(draft);
    if (!running.ok) return running;
    const right = mayAct(draft, event, "break-silence");
    if (!right.ok) return right;
    const reason = needReason("P9", data.reason);
    if (!reason.ok) return reason;
    if (!breaksInTime(at, running.value.until))
      return refused(
        "P9",
        "already-ended",
        "at",
        `This arrived at ${at}; silence ended at ${running.value.until}.`,
        "State a reservation or dissociation at adoption.",
      );
    for (const id of data.paragraphs) {
      const found = findParagraph(draft, id);
      if (!found.ok) return found;
    }
    setSilence(draft, {
      ...running.value,
      outcome: { kind: "broken", at, by, reason: data.reason, paragraphs: data.paragraphs },
    });
    for (const id of draft.order) reopen(draft, id);
    draft.first = [...data.paragraphs];
    enterStage(draft, {
      kind: "negotiation",
      stakeholdersComment: false,
      restricted: null,
      begun: at,
      deadline: null,
    });
    return decided("P9", `${by} breaks silence; the text is open again, the paragraphs it named first.`);
  },
  "silence-closed"(draft, { at }, { hash }) {
    const running = runningSilence(draft);
    if (!running.ok) return running;
    const { until, effect } = running.value;
    if (at < until)
      return refused("P9", "still-running", "at", `Silence runs until ${until}.`, "Wait for its end.");
    setSilence(draft, { ...running.value, outcome: { kind: "unbroken", at, record: NO_OBJECTION } });
    for (const id of draft.order) settleOpenProposals(draft, id);
    const adopted = effect === "adopted";
    if (adopted) fixVersion(draft, "adopted", at, hash, draft.versions.at(-1));
    enterStage(draft, {
      kind: adopted ? "closed" : "decision",
      stakeholdersComment: false,
      restricted: null,
      begun: at,
      deadline: null,
    });
    return decided("P9", `${NO_OBJECTION} The text is ${effect}.`, running.value.version);
  },
};

function runningSilence(draft: ConsultationDraft): Ruled<Silence> {
  const last = draft.silences.at(-1);
  return last?.outcome.kind === "running"
    ? { ok: true, value: last }
    : refused("P9", "no-silence", "silence", "No silence procedure is running.", "Open one on a fixed text.");
}

function setSilence(draft: ConsultationDraft, silence: Silence): void {
  draft.silences[draft.silences.length - 1] = silence;
}

/** Begins a stage that another step brings about. */
export function enterStage(draft: ConsultationDraft, stage: Stage): void {
  draft.stage = stage;
  draft.stages.push(stage);
}
