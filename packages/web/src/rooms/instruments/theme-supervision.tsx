import type { Theme } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { apiAddress, ask } from "../../shell/api.ts";
import { useNames } from "../../shell/names.ts";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

interface Monitoring {
  mechanisms: { id: string; name: string; instruments: string[]; asks: string }[];
}

/** Who monitors the instruments that speak on this theme. */
export function ThemeSupervision({ theme }: { theme: Theme }) {
  const { t } = useLingui();
  const names = useNames();
  const { data } = useQuery({
    queryKey: ["theme-mechanisms", theme.id],
    queryFn: ({ signal }) => ask<Monitoring>(apiAddress(`/themes/${theme.id}`), signal),
  });
  return (
    <Section title={t({ message: "Who monitors it", comment: "Heading: monitoring mechanisms of a theme" })}>
      {!data ? (
        <Skeleton lines={3} />
      ) : data.mechanisms.length === 0 ? (
        <p className="quiet">
          <Trans comment="No monitoring mechanism is held for a theme">
            No mechanism is recorded for the instruments that speak on it.
          </Trans>
        </p>
      ) : (
        <ul className="mechanisms">
          {data.mechanisms.map(({ id, name, instruments, asks }) => (
            <li key={id} className="card">
              <p lang="en" dir="ltr">
                <strong>{name}</strong>
              </p>
              <p className="small" lang="en" dir="ltr">
                {asks}
              </p>
              <p className="small">
                {instruments.map((instrument, index) => (
                  <span key={instrument}>
                    {index > 0 && " · "}
                    <Link to="/instruments/$instrument" params={{ instrument }}>
                      {names.instrument(instrument)}
                    </Link>
                  </span>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
