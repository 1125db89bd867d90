/** A corridor as a table: first the common legal basis, then what was observed, each measure by itself. */
import type { ThemeDuty } from "../answer.ts";
import { dutyTable } from "./state-tables.ts";
import type { AnswerTable } from "./table.ts";

interface Measured<Row> {
  source: string;
  licence: string;
  caveat_code: "stock-not-flow" | "detection-not-prevalence" | "assisted-not-sampled";
  caveat: string;
  rows: Row[];
}

/** People of one state living in another, in a year. */
export interface MigrantStockYear {
  year: number;
  stock: number;
}

/** Victims of one citizenship whom another state's authorities detected, or such persons convicted. */
export interface DetectionYear {
  measure: string;
  year: number;
  sex: string;
  age: string;
  /** As the source names the citizenship. */
  category: string;
  /** Null where the source prints "<5": between `low` and `high`. */
  value: number | null;
  low: number;
  high: number;
  /** `conflict`: the source gives several values; `parts-exceed-total`; or empty. */
  flag: string;
}

/** Observed from origin to destination: people living abroad, victims detected, cases assisted. Never to be added. */
export interface ObservedFlows {
  migrant_stock: Measured<MigrantStockYear>;
  detections: Measured<DetectionYear>;
  pooled_cases: Measured<{
    year: number;
    cases: number;
    forced_labour: number;
    sexual_exploitation: number;
  }>;
}

/** A measure, its year, whom it counts, the least and the most that it can be, its flag, what must be said of it, its source. */
type FlowRow = [string, number, string, number, number, string, string, string];

/** Every figure of the three measures, a row each. */
export function flowRows({ migrant_stock, detections, pooled_cases }: ObservedFlows): FlowRow[] {
  const end = ({ caveat_code, source }: Measured<unknown>) => [caveat_code, source] as const;
  return [
    ...migrant_stock.rows.map(
      ({ year, stock }): FlowRow => ["migrant-stock", year, "", stock, stock, "", ...end(migrant_stock)],
    ),
    ...detections.rows.map(
      ({ measure, year, sex, age, low, high, flag }): FlowRow => [
        measure,
        year,
        `${sex} / ${age}`,
        low,
        high,
        flag,
        ...end(detections),
      ],
    ),
    ...pooled_cases.rows.map(
      ({ year, cases }): FlowRow => ["pooled-cases", year, "", cases, cases, "", ...end(pooled_cases)],
    ),
  ];
}

/**
 * A row for each theme and provision of the common basis, then one for each figure observed; what the other kind of row has
 * stays empty.
 */
export function corridorTable(
  themes: Readonly<Record<string, ThemeDuty>>,
  flows: ObservedFlows,
): AnswerTable {
  const basis = dutyTable(themes);
  return {
    columns: [
      ...basis.columns,
      "measure",
      "year",
      "counted",
      "persons_at_least",
      "persons_at_most",
      "flag",
      "caveat",
      "source",
    ],
    rows: [
      ...basis.rows.map((row) => [...row, "", "", "", "", "", "", "", ""]),
      ...flowRows(flows).map((row) => ["", "", "", "", ...row]),
    ],
  };
}
