import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components/I18nProvider";
import { useAsking } from "./asking.ts";
import { ContextBar } from "./context-bar.tsx";
import { Header } from "./header.tsx";
import { INTL_LOCALE } from "./language.ts";
import { useSettleDay } from "./live-day.ts";
import { NamesContext, useMadeNames } from "./names.ts";
import { PhoneNavigation } from "./phone-navigation.tsx";

/** What stands around every page: header, context bar, the page itself, and a line on what this is. */
export function Frame() {
  const { t } = useLingui();
  const { language, when } = useAsking();
  const { pathname } = useLocation();
  const names = useMadeNames();
  useSettleDay(when);
  const main = useRef<HTMLElement>(null);
  const visited = useRef(pathname);

  // After going to another page, reading aloud and the keyboard start at the page, not at the link left behind.
  useEffect(() => {
    if (visited.current === pathname) return;
    visited.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <AriaLocale locale={INTL_LOCALE[language]}>
      <NamesContext value={names}>
        <a className="skip-link" href="#main">
          <Trans comment="First link of every page, for keyboard users">Skip to the page</Trans>
        </a>
        <Header />
        {!pathname.startsWith("/people/") && <ContextBar />}
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
        <footer className="footer">
          <p>
            <Trans comment="Foot of every page">
              Boundaries and names shown imply no opinion on the legal status of any territory. Paraphrases
              are pointers, not the text of a treaty.
            </Trans>
          </p>
        </footer>
        <PhoneNavigation
          label={t({ message: "Pages", comment: "Name of the navigation between pages, read aloud" })}
        />
      </NamesContext>
    </AriaLocale>
  );
}
