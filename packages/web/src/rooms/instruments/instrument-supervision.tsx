import type { Instrument } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { apiAddress, ask } from "../../shell/api.ts";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

interface Mechanism {
  id: string;
  name: string;
  asks: string;
  periodicity_years: number | null;
  source: string;
}

/** Who watches over the instrument, what it asks and how often; and where the entry of the catalogue is from. */
export function InstrumentSupervision({ instrument }: { instrument: Instrument }) {
  const { t } = useLingui();
  const { data } = useQuery({
    queryKey: ["mechanisms", instrument.id],
    queryFn: ({ signal }) =>
      ask<{ mechanisms: Mechanism[] }>(apiAddress(`/instruments/${instrument.id}`), signal),
  });
  const note = instrument.sourceNote;
  return (
    <Section
      title={t({ message: "Who watches over it", comment: "Heading: monitoring mechanisms of a treaty" })}
    >
      {!data ? (
        <Skeleton lines={3} />
      ) : data.mechanisms.length === 0 ? (
        <p className="quiet">
          <Trans comment="No monitoring mechanism is held">No mechanism is recorded for it here.</Trans>
        </p>
      ) : (
        <ul className="mechanisms">
          {data.mechanisms.map(({ id, name, asks, periodicity_years, source }) => (
            <li key={id} className="card">
              <p lang="en" dir="ltr">
                <strong>{name}</strong>
                {periodicity_years !== null && (
                  <span className="quiet">
                    {" · "}
                    <Plural value={periodicity_years} one="every year" other="every # years" />
                  </span>
                )}
              </p>
              <p className="small" lang="en" dir="ltr">
                {asks}
              </p>
              <p className="source-cell" lang="en" dir="ltr">
                {source}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="source-cell">
        <Trans comment="Where the entry of the catalogue is from; a citation in English follows">
          Source of this entry: {note}
        </Trans>
      </p>
    </Section>
  );
}
