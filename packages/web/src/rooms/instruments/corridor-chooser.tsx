import { useLingui } from "@lingui/react/macro";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useMemo } from "react";
import { findableStates } from "../../shell/findable.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Picker } from "../../ui/picker.tsx";

const route = getRouteApi("/law/corridors");

interface Ends {
  origin?: string | undefined;
  destination?: string | undefined;
}

/** Two fields, from where and to where, in any order: the corridor opens once both are chosen. */
export function CorridorChooser() {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const navigate = useNavigate();
  const search: Ends = route.useSearch();
  const entries = useMemo(() => findableStates(law.knowledge, names), [law, names]);
  const choose = (ends: Ends) => {
    const { origin, destination } = { ...search, ...ends };
    if (origin && destination)
      void navigate({ to: "/corridors/$origin/$destination", params: { origin, destination } });
    else
      void navigate({
        to: "/corridors",
        search: (before: object) => ({ ...before, ...ends }),
        resetScroll: false,
      } as never);
  };
  const field = (label: string, end: keyof Ends, other: string | undefined) => (
    <Picker
      label={label}
      showLabel
      entries={entries.filter(({ key }) => key !== `state:${other}`)}
      value={search[end] ? `state:${search[end]}` : undefined}
      placeholder={t({ message: "Choose a state", comment: "In an empty field" })}
      onPick={({ key }) => choose({ [end]: key.slice("state:".length) })}
      emptyText={t({ message: "No state of this name", comment: "Under a picker when nothing fits" })}
    />
  );
  return (
    <div className="corridor-chooser">
      {field(t({ message: "State of origin", comment: "Field of a corridor" }), "origin", search.destination)}
      <ArrowRight aria-hidden size={18} className="corridor-arrow" />
      {field(
        t({ message: "State of destination", comment: "Field of a corridor" }),
        "destination",
        search.origin,
      )}
    </div>
  );
}
