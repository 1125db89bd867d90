import "./state.css";
import "./changes.css";
import { type Changes, changes } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { apiAddress } from "../../shell/api.ts";
import { useAsking, WORLD } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { changesOf, spanOf } from "./changes-span.ts";
import { ChangesSpanChoice } from "./changes-span-choice.tsx";
import { BecameBound, Ceased, TreatyActions } from "./changes-tables.tsx";
import { InstrumentNames } from "./instrument-names.tsx";

const route = getRouteApi("/law/changes");

/** What changed between two days, for the states asked about. */
export function ChangesPage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const names = useNames();
  const { when } = useAsking();
  const search = route.useSearch();
  const span = useMemo(() => spanOf(search, when), [search, when]);
  const answer = useMemo(() => changes(law, span.from, span.to), [law, span]);
  const found = useMemo(
    () => answer.ok && changesOf(answer.value, who.id === WORLD ? undefined : new Set(who.members)),
    [answer, who],
  );
  const place = names.who(who.id);
  return (
    <Page
      title={t({
        message: `What changed: ${place}`,
        comment: "Heading; place is the world, a group, a state",
      })}
      lead={found && <InWords found={found} />}
    >
      <ChangesSpanChoice span={span} />
      {found ? (
        <ChangesFound found={found} />
      ) : (
        <Notice kind="empty">
          <Trans comment="No span of time between two equal days">
            Nothing lies between these two days. Choose a first day that is earlier.
          </Trans>
        </Notice>
      )}
    </Page>
  );
}

function InWords({ found }: { found: Changes }) {
  const { format } = useAsking();
  const from = format.day(found.from);
  const to = format.day(found.to);
  return (
    <p>
      <Trans comment="First sentence on changes between two days">
        After {from}, up to and with {to}:
      </Trans>{" "}
      <Plural value={found.action_count} one="# treaty action," other="# treaty actions," />{" "}
      <Plural
        value={found.became_bound.length}
        one="# time a state became bound,"
        other="# times a state became bound,"
      />{" "}
      <Plural
        value={found.ceased.length}
        one="# time it ceased to be so."
        other="# times it ceased to be so."
      />
    </p>
  );
}

function ChangesFound({ found }: { found: Changes }) {
  const { t } = useLingui();
  const api = apiAddress("/changes", { from: found.from, to: found.to });
  return (
    <>
      <BecameBound found={found} api={api} />
      <div className="columns changes-lists">
        <InstrumentNames
          title={t({ message: "Adopted", comment: "Heading: instruments adopted in a span of time" })}
          instruments={found.adopted}
          emptyText={t({
            message: "No instrument held here was adopted in this time.",
            comment: "Instead of a list of instruments",
          })}
        />
        <InstrumentNames
          title={t({
            message: "Entered into force",
            comment: "Heading: instruments that entered into force in a span of time",
          })}
          instruments={found.entered_into_force}
          emptyText={t({
            message: "No instrument held here entered into force in this time.",
            comment: "Instead of a list of instruments",
          })}
        />
      </div>
      {found.ceased.length > 0 && <Ceased found={found} api={api} />}
      <TreatyActions found={found} api={api} />
    </>
  );
}
