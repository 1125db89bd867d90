import "./state.css";
import "./compare.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { today, useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useWho } from "../../shell/who.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { TabLinks } from "../../ui/tab-links.tsx";
import { CompareInstruments } from "./compare-instruments.tsx";
import { ColumnPickers, DayColumns, InstrumentColumns, StateColumns } from "./compare-pickers.tsx";
import { CompareStates } from "./compare-states.tsx";
import { COMPARE_KINDS } from "./routes.ts";

const route = getRouteApi("/law/compare");

/** Up to four columns side by side: states, one state on several days, or instruments. Differences come first. */
export function ComparePage() {
  const { t } = useLingui();
  const law = useLaw();
  const who = useWho();
  const { when } = useAsking();
  const search = route.useSearch();
  const by = search.by ?? "states";
  const asked = search.of ?? [];
  const states = asked.filter((id) => law.stateIndex.has(id));
  const chosen = states.length === 0 && who.kind === "state" ? [who.id] : states;
  const instruments = asked.filter((id) => law.instrumentIndex.has(id));
  const days = search.dates ?? [];
  const kinds = {
    states: t({ message: "States", comment: "Choice on the compare page" }),
    dates: t({ message: "One state on several days", comment: "Choice on the compare page" }),
    instruments: t({ message: "Instruments", comment: "Choice on the compare page" }),
  };
  const tooFew = (
    <Notice kind="empty">
      <Trans comment="Compare page: nothing to compare yet">
        Choose at least two columns; four fit side by side.
      </Trans>
    </Notice>
  );
  return (
    <Page
      title={t({ message: "Compare", comment: "Heading of the compare page" })}
      lead={
        <Trans comment="Under the heading: Compare">
          What differs comes first; what is the same is folded away.
        </Trans>
      }
    >
      <TabLinks
        label={t({ message: "What to compare", comment: "Choice, read aloud" })}
        current={by}
        tabs={COMPARE_KINDS.map((kind) => ({ value: kind, name: kinds[kind] }))}
        search={(kind) => ({
          by: kind === "states" ? undefined : kind,
          of: kind === by ? asked : kind === "instruments" || by === "instruments" ? undefined : asked,
          dates: kind === by ? days : undefined,
        })}
      />
      <ColumnPickers>
        {by === "states" && <StateColumns states={chosen} />}
        {by === "dates" && <DayColumns state={chosen[0]} days={days} />}
        {by === "instruments" && <InstrumentColumns instruments={instruments} />}
      </ColumnPickers>
      {by === "states" &&
        (chosen.length < 2 ? (
          tooFew
        ) : (
          <CompareStates columns={chosen.map((iso3) => ({ iso3, date: when }))} />
        ))}
      {by === "dates" &&
        (chosen[0] === undefined || days.length < 1 ? (
          tooFew
        ) : (
          <CompareStates
            columns={[...new Set([...days, ...(days.length === 1 ? [today()] : [])])].map((date) => ({
              iso3: chosen[0] ?? "",
              date,
            }))}
            byDay
          />
        ))}
      {by === "instruments" &&
        (instruments.length < 2 ? tooFew : <CompareInstruments instruments={instruments} />)}
    </Page>
  );
}
