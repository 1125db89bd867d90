import { rightOf } from "../../participant/right.ts";
import { checkFiling } from "../../participant/speaking-group.ts";
import { refused } from "../../refusal.ts";
import { decided, findParagraph, type Handlers, mayAct, needReason, nextId } from "../handler.ts";

/** Inputs, statements, and moderation (P6, P7). */
export const SPEECH_STEPS: Handlers<"input-given" | "statement-made" | "moderated"> = {
  "input-given"(draft, event, circumstances) {
    const right = mayAct(draft, event, "input", circumstances);
    if (!right.ok) return right;
    const { paragraph, text } = event.data;
    if (text.trim() === "") return refused("P6", "no-words", "text", "An input has words.", "Write it.");
    const found = paragraph === null ? undefined : findParagraph(draft, paragraph);
    if (found && !found.ok) return found;
    const id = nextId("c", draft.contributions);
    draft.contributions.set(id, {
      id,
      kind: "input",
      at: event.at,
      filing: { by: event.by, group: null, inNameOf: [] },
      about: paragraph,
      when: null,
      text,
    });
    return decided("P6", `${id} is received.`, id);
  },
  "statement-made"(draft, event) {
    const right = mayAct(draft, event, "speak");
    if (!right.ok) return right;
    const { text, group, inNameOf } = event.data;
    if (text.trim() === "") return refused("P6", "no-words", "text", "A statement has words.", "Write it.");
    const filing = checkFiling(
      { by: event.by, group, inNameOf },
      draft.groups,
      (actor) => rightOf(draft.participants.get(actor)?.kind ?? "public", "speak", draft.stage).allowed,
    );
    if (!filing.ok) return filing;
    const id = nextId("c", draft.contributions);
    draft.contributions.set(id, {
      id,
      kind: "statement",
      at: event.at,
      filing: filing.value,
      about: null,
      when: null,
      text,
    });
    return decided("P7", `${id} is on the record.`, id);
  },
  moderated(draft, { data }) {
    const reason = needReason("P6", data.reason);
    if (!reason.ok) return reason;
    if (!draft.proposals.has(data.target) && !draft.contributions.has(data.target))
      return refused(
        "P6",
        "unknown-target",
        "target",
        `There is nothing called ${data.target}.`,
        "Name a proposal, input or statement.",
      );
    if (data.hidden) draft.hidden.set(data.target, data.reason);
    else draft.hidden.delete(data.target);
    return decided(
      "P6",
      `${data.target} is ${data.hidden ? "hidden from" : "shown to"} readers: ${data.reason}`,
    );
  },
};
