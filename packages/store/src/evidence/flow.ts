/** What is observed of a corridor: three measures, each with what must be said beside it, never to be added together. */
import type { DetectionYear, MigrantStockYear, ObservedFlows } from "@concord/core/instruments/tables";

/** What must stand beside a figure so that it isn't taken for what it is not. `caveatCode` is stable, for translation. */
export interface FlowNote {
  source: string;
  licence: string;
  caveatCode: "stock-not-flow" | "detection-not-prevalence" | "assisted-not-sampled";
  caveat: string;
}

/** Cases of one citizenship exploited in another state, by year of registration. */
export interface PooledCaseYear {
  year: number;
  cases: number;
  /** Of these, known to be forced labour; the rest is not, or not known. */
  forcedLabour: number;
  sexualExploitation: number;
}

/** Three different measures of one corridor, each with its source and caveat: never to be added together. */
export interface CorridorFlows {
  origin: string;
  destination: string;
  migrantStock: FlowNote & { rows: MigrantStockYear[] };
  detections: FlowNote & { rows: DetectionYear[] };
  pooledCases: FlowNote & { rows: PooledCaseYear[] };
}

export type FlowKind = "migrant-stock" | "detected-victims" | "pooled-cases";

/** The table of the data package behind each measure, and its caveat. */
export const CAVEATS: Readonly<
  Record<FlowKind, Pick<FlowNote, "caveatCode" | "caveat"> & { table: string }>
> = {
  "migrant-stock": {
    table: "migrant-stock",
    caveatCode: "stock-not-flow",
    caveat:
      "People born, or holding citizenship, abroad: no flow, and not trafficking. Pairs under 1,000 people are not held.",
  },
  "detected-victims": {
    table: "detections",
    caveatCode: "detection-not-prevalence",
    caveat:
      "What the authorities of the destination counted: a rise may mean better detection. A small number is printed as fewer than five (0 to 4), and a missing year can mean none, fewer than five, or no report.",
  },
  "pooled-cases": {
    table: "pooled-cases",
    caveatCode: "assisted-not-sampled",
    caveat:
      "Cases that contributing organizations assisted or heard of: no sample of victims, not comparable between states. A copy of the release of 2020, not the current one; small groups were suppressed by the publisher.",
  },
};

/** The three measures as the API and the command line give them. */
export function describeFlows({ migrantStock, detections, pooledCases }: CorridorFlows): ObservedFlows {
  const note = ({ source, licence, caveatCode, caveat }: FlowNote) => ({
    source,
    licence,
    caveat_code: caveatCode,
    caveat,
  });
  return {
    migrant_stock: { ...note(migrantStock), rows: migrantStock.rows },
    detections: { ...note(detections), rows: detections.rows },
    pooled_cases: {
      ...note(pooledCases),
      rows: pooledCases.rows.map(({ year, cases, forcedLabour, sexualExploitation }) => ({
        year,
        cases,
        forced_labour: forcedLabour,
        sexual_exploitation: sexualExploitation,
      })),
    },
  };
}
