import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect } from "react";

interface PageProps {
  title: string;
  /** One or two sentences that answer the page's question in words. */
  lead?: ReactNode;
  /** Small controls that belong to the whole page. */
  tools?: ReactNode;
  /** Tables may use the whole width of the window. */
  wide?: boolean;
  /** The title is for readers of the tab and for screen readers only: the lead speaks for it on screen. */
  hideTitle?: boolean;
  children: ReactNode;
}

/** A page: its heading, its answer in words, and what follows. Every page is one of these. */
export function Page({ title, lead, tools, wide = false, hideTitle = false, children }: PageProps) {
  const { t } = useLingui();
  const product = t({ message: "Concord", comment: "Name of the product; not translated" });
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className={wide ? "page page-wide" : "page"}>
      <header className="page-head">
        <div className="page-words">
          <h1 className={hideTitle ? "visually-hidden" : undefined}>{title}</h1>
          {lead !== undefined && <div className="lead">{lead}</div>}
        </div>
        {tools !== undefined && <div className="page-tools">{tools}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  id?: string;
  /** A sentence on what the section shows. */
  intro?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its own heading. */
export function Section({ title, id, intro, children }: SectionProps) {
  return (
    <section className="section" {...(id ? { id } : {})}>
      <h2>{title}</h2>
      {intro !== undefined && <p className="quiet measure">{intro}</p>}
      {children}
    </section>
  );
}
