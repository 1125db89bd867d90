import { headline, type Matrix, profile, stateGaps } from "@concord/core/instruments";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import type { Who } from "../../shell/who.ts";

interface OverviewHeadlineProps {
  who: Who;
  instrument: string;
  matrix: Matrix;
}

/** The page's answer in a sentence, made from the data of the day. */
export function OverviewHeadline(props: OverviewHeadlineProps) {
  return props.who.kind === "state" ? <StateHeadline state={props.who.id} /> : <GroupHeadline {...props} />;
}

function GroupHeadline({ who, instrument, matrix }: OverviewHeadlineProps) {
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const facts = useMemo(
    () => headline(law, who.members, instrument, matrix, when),
    [law, who, instrument, matrix, when],
  );
  const day = format.day(when);
  const bound = format.count(facts.bound);
  const members = format.count(facts.members);
  const treaty = <InstrumentLink id={instrument} name={names.instrument(instrument)} />;
  return (
    <p className="headline">
      <Trans comment="First sentence of the first page. treaty: name of a treaty; day: a date; bound, members: numbers of states">
        {treaty}: on {day} it bound{" "}
        <strong>
          {bound} of {members} states
        </strong>
        .
      </Trans>{" "}
      {facts.blank && <Blank {...facts.blank} />}
    </p>
  );
}

function Blank({ region, theme, boundElsewhere }: { region: string; theme: string; boundElsewhere: number }) {
  const names = useNames();
  const { format } = useAsking();
  const place = names.group(region);
  const subject = (
    <Link to="/themes/$theme" params={{ theme }}>
      {names.theme(theme)}
    </Link>
  );
  const others = format.count(boundElsewhere);
  return (
    <Trans comment="Second sentence of the first page. place: a region; subject: name of a theme; others: number of states elsewhere">
      In the region {place} no state has a binding duty on {subject}; {others} states elsewhere have.
    </Trans>
  );
}

function StateHeadline({ state }: { state: string }) {
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const { inForce, binding, gap, peers } = useMemo(() => {
    const answer = profile(law, state, when);
    const gaps = stateGaps(law, state, when);
    return {
      inForce: Object.keys(answer.in_force).length,
      binding: answer.counts.binding,
      gap: gaps.gaps[0],
      peers: gaps.peers,
    };
  }, [law, state, when]);
  const day = format.day(when);
  const all = format.count(law.themes.length);
  const place = (
    <Link to="/states/$state" params={{ state }}>
      {names.state(state)}
    </Link>
  );
  return (
    <p className="headline">
      <Trans comment="First sentence about one state. day: a date; place: name of the state; the numbers are of instruments and themes">
        On {day}, {place}:{" "}
        <Plural value={inForce} one="# instrument in force" other="# instruments in force" />, a binding duty
        on{" "}
        <strong>
          {binding} of {all} themes
        </strong>
        .
      </Trans>{" "}
      {gap && peers > 0 && gap.peers_binding > 0 && (
        <PeerGap theme={gap.theme} binding={gap.peers_binding} peers={peers} />
      )}
    </p>
  );
}

function PeerGap({ theme, binding, peers }: { theme: string; binding: number; peers: number }) {
  const names = useNames();
  const { format } = useAsking();
  const subject = (
    <Link to="/themes/$theme" params={{ theme }}>
      {names.theme(theme)}
    </Link>
  );
  const having = format.count(binding);
  const others = format.count(peers);
  return (
    <Trans comment="Second sentence about one state. subject: a theme; having, others: numbers of states of its UN regional group">
      Largest gap: {subject}, on which {having} of the {others} others of its regional group are bound.
    </Trans>
  );
}

function InstrumentLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/instruments/$instrument" params={{ instrument: id }}>
      {name}
    </Link>
  );
}
