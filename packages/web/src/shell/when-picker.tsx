import { useLingui } from "@lingui/react/macro";
import { CalendarDays, ChevronDown } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useAsking } from "./asking.ts";
import { LiveDayText } from "./live-day-text.tsx";

const WhenPanel = lazy(async () => ({ default: (await import("./when-panel.tsx")).WhenPanel }));

/** The day asked about; opens the panel that chooses it. */
export function WhenPicker() {
  const { t } = useLingui();
  const { isToday } = useAsking();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="when-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <CalendarDays aria-hidden size={16} />
        <span className="visually-hidden">
          {t({ message: "When:", comment: "Before the date, read aloud" })}
        </span>
        <span className="numbers">
          <LiveDayText form="shortDay" />
        </span>
        {isToday && (
          <span className="quiet">
            {t({
              message: "today",
              comment: "After the current date, in the button that opens the date choice",
            })}
          </span>
        )}
        <ChevronDown aria-hidden size={16} />
      </button>
      <Suspense>{open && <WhenPanel button={button} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
