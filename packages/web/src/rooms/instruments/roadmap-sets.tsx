import type { Roadmap } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { Button } from "../../ui/button.tsx";
import { fillOf } from "./roadmap-fill.ts";
import { RoadmapMark } from "./roadmap-mark.tsx";

const SHOWN = 6;

interface Row {
  set: number;
  instrument: string;
  adds: string[];
}

/** Every smallest set as a card; its bar fills theme by theme. */
export function RoadmapSets({ roadmap, address }: { roadmap: Roadmap; address: string }) {
  const { t } = useLingui();
  const names = useNames();
  const { format } = useAsking();
  const [all, showAll] = useState(false);
  const sets = all ? roadmap.optimal : roadmap.optimal.slice(0, SHOWN);
  const rows: Row[] = roadmap.optimal.flatMap((set, index) =>
    fillOf(roadmap, set).steps.map(({ instrument, adds }) => ({ set: index + 1, instrument, adds })),
  );
  const columns: Column<Row>[] = [
    {
      key: "set",
      name: t({ message: "Set", comment: "Column head: number of a set of ratifications" }),
      value: ({ set }) => set,
      numeric: true,
    },
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      isHeader: true,
    },
    {
      key: "adds",
      name: t({ message: "Themes it adds", comment: "Column head: themes that a ratification lifts" }),
      value: ({ adds }) => adds.map(names.theme).join("; "),
    },
  ];
  const title = t({ message: "The smallest sets", comment: "Title: optimal sets of ratifications" });
  const hidden = format.count(roadmap.optimal.length - SHOWN);
  return (
    <Figure
      title={title}
      subtitle={
        <Plural
          value={roadmap.optimal_count}
          one="# set does it; each square is a theme that is lacking today"
          other="# sets tie; each square is a theme that is lacking today"
        />
      }
      note={
        <Trans comment="Note under the sets">
          A ratification closes a gap in the law on paper; what is done about it is another matter. Each
          instrument counts as one step, whatever it takes.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ set, instrument }) => `${set} ${instrument}` }}
      tableName={title}
      api={address}
    >
      <div className="sets">
        {sets.map((set, index) => (
          <SetCard key={set.join(" ")} roadmap={roadmap} set={set} number={index + 1} />
        ))}
      </div>
      {!all && roadmap.optimal.length > SHOWN && (
        <Button kind="quiet" onPress={() => showAll(true)}>
          <Trans comment="Button; hidden is a number of sets">Show {hidden} more</Trans>
        </Button>
      )}
    </Figure>
  );
}

function SetCard({ roadmap, set, number }: { roadmap: Roadmap; set: readonly string[]; number: number }) {
  const names = useNames();
  const { format } = useAsking();
  const { steps, left } = fillOf(roadmap, set);
  const label = format.count(number);
  return (
    <section className="set">
      <h3 className="set-head">
        <Trans comment="Heading of a card; label is its number">Set {label}</Trans>
      </h3>
      <div className="fill" aria-hidden>
        {steps.flatMap(({ adds }, step) =>
          adds.map((theme) => (
            <span key={theme} className={`fill-cell fill-step-${step % 4}`} title={names.theme(theme)} />
          )),
        )}
        {left.map((theme) => (
          <span key={theme} className="fill-cell fill-left" title={names.theme(theme)} />
        ))}
      </div>
      <ol className="set-steps">
        {steps.map(({ instrument, adds }, step) => (
          <li key={instrument} className="set-step">
            <span className={`fill-cell fill-step-${step % 4}`} aria-hidden />
            <div>
              <Link to="/instruments/$instrument" params={{ instrument }}>
                {names.instrument(instrument)}
              </Link>{" "}
              <span className="small quiet">
                <RoadmapMark roadmap={roadmap} instrument={instrument} />
              </span>
              <p className="small">
                <Plural value={adds.length} one="+# theme" other="+# themes" />
                <span className="quiet"> {format.list(adds.map(names.theme))}</span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
