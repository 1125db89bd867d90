import { Trans, useLingui } from "@lingui/react/macro";
import { Braces, Download, Link2, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components/Button";
import { useAsking } from "../shell/asking.ts";
import { saveFile, writeCsv } from "./csv.ts";
import { type Column, DataTable } from "./data-table.tsx";

/** The table behind a figure: shown as its twin and saved as CSV. */
export interface FigureTable<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

interface FigureProps<Row> {
  /** Says what is seen: "Binding duties by theme, 197 states". */
  title: ReactNode;
  /** Day and unit. */
  subtitle?: ReactNode;
  /** Source and up to when it is known. */
  note?: ReactNode;
  /** Controls that belong to the figure, beside its title. */
  tools?: ReactNode;
  table: FigureTable<Row>;
  /** Caption of the table twin, plain text; also names the CSV file. */
  tableName: string;
  /** The figure is this very table: there is no twin to change to. */
  isTable?: boolean;
  /** Address of the API call that answers the same question. */
  api: string;
  /** Heading level of the title. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/**
 * The frame of every figure: what is seen, when and in which unit, where it is from, and four quiet actions: the table twin,
 * CSV, a permanent link, the API call behind it.
 */
export function Figure<Row>(props: FigureProps<Row>) {
  const { table, tableName, api, level = 2, isTable = false } = props;
  const { t } = useLingui();
  const { when } = useAsking();
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const Title = level === 2 ? "h2" : "h3";

  const saveTable = () => {
    const header = table.columns.map(({ key }) => key);
    const rows = table.rows.map((row) => table.columns.map((column) => column.value(row)));
    saveFile(`concord-${fileName(tableName)}-${when}.csv`, writeCsv(header, rows), "text/csv;charset=utf-8");
  };

  return (
    <figure className={`figure ${props.className ?? ""}`} aria-labelledby={titleId}>
      <div className="figure-head">
        <div className="figure-words">
          <Title id={titleId} className="figure-title">
            {props.title}
          </Title>
          {props.subtitle !== undefined && <p className="figure-subtitle">{props.subtitle}</p>}
        </div>
        {props.tools !== undefined && <div className="figure-tools">{props.tools}</div>}
      </div>
      <div className="figure-body">
        {asTable ? (
          <DataTable caption={tableName} columns={table.columns} rows={table.rows} rowKey={table.rowKey} />
        ) : (
          props.children
        )}
      </div>
      <figcaption className="figure-foot">
        {props.note !== undefined && <span className="figure-note">{props.note}</span>}
        <span className="figure-actions">
          {!isTable && (
            <Button className="action" onPress={() => setAsTable(!asTable)} aria-pressed={asTable}>
              <Table2 aria-hidden size={14} />
              {asTable ? (
                <Trans comment="Action under a figure: back from the table to the drawing">Figure</Trans>
              ) : (
                <Trans comment="Action under a figure: show it as a table">Table</Trans>
              )}
            </Button>
          )}
          <Button
            className="action"
            onPress={saveTable}
            aria-label={t({ message: "Save as CSV", comment: "Action under a figure, read aloud" })}
          >
            <Download aria-hidden size={14} />
            CSV
          </Button>
          <LinkAction />
          <a
            className="action"
            href={api}
            aria-label={t({
              message: "The API call behind this figure",
              comment: "Action under a figure, read aloud",
            })}
          >
            <Braces aria-hidden size={14} />
            API
          </a>
        </span>
      </figcaption>
    </figure>
  );
}

/** Copies the address of this view, with day and language written out so that it shows the same tomorrow. */
export function LinkAction() {
  const { when, language } = useAsking();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const address = new URL(window.location.href);
    address.searchParams.set("when", when);
    address.searchParams.set("lang", language);
    await navigator.clipboard?.writeText(address.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button className="action" onPress={() => void copy()}>
      <Link2 aria-hidden size={14} />
      <span aria-live="polite">
        {copied ? (
          <Trans comment="After the link of a view was copied">Copied</Trans>
        ) : (
          <Trans comment="Action under a figure: copy a permanent link">Link</Trans>
        )}
      </span>
    </Button>
  );
}

function fileName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
}
