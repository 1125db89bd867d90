import { ChevronDown, type LucideIcon } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { buildSearchIndex, type Findable, findEntries } from "../shell/search-index.ts";

interface PickerProps {
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

const MOST_SHOWN = 40;

/**
 * A field that offers what fits while one types, by name in any of the six languages, code or citation. Mouse, touch and
 * keyboard; read aloud as a combobox.
 */
export function Picker(props: PickerProps) {
  const { entries, offered, value, onPick, clearsAfterPick = false, emptyText, mark, icon: Icon } = props;
  const index = useMemo(() => buildSearchIndex(entries), [entries]);
  const chosen = useMemo(() => entries.find(({ key }) => key === value), [entries, value]);
  /** What is typed; undefined while the field shows the choice. */
  const [typed, setTyped] = useState<string>();
  const shown = useMemo(
    () =>
      typed === undefined || typed.trim() === ""
        ? (offered ?? entries.slice(0, MOST_SHOWN))
        : findEntries(index, typed, MOST_SHOWN),
    [index, typed, offered, entries],
  );
  const byKey = useMemo(() => new Map(entries.map((entry) => [entry.key, entry])), [entries]);

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
          placeholder={props.placeholder ?? ""}
          className="picker-input"
          onFocus={(event) => event.currentTarget.select()}
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
