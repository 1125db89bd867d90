import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useRef } from "react";
import { LAW_PAGES } from "./pages.ts";

const SHOWN = 4;

/** On a phone: the first pages at the bottom, within reach of the thumb, the others behind "More". */
export function PhoneNavigation({ label }: { label: string }) {
  const { t, i18n } = useLingui();
  const rest = useRef<HTMLDetailsElement>(null);
  const more = t({ message: "More", comment: "Opens the remaining pages on a phone" });
  return (
    <nav className="phone-nav" aria-label={label}>
      {LAW_PAGES.slice(0, SHOWN).map(({ to, name, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className="phone-page"
          activeOptions={{ exact: to === "/", includeSearch: false }}
        >
          <Icon aria-hidden size={20} />
          {i18n._(name)}
        </Link>
      ))}
      <details ref={rest} className="phone-rest">
        <summary className="phone-page">
          <Ellipsis aria-hidden size={20} />
          {more}
        </summary>
        <div className="phone-more popover">
          {LAW_PAGES.slice(SHOWN).map(({ to, name, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className="phone-more-page"
              activeOptions={{ includeSearch: false }}
              onClick={() => rest.current?.removeAttribute("open")}
            >
              <Icon aria-hidden size={18} />
              {i18n._(name)}
            </Link>
          ))}
        </div>
      </details>
    </nav>
  );
}
