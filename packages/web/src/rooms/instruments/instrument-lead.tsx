import { holdouts, type Instrument, statusOf } from "@concord/core/instruments";
import { Trans } from "@lingui/react/macro";
import { useMemo } from "react";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useLawWords } from "./words.ts";

/** What an instrument is, in three sentences: kind and dates, who takes part, how far that is known. */
export function InstrumentLead({ instrument }: { instrument: Instrument }) {
  const words = useLawWords();
  const { format } = useAsking();
  const kind = words.kind[instrument.kind];
  const adopted = format.day(instrument.adopted);
  const inForce = instrument.inForce === "" ? "" : format.day(instrument.inForce);
  return (
    <>
      <p lang="en" dir="ltr" className="instrument-title">
        {instrument.title}
      </p>
      <p>
        {inForce === "" ? (
          <Trans comment="First sentence on an instrument; kind is e.g. Treaty">
            {kind}, adopted on {adopted}.
          </Trans>
        ) : (
          <Trans comment="First sentence on an instrument; kind is e.g. Treaty">
            {kind}, adopted on {adopted}, in force since {inForce}.
          </Trans>
        )}{" "}
        <Relevance instrument={instrument} /> <Participation instrument={instrument} />
      </p>
    </>
  );
}

function Relevance({ instrument }: { instrument: Instrument }) {
  if (instrument.relevance === "core")
    return (
      <Trans comment="Relevance of an instrument">
        It is about trafficking, slavery or forced labour as such.
      </Trans>
    );
  if (instrument.relevance === "related")
    return (
      <Trans comment="Relevance of an instrument">
        Its rules bind in trafficking cases or on an overlapping practice, and count.
      </Trans>
    );
  if (instrument.relevance === "context")
    return (
      <Trans comment="Relevance of an instrument">
        It is about another subject: its provisions complete the picture and count in no strength.
      </Trans>
    );
  return <Trans comment="Relevance of an instrument">No provision of it is coded here.</Trans>;
}

function Participation({ instrument }: { instrument: Instrument }) {
  const law = useLaw();
  const { when, format } = useAsking();
  const inForce = useMemo(
    () =>
      law.knowledge.states.filter(
        ({ iso3, status }) =>
          status !== "regional-organization" && statusOf(law, instrument.id, iso3, when).kind === "in-force",
      ).length,
    [law, instrument, when],
  );
  const known = useMemo(
    () => instrument.binding && !holdouts(law, instrument.id, when).unknown_for_all,
    [law, instrument, when],
  );
  const day = format.day(when);
  const count = format.count(inForce);
  if (instrument.kind === "soft-law")
    return (
      <Trans comment="Participation in soft law">
        It binds nobody: it is recommended to every state, and is not open to ratification.
      </Trans>
    );
  if (!known)
    return (
      <Trans comment="Participation is not known">
        No dated list of its parties was found: for every state participation is unknown.
      </Trans>
    );
  return (
    <Trans comment="Participation; day is a date, count a number of states">
      On {day} it was in force for {count} states, as far as is known.
    </Trans>
  );
}
