import { Plural, Trans } from "@lingui/react/macro";
import { type Column, DataTable } from "../../figures/data-table.tsx";

interface DifferenceTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** Rows that differ, and beneath them, folded away, those that are the same. */
export function DifferenceTable<Row extends { differs: boolean }>(props: DifferenceTableProps<Row>) {
  const { rows, ...rest } = props;
  const differing = rows.filter(({ differs }) => differs);
  const same = rows.filter(({ differs }) => !differs);
  return (
    <>
      {differing.length > 0 ? (
        <DataTable {...rest} rows={differing} />
      ) : (
        <p className="quiet">
          <Trans comment="A comparison without differences">Nothing differs.</Trans>
        </p>
      )}
      {same.length > 0 && (
        <details className="fold">
          <summary>
            <Plural value={same.length} one="# is the same" other="# are the same" />
          </summary>
          <DataTable {...rest} rows={same} />
        </details>
      )}
    </>
  );
}
