import "./state.css";
import "./corridor.css";
import { askState, corridorBasis } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowLeftRight } from "lucide-react";
import { useMemo } from "react";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Page } from "../../ui/page.tsx";
import { AskAgain } from "./ask-again.tsx";
import { CorridorBridge } from "./corridor-bridge.tsx";
import { CorridorFlows } from "./corridor-flows.tsx";
import { CorridorThemes } from "./corridor-themes.tsx";

const route = getRouteApi("/law/corridors/$origin/$destination");

/** Two states: what law they share, theme by theme, and who was seen moving between them. */
export function CorridorPage() {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const asked = route.useParams();
  const answer = useMemo(() => {
    const origin = askState(law, asked.origin);
    if (!origin.ok) return origin;
    const destination = askState(law, asked.destination);
    if (!destination.ok) return destination;
    return corridorBasis(law, origin.value.iso3, destination.value.iso3, when);
  }, [law, asked, when]);
  if (!answer.ok)
    return (
      <AskAgain
        title={t({
          message: "No such corridor",
          comment: "Heading when the address names no known corridor",
        })}
        refusal={answer.refusal}
        to="/corridors"
        toName={t({ message: "All corridors", comment: "Link to the list of corridors" })}
      />
    );
  const basis = answer.value;
  const from = names.state(basis.origin);
  const to = names.state(basis.destination);
  const day = format.day(when);
  const common = format.count(basis.common.length);
  const binding = format.count(basis.counts.binding);
  const all = format.count(law.knowledge.themes.length);
  return (
    <Page
      title={t({ message: `From ${from} to ${to}`, comment: "Heading of a corridor: two states" })}
      lead={
        <Trans comment="First sentence on a corridor; numbers of instruments and themes">
          On {day}, {common} instruments were in force for both; on {binding} of {all} themes they give a
          binding duty in common.
        </Trans>
      }
      tools={
        <Link
          to="/corridors/$origin/$destination"
          params={{ origin: basis.destination, destination: basis.origin }}
          className="button button-quiet"
        >
          <ArrowLeftRight aria-hidden size={16} />
          <Trans comment="Link to the corridor in the other direction">Other direction</Trans>
        </Link>
      }
    >
      <CorridorBridge basis={basis} />
      <CorridorFlows origin={basis.origin} destination={basis.destination} />
      <CorridorThemes basis={basis} />
    </Page>
  );
}
