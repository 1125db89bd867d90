import type { Roadmap } from "@concord/core/instruments";
import { Trans } from "@lingui/react/macro";
import { useAsking } from "../../shell/asking.ts";

/** Marks an instrument of a roadmap: joined by invitation, or not a party only as far as the list goes. */
export function RoadmapMark({ roadmap, instrument }: { roadmap: Roadmap; instrument: string }) {
  const { format } = useAsking();
  const invited = roadmap.by_invitation.includes(instrument);
  const asOf = roadmap.stale[instrument];
  const day = asOf ? format.shortDay(asOf) : "";
  return (
    <>
      {invited && <Trans comment="Mark: a treaty that a non-member joins when invited">by invitation</Trans>}
      {invited && asOf && " · "}
      {asOf && (
        <Trans comment="Mark; day is a date: after it nothing is known">
          not a party as of {day}, unknown since
        </Trans>
      )}
    </>
  );
}
