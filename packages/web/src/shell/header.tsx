import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { AccountEntry } from "./account-entry.tsx";
import { LanguagePicker } from "./language-picker.tsx";
import { LAW_PAGES } from "./pages.ts";
import { SchemeSwitch } from "./scheme-switch.tsx";
import { SearchBox } from "./search-box.tsx";

/** Name of the product, the rooms, search, language and colours; beneath, the pages of the room. */
export function Header() {
  const { t } = useLingui();
  return (
    <header className="header">
      <div className="header-row">
        <Link to="/" className="brand">
          <img src="/mark.svg" alt="" width={24} height={24} />
          <span>Concord</span>
        </Link>
        <nav
          className="rooms"
          aria-label={t({ message: "Rooms", comment: "Name of the main navigation, read aloud" })}
        >
          <Link to="/" className="room" data-current>
            <Trans comment="Name of the room about treaties: what law binds states to">Law</Trans>
          </Link>
        </nav>
        <SearchBox />
        <LanguagePicker />
        <SchemeSwitch />
        <AccountEntry />
      </div>
    </header>
  );
}

/** The pages of the room, as a row of links. */
export function RoomPages() {
  const { t, i18n } = useLingui();
  return (
    <nav
      className="room-pages"
      aria-label={t({ message: "Pages", comment: "Name of the navigation between pages, read aloud" })}
    >
      {LAW_PAGES.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className="room-page"
          activeOptions={{ exact: to === "/", includeSearch: false }}
        >
          {i18n._(name)}
        </Link>
      ))}
    </nav>
  );
}
