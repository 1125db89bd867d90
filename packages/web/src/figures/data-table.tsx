import { useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import type { CsvCell } from "./csv.ts";

/** A column: what it is called, the plain value (for CSV and sorting), and how the cell is drawn when it is more than text. */
export interface Column<Row> {
  key: string;
  name: string;
  value: (row: Row) => CsvCell;
  cell?: (row: Row) => ReactNode;
  /** Figures are set at the end of the cell, in tabular digits. */
  numeric?: boolean;
  /** The column that names its row. */
  isHeader?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of an empty body. */
  emptyText?: string;
  /** Sorted by this column at first. */
  sortedBy?: { key: string; descending: boolean };
  /** Short tables stand whole in the page; the others scroll within it. */
  whole?: boolean;
}

/** A table that can be sorted by every column, with fixed heads and a caption for screen readers. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, emptyText, sortedBy, whole = false } = props;
  const { i18n } = useLingui();
  const [order, setOrder] = useState(sortedBy);
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === order?.key);
    if (!column) return rows;
    const collator = new Intl.Collator(i18n.locale, { numeric: true });
    const compare = (a: CsvCell, b: CsvCell) =>
      typeof a === "number" && typeof b === "number"
        ? a - b
        : collator.compare(String(a ?? ""), String(b ?? ""));
    const direction = order?.descending ? -1 : 1;
    return [...rows].sort((a, b) => direction * compare(column.value(a), column.value(b)));
  }, [rows, columns, order, i18n.locale]);

  return (
    <section className={whole ? "table-scroll table-whole" : "table-scroll"} aria-label={caption}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, name, numeric }) => {
              const current = order?.key === key ? order : undefined;
              const Arrow = current?.descending ? ArrowDown : ArrowUp;
              return (
                <th
                  key={key}
                  scope="col"
                  className={numeric ? "numeric" : undefined}
                  aria-sort={current ? (current.descending ? "descending" : "ascending") : undefined}
                >
                  <button
                    type="button"
                    className="sort"
                    onClick={() =>
                      setOrder({ key, descending: current ? !current.descending : numeric === true })
                    }
                  >
                    {name}
                    {current && <Arrow aria-hidden size={14} />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => {
                const content = column.cell ? column.cell(row) : column.value(row);
                return column.isHeader ? (
                  <th key={column.key} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={column.key} className={column.numeric ? "numeric" : undefined}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && emptyText !== undefined && <p className="table-empty">{emptyText}</p>}
    </section>
  );
}
