import { CircleHelp, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const ICONS = { empty: Info, partial: CircleHelp, problem: TriangleAlert };

interface NoticeProps {
  /** `empty`: nothing to show, and that is an answer; `partial`: something is unknown, and why; `problem`: something went wrong. */
  kind: "empty" | "partial" | "problem";
  title?: string;
  children: ReactNode;
  /** What to do next: links or buttons. */
  actions?: ReactNode;
}

/** Says what is not there: what it means and what can be done. */
export function Notice({ kind, title, children, actions }: NoticeProps) {
  const Icon = ICONS[kind];
  return (
    <div className={`notice notice-${kind}`} role={kind === "problem" ? "alert" : undefined}>
      <Icon aria-hidden size={20} />
      <div className="notice-words">
        {title !== undefined && <p className="notice-title">{title}</p>}
        <div>{children}</div>
        {actions !== undefined && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
