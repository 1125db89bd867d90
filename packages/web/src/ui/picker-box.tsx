import { ChevronDown } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { buildSearchIndex, type Findable, findEntries } from "../shell/search-index.ts";
import type { PickerProps } from "./picker.tsx";

const MOST_SHOWN = 40;

interface PickerBoxProps extends PickerProps {
  /** What was typed, and that the keyboard was here, before the list was loaded. */
  begun?: { typed: string; focused: boolean } | undefined;
}

/** The field with its list; see {@link PickerProps}. */
export function PickerBox({ begun, ...props }: PickerBoxProps) {
  const { offered, value, onPick, clearsAfterPick = false, emptyText, mark, icon: Icon } = props;
  const entries = useMemo(
    () => (typeof props.entries === "function" ? props.entries() : props.entries),
    [props.entries],
  );
  const chosen = useMemo(() => entries.find(({ key }) => key === value), [entries, value]);
  /** What is typed; undefined while the field shows the choice. */
  const [typed, setTyped] = useState<string | undefined>(begun?.typed || undefined);
  const input = useRef<HTMLInputElement>(null);
  const isAsked = typed !== undefined && typed.trim() !== "";
  // Folding some two thousand names takes a moment: it waits for the first letter.
  const index = useMemo(() => (isAsked ? buildSearchIndex(entries) : []), [entries, isAsked]);
  const shown = useMemo(
    () =>
      isAsked
        ? findEntries(index, typed, MOST_SHOWN)
        : (offered ?? (props.offersAll ? entries : entries.slice(0, MOST_SHOWN))),
    [isAsked, index, typed, offered, entries, props.offersAll],
  );
  const byKey = useMemo(() => new Map(entries.map((entry) => [entry.key, entry])), [entries]);

  useEffect(() => {
    if (begun?.focused) input.current?.focus();
  }, [begun]);

  return (
    <ComboBox
      className={`picker ${props.className ?? ""}`}
      aria-label={props.label}
      items={shown.map((entry) => ({ ...entry, id: entry.key }))}
      inputValue={typed ?? (clearsAfterPick ? "" : (chosen?.label ?? ""))}
      onInputChange={(text) => setTyped(text === chosen?.label && !clearsAfterPick ? undefined : text)}
      selectedKey={null}
      onSelectionChange={(key) => {
        const entry = key === null ? undefined : byKey.get(String(key));
        setTyped(clearsAfterPick ? "" : undefined);
        if (entry) onPick(entry);
      }}
      onFocusChange={(focused) => {
        if (!focused) setTyped(undefined);
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue
    >
      {props.showLabel && <Label className="field-label">{props.label}</Label>}
      <div className="picker-field">
        {Icon && <Icon aria-hidden size={16} className="picker-icon" />}
        <Input
          ref={input}
          placeholder={props.placeholder ?? ""}
          className="picker-input"
          onFocus={(event) => begun?.typed || event.currentTarget.select()}
        />
        {!clearsAfterPick && (
          <Button className="picker-open">
            <ChevronDown aria-hidden size={16} />
          </Button>
        )}
      </div>
      <Popover className="popover picker-popover" offset={4}>
        <ListBox<Findable & { id: string }>
          className="picker-list"
          renderEmptyState={() => <p className="picker-empty">{emptyText}</p>}
        >
          {(entry) => (
            <ListBoxItem id={entry.id} textValue={entry.label} className="picker-item">
              {mark?.(entry)}
              <Text slot="label" className="picker-name">
                {entry.label}
              </Text>
              {entry.hint !== "" && (
                <Text slot="description" className="picker-hint">
                  {entry.hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
