import { ChevronDown, type LucideIcon } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Findable } from "../shell/search-index.ts";
import { useWhenIdle } from "./when-idle.ts";

export interface PickerProps {
  label: string;
  /** Show the label above the field; otherwise it is read aloud only. */
  showLabel?: boolean;
  placeholder?: string;
  entries: readonly Findable[];
  /** What is offered before anything is typed, in this order. */
  offered?: readonly Findable[];
  /** Key of the entry chosen; undefined for none. */
  value?: string | undefined;
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
 * keyboard; read aloud as a combobox. Its list is heavy, so it is fetched when the page rests or the field is touched; until
 * then a plain field of the same shape takes the first letters.
 */
export function Picker(props: PickerProps) {
  const [begun, setBegun] = useState<{ typed: string; focused: boolean }>();
  const rests = useWhenIdle();
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
  const chosen = clearsAfterPick ? undefined : props.entries.find(({ key }) => key === props.value);
  return (
    <div className={`picker ${props.className ?? ""}`}>
      {props.showLabel && <span className="field-label">{props.label}</span>}
      <div className="picker-field">
        {Icon && <Icon aria-hidden size={16} className="picker-icon" />}
        <input
          className="picker-input"
          aria-label={props.label}
          placeholder={props.placeholder ?? ""}
          defaultValue={chosen?.label ?? ""}
          key={chosen?.label ?? ""}
          onFocus={() => onBegin({ typed: "", focused: true })}
          onInput={(event) => onBegin({ typed: event.currentTarget.value, focused: true })}
        />
        {!clearsAfterPick && <ChevronDown aria-hidden size={16} className="picker-open" />}
      </div>
    </div>
  );
}
