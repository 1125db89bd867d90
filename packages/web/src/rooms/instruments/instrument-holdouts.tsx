import { holdouts, type Instrument } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Notice } from "../../ui/notice.tsx";
import { CoverageNote } from "./coverage-note.tsx";

const PARTS = ["signed", "left", "not-party", "unknown"] as const;

interface Row {
  iso3: string;
  standing: (typeof PARTS)[number];
}

/** UN members to whom it is open and that have not joined, split: signed, left, not a party, unknown. */
export function InstrumentHoldouts({ instrument }: { instrument: Instrument }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const answer = useMemo(() => holdouts(law, instrument.id, when), [law, instrument, when]);
  const rows: Row[] = [
    ...answer.signed.map((iso3) => ({ iso3, standing: "signed" as const })),
    ...answer.left.map((iso3) => ({ iso3, standing: "left" as const })),
    ...answer.not_party.map((iso3) => ({ iso3, standing: "not-party" as const })),
    ...answer.unknown.map((iso3) => ({ iso3, standing: "unknown" as const })),
  ];
  const columns: Column<Row>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: ({ iso3 }) => names.state(iso3),
      isHeader: true,
    },
    {
      key: "standing",
      name: t({ message: "Standing", comment: "Column head: where a state stands towards a treaty" }),
      value: ({ standing }) => names.standing(standing),
    },
  ];
  const title = t({ message: "Not joined yet", comment: "Title: states that have not joined a treaty" });
  const joined = format.count(answer.joined);
  const base = format.count(answer.base);
  const inForce = format.count(answer.in_force);
  return (
    <Figure
      title={title}
      subtitle={
        <Trans comment="Subtitle; numbers of states. Open: states that may join without an invitation">
          {joined} of {base} UN members to which it is open have joined; it is in force for {inForce} of them
        </Trans>
      }
      note={<CoverageNote instrument={instrument} />}
      table={{ columns, rows, rowKey: ({ iso3 }) => iso3 }}
      tableName={title}
      api={apiAddress(`/instruments/${instrument.id}/holdouts`, { date: when })}
    >
      {answer.unknown_for_all ? (
        <Notice kind="partial">
          <Trans comment="No list of parties is held">
            No dated list of its parties was found, so nobody can be named here.
          </Trans>
        </Notice>
      ) : when < instrument.adopted ? (
        <Notice kind="empty">
          <Trans comment="The instrument did not exist on the day asked about">
            It had not been adopted yet on this day.
          </Trans>
        </Notice>
      ) : rows.length === 0 ? (
        <Notice kind="empty">
          <Trans comment="Nobody is missing">Every one of them has joined.</Trans>
        </Notice>
      ) : (
        <div className="holdouts">
          {PARTS.map((part) => {
            const states = rows.filter(({ standing }) => standing === part);
            if (states.length === 0) return null;
            return (
              <section key={part} className="holdout-part">
                <h3 className="holdout-head">
                  <span className={`swatch standing-${part}`} aria-hidden />
                  {names.standing(part)}
                  <span className="quiet numbers">
                    <Plural value={states.length} one="# state" other="# states" />
                  </span>
                </h3>
                <p className="holdout-names">
                  {states
                    .toSorted((a, b) => names.compare(names.state(a.iso3), names.state(b.iso3)))
                    .map(({ iso3 }, index) => (
                      <span key={iso3}>
                        {index > 0 && " · "}
                        <Link to="/states/$state" params={{ state: iso3 }}>
                          {names.state(iso3)}
                        </Link>
                      </span>
                    ))}
                </p>
              </section>
            );
          })}
        </div>
      )}
    </Figure>
  );
}
