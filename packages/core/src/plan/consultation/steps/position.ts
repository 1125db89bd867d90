import { refused } from "../../refusal.ts";
import { decided, findProposal, type Handlers, mayAct, needReason } from "../handler.ts";

/** What others say of a proposal: support, opposition, reservation, dissociation (P2, P7). */
export const POSITION_STEPS: Handlers<"position-taken" | "dissociated"> = {
  "position-taken"(draft, event, circumstances) {
    const { data, by } = event;
    const right = mayAct(draft, event, data.stance ?? "support", circumstances);
    if (!right.ok) return right;
    const found = findProposal(draft, data.proposal);
    if (!found.ok) return found;
    const proposal = found.value;
    if (proposal.status === "withdrawn")
      return refused("P2", "withdrawn", "proposal", `${proposal.id} is withdrawn.`, "Propose it anew.");
    const stances = new Map(proposal.stances);
    if (data.stance === null) stances.delete(by);
    else stances.set(by, { stance: data.stance, note: data.note });
    draft.proposals.set(proposal.id, { ...proposal, stances });
    return decided(
      "P2",
      data.stance === null
        ? `${by} takes no position on ${proposal.id} any more.`
        : `${by}: ${data.stance}, on ${proposal.id}.`,
    );
  },
  dissociated(draft, { data, by }) {
    const reason = needReason("P7", data.reason);
    if (!reason.ok) return reason;
    const found = findProposal(draft, data.proposal);
    if (!found.ok) return found;
    const proposal = found.value;
    if (!proposal.filing.inNameOf.includes(by) || proposal.filing.by === by)
      return refused(
        "P7",
        "not-in-name",
        "by",
        `${proposal.id} was not filed by another in the name of ${by}.`,
        "Oppose it, or withdraw it if it is yours.",
      );
    draft.proposals.set(proposal.id, { ...proposal, dissociated: new Set([...proposal.dissociated, by]) });
    return decided("P7", `${by} dissociates itself from ${proposal.id}.`);
  },
};
