import { listGroups } from "@concord/core/instruments";
import { useMemo } from "react";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";

/** Names an M49 region as `states.csv` writes it ("Southern Asia") in the reader's language. */
export function useRegionName(): (region: string) => string {
  const law = useLaw();
  const names = useNames();
  return useMemo(() => {
    const stateOf = new Map(law.states.map((state) => [state.iso3, state]));
    const known = new Map(
      listGroups(law)
        .filter(({ kind }) => kind === "m49-region" || kind === "m49-subregion")
        .map(({ id, kind, members }) => {
          const first = stateOf.get(members[0] ?? "");
          return [(kind === "m49-region" ? first?.m49Region : first?.m49Subregion) ?? id, names.group(id)];
        }),
    );
    return (region) => known.get(region) ?? region;
  }, [law, names]);
}
