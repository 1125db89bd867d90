import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";

interface ButtonProps extends AriaButtonProps {
  children: ReactNode;
  /** `primary` for the one thing to do on a page, `quiet` for actions beside a figure. */
  kind?: "plain" | "primary" | "quiet";
}

/** A button with words. */
export function Button({ kind = "plain", children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${kind}`}>
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends AriaButtonProps {
  /** What the button does, read aloud and shown on hover. */
  label: string;
  children: ReactNode;
}

/** A button with an icon only. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className="button button-icon">
      <span className="icon-hint" data-hint={label} aria-hidden />
      {children}
    </AriaButton>
  );
}
