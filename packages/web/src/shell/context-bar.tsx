import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { useCallback } from "react";
import { Picker } from "../ui/picker.tsx";
import { useAsking, WORLD } from "./asking.ts";
import { findableGroups, findableStates } from "./findable.ts";
import { RoomPages } from "./header.tsx";
import { lawQuery } from "./law.ts";
import { useNames } from "./names.ts";
import { WhenPicker } from "./when-picker.tsx";

/** Who and when, the same on every page; beside them the pages of the room. */
export function ContextBar() {
  const { t } = useLingui();
  return (
    <section
      className="context"
      aria-label={t({ message: "Who and when", comment: "Name of the context bar, read aloud" })}
    >
      <div className="context-row">
        <RoomPages />
        <div className="context-fields">
          <WhoPicker />
          <WhenPicker />
        </div>
      </div>
    </section>
  );
}

/** Chooses the world, a group, a region or a state. */
function WhoPicker() {
  const { t } = useLingui();
  const { who, change } = useAsking();
  const names = useNames();
  const law = useQuery(lawQuery).data;
  const entries = useCallback(
    () => (law ? [...findableGroups(names), ...findableStates(law.knowledge, names)] : []),
    [law, names],
  );
  return (
    <Picker
      label={t({
        message: "Who: the world, a group, a region or a state",
        comment: "Context bar, read aloud",
      })}
      entries={entries}
      offersAll
      value={`${names.isState(who) ? "state" : "group"}:${who}`}
      valueName={names.who(who)}
      onPick={({ key }) => {
        const id = key.slice(key.indexOf(":") + 1);
        change({ who: id === WORLD ? undefined : id });
      }}
      icon={Globe}
      emptyText={t({
        message: "No state or group of this name",
        comment: "Under a picker when nothing fits",
      })}
      className="who-picker"
    />
  );
}
