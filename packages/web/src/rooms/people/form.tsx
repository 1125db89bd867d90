import { type ComponentProps, type ReactNode, useCallback, useId, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { RefusalNotice } from "./refusal-words.tsx";

/** Runs one thing at a time and keeps what was refused. */
export function useWork() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setRefused(undefined);
    try {
      await work();
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, refused, run };
}

interface RowButtonProps extends Omit<ComponentProps<typeof Button>, "kind"> {
  /** The row that it acts on, for whoever hears the button without its row: read aloud after what the button says. */
  row: string;
}

/** A quiet button beside a row of a list. Its name begins with what it says, so that it can be called by voice. */
export function RowButton({ row, children, ...rest }: RowButtonProps) {
  return (
    <Button kind="quiet" {...rest}>
      {children}
      <span className="visually-hidden">: {row}</span>
    </Button>
  );
}

interface FormProps {
  /** What the button says. */
  action: string;
  onSend: (values: Record<string, string>) => Promise<unknown>;
  children: ReactNode;
  /** Beside the button. */
  also?: ReactNode;
}

/** Fields with one button. What was typed stays when something is refused. */
export function Form({ action, onSend, children, also }: FormProps) {
  const { busy, refused, run } = useWork();
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault();
        const values = Object.fromEntries(
          [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
        );
        void run(() => onSend(values));
      }}
    >
      {children}
      <div aria-live="polite">
        <RefusalNotice error={refused} />
      </div>
      <div className="people-actions">
        <Button type="submit" kind="primary" isDisabled={busy}>
          {action}
        </Button>
        {also}
      </div>
    </form>
  );
}

interface FieldProps extends Omit<ComponentProps<"input">, "className"> {
  label: string;
  name: string;
  /** A sentence beneath: what is asked for. */
  hint?: string;
}

/** A line to type into, with its label above. */
export function Field({ label, hint, ...rest }: FieldProps) {
  const hintId = useId();
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="input" required {...rest} {...(hint ? { "aria-describedby": hintId } : {})} />
      {hint && (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      )}
    </label>
  );
}
