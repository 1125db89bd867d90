import "../../ui/list.css";
import { changes, groupGaps, type Law, listGroups, nearlyAll, stateGaps } from "@concord/core/instruments";
import { type IsoDay, isoDay, parseDay } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { PillarMark } from "../../figures/marks.tsx";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import type { Who } from "../../shell/who.ts";
import { Section } from "../../ui/page.tsx";

const SHOWN = 8;
/** "Almost everybody": this share of those to whom an instrument is open. */
const NEARLY = 0.9;
const DAYS_BACK = [365, 5 * 365, 20 * 365];

/** Below the figures: largest gaps, recent changes, almost everybody but. */
export function OverviewLists({ who }: { who: Who }) {
  return (
    <div className="columns">
      <LargestGaps who={who} />
      <RecentChanges who={who} />
      <AlmostEverybody who={who} />
    </div>
  );
}

interface GapRow {
  theme: string;
  bound: number;
  of: number;
  maybe: number;
}

function largestGaps(law: Law, who: Who, day: IsoDay): GapRow[] {
  if (who.kind === "state") {
    const { peers, gaps } = stateGaps(law, who.id, day);
    return gaps.slice(0, SHOWN).map(({ theme, peers_binding, maybe_closed_by }) => ({
      theme,
      bound: peers_binding,
      of: peers,
      maybe: maybe_closed_by.length,
    }));
  }
  const group = listGroups(law).find(({ id }) => id === who.id);
  if (!group) return [];
  const { themes } = groupGaps(law, group, day);
  return Object.entries(themes)
    .map(([theme, { binding, maybe_count }]) => ({
      theme,
      bound: binding,
      of: group.members.length,
      maybe: maybe_count,
    }))
    .sort((a, b) => a.bound - b.bound)
    .slice(0, SHOWN);
}

function LargestGaps({ who }: { who: Who }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const rows = useMemo(() => largestGaps(law, who, when), [law, who, when]);
  const pillarOf = useMemo(() => new Map(law.themes.map(({ id, pillar }) => [id, pillar])), [law]);
  return (
    <Section
      title={t({ message: "Largest gaps", comment: "Heading of a list of themes" })}
      intro={
        who.kind === "state" ? (
          <Trans comment="Under the heading of the largest gaps of one state">
            Themes without a binding duty here, those first that most of its regional group has.
          </Trans>
        ) : (
          <Trans comment="Under the heading of the largest gaps of a group">
            Themes on which the fewest states are bound.
          </Trans>
        )
      }
    >
      <ol className="list">
        {rows.map(({ theme, bound, of, maybe }) => {
          const pillar = pillarOf.get(theme);
          return (
            <li key={theme} className="list-row">
              {pillar && <PillarMark pillar={pillar} wordless />}
              <Link to="/themes/$theme" params={{ theme }}>
                {names.theme(theme)}
              </Link>
              <span className="list-end numbers">
                {format.count(bound)}/{format.count(of)}
                {maybe > 0 && who.kind === "group" && (
                  <span className="quiet"> (+{format.count(maybe)}?)</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="small quiet">
        {who.kind === "state" ? (
          <Trans comment="Note under the largest gaps of one state">
            Numbers: others of its UN regional group that are bound.
          </Trans>
        ) : (
          <Trans comment="Note under the largest gaps; +n? stands for states of which it is unknown">
            Numbers: states bound. +n?: states that may be bound by an instrument whose list of parties is not
            known.
          </Trans>
        )}
      </p>
    </Section>
  );
}

interface ChangeRow {
  since: string;
  instrument: string;
  state: string;
}

/** The latest pairs that became bound, looking back as far as needed to find some. */
function recentChanges(law: Law, who: Who, day: IsoDay): ChangeRow[] {
  const members = new Set(who.members);
  for (const back of DAYS_BACK) {
    const answer = changes(law, isoDay((parseDay(day) ?? 0) - back), day);
    if (!answer.ok) return [];
    const rows = answer.value.became_bound
      .filter(([, , state]) => members.has(state))
      .map(([since, instrument, state]) => ({ since, instrument, state }))
      .reverse();
    if (rows.length >= SHOWN / 2 || back === DAYS_BACK.at(-1)) return rows.slice(0, SHOWN);
  }
  return [];
}

function RecentChanges({ who }: { who: Who }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const rows = useMemo(() => recentChanges(law, who, when), [law, who, when]);
  return (
    <Section
      title={t({
        message: "Recent changes",
        comment: "Heading of a list of states that became bound by a treaty",
      })}
      intro={
        <Trans comment="Under the heading of recent changes">
          Who became bound by what, latest first, as far as lists are known.
        </Trans>
      }
    >
      {rows.length === 0 ? (
        <p className="quiet">
          <Trans comment="Instead of the list of recent changes">
            No change is held for the twenty years before this day.
          </Trans>
        </p>
      ) : (
        <ul className="list">
          {rows.map(({ since, instrument, state }) => (
            <li key={`${since} ${instrument} ${state}`} className="list-row list-row-two">
              <span className="list-date numbers quiet">{format.shortDay(since)}</span>
              <span>
                <Link to="/states/$state" params={{ state }}>
                  {names.state(state)}
                </Link>
                <br />
                <Link to="/instruments/$instrument" params={{ instrument }} className="small quiet-link">
                  {names.instrument(instrument)}
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <Link to="/changes">
          <Trans comment="Link from a list of recent changes to the page where two days can be chosen">
            All changes between two days
          </Trans>
        </Link>
      </p>
    </Section>
  );
}

function AlmostEverybody({ who }: { who: Who }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const rows = useMemo(() => {
    const members = new Set(who.members);
    return nearlyAll(law, when)
      .map((row) => ({
        ...row,
        known: [...row.signed, ...row.left, ...row.not_party].filter((iso3) => members.has(iso3)),
        open: row.unknown.filter((iso3) => members.has(iso3)),
      }))
      .filter(({ joined, base }) => joined >= NEARLY * base)
      .filter(({ known, open }) => known.length + open.length > 0)
      .slice(0, 6);
  }, [law, who, when]);
  return (
    <Section
      title={t({
        message: "Almost everybody but",
        comment: "Heading of a list: treaties joined by nearly all, and who has not",
      })}
      intro={
        <Trans comment="Under the heading “Almost everybody but”">
          Instruments joined by nearly all to whom they are open, and who is missing. A question mark: not on
          a list that has ended.
        </Trans>
      }
    >
      <ul className="list">
        {rows.map(({ instrument, known, open, joined, base }) => (
          <li key={instrument} className="list-row list-row-block">
            <span className="list-line">
              <Link to="/instruments/$instrument" params={{ instrument }}>
                {names.instrument(instrument)}
              </Link>
              <span className="list-end numbers">
                {format.count(joined)}/{format.count(base)}
              </span>
            </span>
            <span className="small quiet">
              {format.list([...known.map(names.state), ...open.map((iso3) => `${names.state(iso3)}?`)])}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to="/nearly-all">
          <Trans comment="Link from the list “Almost everybody but” to the page with all instruments">
            All instruments, and who is missing
          </Trans>
        </Link>
      </p>
    </Section>
  );
}
