import type { ReactNode } from "react";
import "./bar-list.css";
import { useAsking } from "../shell/asking.ts";

export interface BarListRow {
  key: string;
  name: ReactNode;
  value: number;
  /** The row the list is about. */
  isSelf?: boolean;
}

/** Names with bars: one row each, in the order given, measured against a whole. */
export function BarList({ rows, whole }: { rows: readonly BarListRow[]; whole: number }) {
  const { format } = useAsking();
  return (
    <ul className="bar-list">
      {rows.map(({ key, name, value, isSelf }) => (
        <li key={key} className="bar-row" data-self={isSelf || undefined}>
          <span className="bar-row-name">{name}</span>
          <span className="bar-row-track" aria-hidden>
            <span className="bar-row-bar" style={{ inlineSize: `${(value / Math.max(1, whole)) * 100}%` }} />
          </span>
          <span className="bar-row-count numbers">{format.count(value)}</span>
        </li>
      ))}
    </ul>
  );
}
