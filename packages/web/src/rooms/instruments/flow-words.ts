/** Words for the kinds of observed flow, each with what must be said beside it. */
import { useLingui } from "@lingui/react/macro";
import type { FLOW_KINDS } from "./routes.ts";

export type FlowKind = (typeof FLOW_KINDS)[number];

export interface FlowWords {
  name: string;
  unit: string;
  caveat: string;
}

export function useFlowWords(): Readonly<Record<FlowKind, FlowWords>> {
  const { t } = useLingui();
  return {
    "migrant-stock": {
      name: t({
        message: "Migrant stock",
        comment: "Kind of flow: people of the origin living at the destination",
      }),
      unit: t({ message: "People", comment: "Unit: people living abroad" }),
      caveat: t({
        message:
          "People born in or citizens of the origin who live at the destination, every five years from 1990 to 2020, pairs of at least 1,000. A stock, not a flow, and not trafficking: it shows how many people the corridor concerns.",
        comment: "Caveat beside migrant stock",
      }),
    },
    "detected-victims": {
      name: t({ message: "Victims detected", comment: "Kind of flow: victims detected by citizenship" }),
      unit: t({ message: "Persons detected", comment: "Unit: detected victims" }),
      caveat: t({
        message:
          "Victims of the origin’s citizenship detected by the authorities of the destination. “<5” is printed for every small number, so a figure may be a range. It shows what was found, not how much there is.",
        comment: "Caveat beside detected victims",
      }),
    },
    "pooled-cases": {
      name: t({ message: "Pooled cases", comment: "Kind of flow: cases in the pooled global data set" }),
      unit: t({ message: "Cases", comment: "Unit: assisted cases" }),
      caveat: t({
        message:
          "Cases of assisted persons in the k-anonymized data set of the Counter-Trafficking Data Collaborative (copy of 2020, not the current release). Where the contributors work decides what is seen; rare combinations are suppressed.",
        comment: "Caveat beside pooled cases",
      }),
    },
  };
}
