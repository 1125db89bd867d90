import "../../ui/list.css";
import type { Profile, UnknownReason } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { useActWords } from "./act-words.ts";

const REASONS: readonly UnknownReason[] = ["date-unsure", "pair", "list-ends", "before-list", "no-list"];

interface Row {
  instrument: string;
  reason: UnknownReason;
}

/** Instruments of which nothing certain can be said for the state, by the reason why. */
export function StateUnknown({ position }: { position: Profile }) {
  const { t } = useLingui();
  const names = useNames();
  const words = useActWords();
  const { format } = useAsking();
  const rows: Row[] = Object.entries(position.unknown).map(([instrument, reason]) => ({
    instrument,
    reason,
  }));
  const columns: Column<Row>[] = [
    {
      key: "instrument",
      name: t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
      value: ({ instrument }) => names.instrument(instrument),
      isHeader: true,
    },
    {
      key: "reason",
      name: t({ message: "Why", comment: "Column head: why something is unknown" }),
      value: ({ reason }) => words.unknown[reason],
    },
  ];
  const title = t({ message: "What is not known", comment: "Title of a list of treaties" });
  return (
    <Figure
      title={title}
      subtitle={format.day(position.date)}
      note={
        <Trans comment="Note under the list of treaties of unknown standing">
          Unknown is never counted as absent: the state may be bound by any of these.
        </Trans>
      }
      table={{ columns, rows, rowKey: ({ instrument }) => instrument }}
      tableName={title}
      api={apiAddress(`/states/${position.state}/profile`, { date: position.date })}
    >
      {rows.length === 0 ? (
        <p className="quiet small">
          <Trans comment="Nothing is unknown">
            For every instrument it is known whether the state is a party.
          </Trans>
        </p>
      ) : (
        <ul className="unknown-reasons">
          {REASONS.map((reason) => {
            const because = rows.filter((row) => row.reason === reason);
            if (because.length === 0) return null;
            return (
              <li key={reason}>
                <p className="unknown-reason">
                  <span className="swatch standing-unknown" aria-hidden /> {words.unknown[reason]}{" "}
                  <span className="quiet numbers">{format.count(because.length)}</span>
                </p>
                <p className="small">
                  {because.map(({ instrument }, index) => (
                    <span key={instrument}>
                      {index > 0 && " · "}
                      <Link to="/instruments/$instrument" params={{ instrument }} className="quiet-link">
                        {names.instrument(instrument)}
                      </Link>
                    </span>
                  ))}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Figure>
  );
}
