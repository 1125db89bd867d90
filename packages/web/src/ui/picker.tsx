import { ChevronDown, type LucideIcon } from "lucide-react";
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from "react";
import type { Findable } from "../shell/search-index.ts";
import { useWhenIdle } from "./when-idle.ts";

export interface PickerProps {
  label: string;
  /** Show the label above the field; otherwise it is read aloud only. */
  showLabel?: boolean;
  placeholder?: string;
  /** All that can be chosen; as a function where making the list takes a moment, which is then spent when the field is used. */
  entries: readonly Findable[] | (() => readonly Findable[]);
  /** What is offered before anything is typed, in this order. */
  offered?: readonly Findable[];
  /** Offers all entries before anything is typed, however many. */
  offersAll?: boolean;
  /** Key of the entry chosen; undefined for none. */
  value?: string | undefined;
  /** Name of the entry chosen, where the list isn't made yet. */
  valueName?: string;
  onPick: (entry: Findable) => void;
  icon?: LucideIcon;
  /** After picking, empties the field: for a search box rather than a choice. */
  clearsAfterPick?: boolean;
  /** Drawn before an entry's name. */
  mark?: (entry: Findable) => ReactNode;
  /** Shown when nothing fits. */
  emptyText: string;
  className?: string;
}

const PickerBox = lazy(async () => ({ default: (await import("./picker-box.tsx")).PickerBox }));

/**
 * A field that offers what fits while one types, by name in any of the six languages, code or citation. Mouse, touch and
 * keyboard; read aloud as a combobox. Its list is heavy, so it is fetched and drawn, in pieces, when the page rests, or at
 * once when the field is entered; until then a plain field of the same shape stands there and takes the first letters.
 */
export function Picker(props: PickerProps) {
  const [begun, setBegun] = useState<{ typed: string; focused: boolean }>();
  const rests = useDeferredValue(useWhenIdle());
  const field = <StillField {...props} onBegin={setBegun} />;
  if (!rests && !begun) return field;
  return (
    <Suspense fallback={field}>
      <PickerBox {...props} begun={begun} />
    </Suspense>
  );
}

interface StillFieldProps extends PickerProps {
  onBegin: (begun: { typed: string; focused: boolean }) => void;
}

/** What the field looks like before its list is here. */
function StillField({ onBegin, icon: Icon, clearsAfterPick = false, ...props }: StillFieldProps) {
  const { entries, value, valueName } = props;
  const found = typeof entries === "function" ? undefined : entries.find(({ key }) => key === value);
  const chosen = clearsAfterPick ? "" : (valueName ?? found?.label ?? "");
  return (
    <label className={`picker ${props.className ?? ""}`}>
      {props.showLabel && <span className="field-label">{props.label}</span>}
      <span className="picker-field">
        {Icon && <Icon aria-hidden size={16} className="picker-icon" />}
        <input
          className="picker-input"
          role="combobox"
          aria-expanded={false}
          aria-autocomplete="list"
          autoComplete="off"
          aria-label={props.label}
          placeholder={props.placeholder ?? ""}
          defaultValue={chosen}
          key={chosen}
          onFocus={() => onBegin({ typed: "", focused: true })}
          onInput={(event) => onBegin({ typed: event.currentTarget.value, focused: true })}
        />
        {!clearsAfterPick && <ChevronDown aria-hidden size={16} className="picker-open" />}
      </span>
    </label>
  );
}
