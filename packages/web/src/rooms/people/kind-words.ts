import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

const comment = "Kind of organization";
const KIND_NAMES = {
  ngo: msg({ message: "non-governmental organization", comment }),
  igo: msg({ message: "intergovernmental organization", comment }),
  "regional-organization": msg({ message: "regional organization", comment }),
  business: msg({ message: "business", comment }),
  "trade-union": msg({ message: "trade union", comment }),
  media: msg({ message: "media", comment }),
  academia: msg({ message: "academia", comment }),
  network: msg({ message: "network", comment }),
  parliamentary: msg({ message: "parliamentary body", comment }),
  "state-body": msg({ message: "body of a state", comment }),
  fund: msg({ message: "fund", comment }),
} as const;

export type Kind = keyof typeof KIND_NAMES;
export const KINDS = Object.keys(KIND_NAMES) as Kind[];

/** Gives the name of a kind of organization in the reader's language. */
export function useKindName(): (kind: string) => string {
  const { i18n } = useLingui();
  return (kind) => {
    const known = KINDS.find((one) => one === kind);
    return known ? i18n._(KIND_NAMES[known]) : kind;
  };
}
