/** Words of the law room that belong to the screen: kinds of instruments, relevance. Names of strengths and statuses come from core. */
import type { InstrumentKind, Relevance } from "@concord/core/instruments";
import { useLingui } from "@lingui/react/macro";

export interface LawWords {
  kind: Readonly<Record<InstrumentKind, string>>;
  relevance: Readonly<Record<Relevance, string>>;
}

export function useLawWords(): LawWords {
  const { t } = useLingui();
  return {
    kind: {
      treaty: t({ message: "Treaty", comment: "Kind of instrument" }),
      protocol: t({ message: "Protocol", comment: "Kind of instrument: treaty that supplements another" }),
      "ilo-convention": t({
        message: "ILO convention",
        comment: "Kind of instrument: International Labour Organization",
      }),
      "ilo-protocol": t({
        message: "ILO protocol",
        comment: "Kind of instrument: International Labour Organization",
      }),
      "regional-convention": t({ message: "Regional convention", comment: "Kind of instrument" }),
      "eu-directive": t({
        message: "EU directive",
        comment: "Kind of instrument: law of the European Union",
      }),
      "soft-law": t({
        message: "Soft law",
        comment: "Kind of instrument: declarations and plans that recommend without binding",
      }),
    },
    relevance: {
      core: t({
        message: "core",
        comment: "Relevance of an instrument: about trafficking, slavery or forced labour as such",
      }),
      related: t({
        message: "related",
        comment: "Relevance of an instrument: binds in trafficking cases or on an overlapping practice",
      }),
      context: t({
        message: "context",
        comment: "Relevance of an instrument: another subject; counts in no strength",
      }),
    },
  };
}
