import { FIRST_DAY } from "@concord/core/instruments";
import { parseDay } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Button } from "../ui/button.tsx";
import { DaySlider } from "../ui/day-slider.tsx";
import { today, useAsking } from "./asking.ts";

/** Days that people ask for: milestones of the field. */
const MILESTONES = ["1949-12-02", "2000-11-15", "2003-12-25", "2010-07-30"] as const;

interface WhenPanelProps {
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** Chooses the day: a date field, a slider from 1904 to today, and a few milestones. */
export function WhenPanel({ button, onClose }: WhenPanelProps) {
  const { t } = useLingui();
  const { when, change, format } = useAsking();
  /** What stands in the field, which may be half a date while one types. */
  const [draft, setDraft] = useState(when);
  useEffect(() => setDraft(when), [when]);
  return (
    <Popover
      className="popover when-popover"
      placement="bottom end"
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog
        className="when-dialog"
        aria-label={t({ message: "Choose the day", comment: "Name of the date dialog" })}
      >
        <label className="field">
          <span className="field-label">
            <Trans comment="Label of the date field">Day asked about</Trans>
          </span>
          <input
            type="date"
            className="input"
            min={FIRST_DAY}
            max={today()}
            value={draft}
            onChange={(event) => {
              const day = event.target.value;
              setDraft(day);
              if (parseDay(day) !== undefined && day >= FIRST_DAY && day <= today())
                change({ when: day }, { replace: true });
            }}
          />
        </label>
        <DaySlider label={t({ message: "Year", comment: "Label of the slider over years" })} />
        <div className="when-milestones">
          <Button onPress={() => change({ when: undefined })}>
            <Trans comment="Button: choose today's date">Today</Trans>
          </Button>
          {MILESTONES.map((day) => (
            <Button key={day} onPress={() => change({ when: day })}>
              {format.shortDay(day)}
            </Button>
          ))}
        </div>
        <p className="small quiet">
          <Trans comment="Beneath the milestones of the date choice">
            2 December 1949: first global convention adopted. 15 November 2000: Trafficking Protocol adopted.
            25 December 2003: it entered into force. 30 July 2010: Global Plan of Action.
          </Trans>
        </p>
      </Dialog>
    </Popover>
  );
}
