/** Words for what a state did towards a treaty, and for why nothing can be said. */
import type { ParticipationAction, UnknownReason } from "@concord/core/instruments";
import { useLingui } from "@lingui/react/macro";

export interface ActWords {
  action: Readonly<Record<ParticipationAction, string>>;
  unknown: Readonly<Record<UnknownReason, string>>;
}

export function useActWords(): ActWords {
  const { t } = useLingui();
  return {
    action: {
      signature: t({ message: "signature", comment: "Treaty action" }),
      ratification: t({ message: "ratification", comment: "Treaty action" }),
      accession: t({ message: "accession", comment: "Treaty action" }),
      succession: t({ message: "succession", comment: "Treaty action: a new state takes on a treaty" }),
      acceptance: t({ message: "acceptance", comment: "Treaty action" }),
      approval: t({ message: "approval", comment: "Treaty action" }),
      "formal-confirmation": t({
        message: "formal confirmation",
        comment: "Treaty action of an international organization",
      }),
      denunciation: t({ message: "denunciation", comment: "Treaty action: the state leaves the treaty" }),
    },
    unknown: {
      "date-unsure": t({
        message: "joined, but only the year or month is known",
        comment: "Why the standing is unknown",
      }),
      pair: t({ message: "joined and left; the dates are not held", comment: "Why the standing is unknown" }),
      "no-list": t({
        message: "no complete list of parties is held",
        comment: "Why the standing is unknown",
      }),
      "before-list": t({
        message: "the list held begins later than this day",
        comment: "Why the standing is unknown",
      }),
      "list-ends": t({
        message: "the list held ends before this day",
        comment: "Why the standing is unknown",
      }),
    },
  };
}
