import type { Instrument } from "@concord/core/instruments";
import { Trans } from "@lingui/react/macro";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";

/** Up to when an instrument's list of parties is known, and what that means for those not on it. */
export function CoverageNote({ instrument }: { instrument: Instrument }) {
  const law = useLaw();
  const { format } = useAsking();
  const coverage = law.knowledge.coverage.find((row) => row.instrument === instrument.id);
  const day = coverage?.asOf ? format.day(coverage.asOf) : "";
  if (instrument.kind === "eu-directive")
    return (
      <Trans comment="Note on a directive">
        Binds the members of the European Union on the day asked about, save Denmark, from its own entry into
        force.
      </Trans>
    );
  return day === "" ? (
    <Trans comment="Note under a map or list">
      No complete list of parties is held: absence says nothing.
    </Trans>
  ) : (
    <Trans comment="Note under a map or list; day is a date">
      List of parties known until {day}; after that, absence is unknown.
    </Trans>
  );
}
