import type { DetectionYear } from "@concord/core/instruments/tables";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { YearBars } from "../../figures/year-bars.tsx";
import { apiAddress, ask } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { ProblemNotice } from "../../shell/problem-page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { detectedByYear, type YearRange } from "./detected-by-year.ts";
import { type FlowKind, useFlowWords } from "./flow-words.ts";

interface Flows {
  migrant_stock: { source: string; rows: { year: number; stock: number }[] };
  detections: { source: string; rows: DetectionYear[] };
  pooled_cases: {
    source: string;
    rows: { year: number; cases: number; forced_labour: number; sexual_exploitation: number }[];
  };
}

/** Three kinds of observed flow beside each other, each with its source and caveat, never added. */
export function CorridorFlows({ origin, destination }: { origin: string; destination: string }) {
  const { when } = useAsking();
  const address = apiAddress(`/corridors/${origin}/${destination}`, { date: when });
  const { data, error } = useQuery({
    queryKey: ["corridor", origin, destination],
    queryFn: ({ signal }) => ask<{ flows: Flows }>(address, signal),
  });
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton block={16} />;
  const { migrant_stock, detections, pooled_cases } = data.flows;
  return (
    <div className="columns flows">
      <Flow
        kind="migrant-stock"
        rows={migrant_stock.rows.map(({ year, stock }) => ({ year, low: stock, high: stock }))}
        source={migrant_stock.source}
        api={address}
      />
      <Flow
        kind="detected-victims"
        rows={detectedByYear(detections.rows)}
        source={detections.source}
        api={address}
      />
      <Flow
        kind="pooled-cases"
        rows={pooled_cases.rows.map(({ year, cases }) => ({ year, low: cases, high: cases }))}
        source={pooled_cases.source}
        api={address}
      />
    </div>
  );
}

interface FlowProps {
  kind: FlowKind;
  rows: YearRange[];
  source: string;
  api: string;
  children?: ReactNode;
}

function Flow({ kind, rows, source, api }: FlowProps) {
  const { t } = useLingui();
  const names = useNames();
  const words = useFlowWords()[kind];
  const columns: Column<YearRange>[] = [
    {
      key: "year",
      name: t({ message: "Year", comment: "Column head: a year" }),
      value: ({ year }) => String(year),
      isHeader: true,
    },
    { key: "low", name: words.unit, value: ({ low }) => low, numeric: true },
    {
      key: "high",
      name: t({ message: "At most", comment: "Column head: upper end of a range" }),
      value: ({ high }) => high,
      numeric: true,
    },
  ];
  return (
    <Figure
      title={words.name}
      level={3}
      subtitle={<Trans comment="Subtitle of a bar chart">By year</Trans>}
      note={
        <>
          {words.caveat}{" "}
          <span lang="en" dir="ltr">
            {source}
          </span>
        </>
      }
      table={{ columns, rows, rowKey: ({ year }) => String(year) }}
      tableName={words.name}
      api={api}
    >
      {rows.length > 0 ? (
        <YearBars label={words.name} rows={rows} />
      ) : (
        <p className="small quiet">
          <Trans comment="No flow is held">
            Nothing is held for this corridor: it may be small, unreported or suppressed. It isn’t zero.
          </Trans>{" "}
          {names.standing("unknown")}.
        </p>
      )}
    </Figure>
  );
}
