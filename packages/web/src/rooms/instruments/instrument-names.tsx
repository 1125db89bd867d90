import "../../ui/list.css";
import { Link } from "@tanstack/react-router";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { Section } from "../../ui/page.tsx";

interface InstrumentNamesProps {
  title: string;
  instruments: readonly string[];
  /** Said when there is none. */
  emptyText: string;
}

/** A card with the names of instruments, each a link. */
export function InstrumentNames({ title, instruments, emptyText }: InstrumentNamesProps) {
  const names = useNames();
  const { format } = useAsking();
  return (
    <div className="card">
      <Section title={title}>
        {instruments.length === 0 ? (
          <p className="quiet">{emptyText}</p>
        ) : (
          <ul className="list">
            {instruments
              .map((id) => ({ id, name: names.instrument(id) }))
              .sort((a, b) => format.compare(a.name, b.name))
              .map(({ id, name }) => (
                <li key={id} className="list-row">
                  <Link to="/instruments/$instrument" params={{ instrument: id }}>
                    {name}
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
