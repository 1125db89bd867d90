import "./state.css";
import { askState, profile, summary } from "@concord/core/instruments";
import { EUROPEAN_UNION } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Columns3, FileText, Printer, Route } from "lucide-react";
import { useMemo } from "react";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { AskAgain } from "./ask-again.tsx";
import { StateDuties } from "./state-duties.tsx";
import { StateFacts } from "./state-facts.tsx";
import { StateInstruments } from "./state-instruments.tsx";
import { StateLifeLine } from "./state-life-line.tsx";
import { StateOverlaps } from "./state-overlaps.tsx";
import { StatePeers } from "./state-peers.tsx";
import { StateReservations } from "./state-reservations.tsx";
import { StateRoadmapCard } from "./state-roadmap-card.tsx";
import { StateSigned } from "./state-signed.tsx";
import { StateUnknown } from "./state-unknown.tsx";

const route = getRouteApi("/law/states/$state");

/** One state on one day: its position in words, its duties theme by theme, and what follows from them. */
export function StatePage() {
  const { t } = useLingui();
  const law = useLaw();
  const { state: asked } = route.useParams();
  const answer = useMemo(() => askState(law, asked), [law, asked]);
  if (!answer.ok)
    return (
      <AskAgain
        title={t({ message: "No such state", comment: "Heading when the address names no known state" })}
        refusal={answer.refusal}
        to="/states"
        toName={t({ message: "All states", comment: "Link to the list of states" })}
      />
    );
  return <KnownState iso3={answer.value.iso3} />;
}

function KnownState({ iso3 }: { iso3: string }) {
  const law = useLaw();
  const names = useNames();
  const { when, language } = useAsking();
  const position = useMemo(() => profile(law, iso3, when), [law, iso3, when]);
  const sentences = useMemo(() => summary(law, iso3, when, language), [law, iso3, when, language]);
  const counted = iso3 !== EUROPEAN_UNION;
  return (
    <Page
      title={names.state(iso3)}
      lead={sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      tools={<StateTools iso3={iso3} />}
    >
      <StateFacts position={position} />
      <StateDuties position={position} />
      <StateLifeLine iso3={iso3} position={position} />
      {counted && (
        <div className="columns state-cards">
          <StateRoadmapCard iso3={iso3} />
          <StatePeers iso3={iso3} position={position} />
        </div>
      )}
      <div className="columns state-cards">
        <StateSigned iso3={iso3} />
        <StateUnknown position={position} />
      </div>
      <div className="beyond-brief">
        <StateInstruments position={position} />
        <StateOverlaps iso3={iso3} />
        <StateReservations iso3={iso3} />
      </div>
    </Page>
  );
}

function StateTools({ iso3 }: { iso3: string }) {
  const { when } = useAsking();
  return (
    <>
      <Link to="/compare" search={{ of: [iso3] } as never} className="button button-quiet">
        <Columns3 aria-hidden size={16} />
        <Trans comment="Link to the page that compares this state with others">Compare</Trans>
      </Link>
      <Link to="/roadmap" search={{ who: iso3 }} className="button button-quiet">
        <Route aria-hidden size={16} />
        <Trans comment="Link to the roadmap of this state">Roadmap</Trans>
      </Link>
      <Button kind="quiet" onPress={() => window.print()}>
        <Printer aria-hidden size={16} />
        <Trans comment="Button: prints this page as a brief">Print a brief</Trans>
      </Button>
      <a className="button button-quiet" href={apiAddress(`/states/${iso3}/profile`, { date: when })}>
        <FileText aria-hidden size={16} />
        API
      </a>
    </>
  );
}
