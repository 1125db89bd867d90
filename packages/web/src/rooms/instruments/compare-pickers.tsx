import { FIRST_DAY } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Plus, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { today, useAsking } from "../../shell/asking.ts";
import { findableInstruments, findableStates } from "../../shell/findable.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import type { Findable } from "../../shell/search-index.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Picker } from "../../ui/picker.tsx";

const MOST = 4;

/** Where columns are chosen and taken away. */
export function ColumnPickers({ children }: { children: ReactNode }) {
  return <div className="column-pickers">{children}</div>;
}

function useSetColumns(): (change: { of?: readonly string[]; dates?: readonly string[] }) => void {
  const navigate = useNavigate();
  return ({ of, dates }) =>
    void navigate({
      to: "/compare",
      search: (before: object) => ({
        ...before,
        ...(of && { of: of.length > 0 ? of.join(",") : undefined }),
        ...(dates && { dates: dates.length > 0 ? dates.join(",") : undefined }),
      }),
      resetScroll: false,
    } as never);
}

export function StateColumns({ states }: { states: readonly string[] }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const set = useSetColumns();
  const entries = useMemo(() => findableStates(law.knowledge, names), [law, names]);
  return (
    <IdColumns
      ids={states}
      prefix="state:"
      entries={entries}
      nameOf={names.state}
      addLabel={t({ message: "Add a state", comment: "Field that adds a column" })}
      emptyText={t({ message: "No state of this name", comment: "Under a picker when nothing fits" })}
      onChange={(of) => set({ of })}
    />
  );
}

export function InstrumentColumns({ instruments }: { instruments: readonly string[] }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const set = useSetColumns();
  const entries = useMemo(() => findableInstruments(law.knowledge, names), [law, names]);
  return (
    <IdColumns
      ids={instruments}
      prefix="instrument:"
      entries={entries}
      nameOf={names.instrument}
      addLabel={t({ message: "Add an instrument", comment: "Field that adds a column" })}
      emptyText={t({ message: "No instrument of this name", comment: "Under a picker when nothing fits" })}
      onChange={(of) => set({ of })}
    />
  );
}

interface IdColumnsProps {
  ids: readonly string[];
  prefix: string;
  entries: readonly Findable[];
  nameOf: (id: string) => string;
  addLabel: string;
  emptyText: string;
  onChange: (ids: string[]) => void;
}

function IdColumns({ ids, prefix, entries, nameOf, addLabel, emptyText, onChange }: IdColumnsProps) {
  const free = entries.filter(({ key }) => !ids.includes(key.slice(prefix.length)));
  return (
    <>
      {ids.map((id) => (
        <Chip key={id} name={nameOf(id)} onRemove={() => onChange(ids.filter((other) => other !== id))} />
      ))}
      {ids.length < MOST && (
        <Picker
          label={addLabel}
          placeholder={addLabel}
          entries={free}
          onPick={({ key }) => onChange([...ids, key.slice(prefix.length)])}
          clearsAfterPick
          emptyText={emptyText}
        />
      )}
    </>
  );
}

export function DayColumns({ state, days }: { state: string | undefined; days: readonly string[] }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { format } = useAsking();
  const set = useSetColumns();
  const entries = useMemo(() => findableStates(law.knowledge, names), [law, names]);
  const label = t({ message: "State", comment: "Field: which state" });
  return (
    <>
      <Picker
        label={label}
        placeholder={label}
        entries={entries}
        value={state ? `state:${state}` : undefined}
        onPick={({ key }) => set({ of: [key.slice("state:".length)] })}
        emptyText={t({ message: "No state of this name", comment: "Under a picker when nothing fits" })}
      />
      {days.map((day) => (
        <Chip
          key={day}
          name={format.shortDay(day)}
          onRemove={() => set({ dates: days.filter((other) => other !== day) })}
        />
      ))}
      {days.length < MOST && (
        <DayAdder
          onAdd={(day) => {
            if (!days.includes(day)) set({ dates: [...days, day].sort() });
          }}
        />
      )}
    </>
  );
}

/** A day is added with Enter or the button, never by leaving the field. */
function DayAdder({ onAdd }: { onAdd: (day: string) => void }) {
  return (
    <form
      className="day-adder"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const day = new FormData(form).get("day");
        if (typeof day === "string" && day >= FIRST_DAY && day <= today()) {
          onAdd(day);
          form.reset();
        }
      }}
    >
      <label className="field">
        <span className="field-label">
          <Trans comment="Field that adds a column: a date">Another day</Trans>
        </span>
        <input type="date" name="day" required className="input" min={FIRST_DAY} max={today()} />
      </label>
      <Button type="submit">
        <Plus aria-hidden size={16} />
        <Trans comment="Button: adds the day as a column">Add this day</Trans>
      </Button>
    </form>
  );
}

function Chip({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <span className="chip">
      {name}
      <IconButton
        label={t({ message: `Take ${name} away`, comment: "Button: removes a column from the comparison" })}
        onPress={onRemove}
      >
        <X aria-hidden size={14} />
      </IconButton>
    </span>
  );
}
