import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { LAW_PAGES } from "./pages.ts";

const SHOWN = 4;

/** On a phone: the first pages at the bottom, within reach of the thumb, the others behind "More". */
export function PhoneNavigation({ label }: { label: string }) {
  const { t, i18n } = useLingui();
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
      <DialogTrigger>
        <Button className="phone-page">
          <Ellipsis aria-hidden size={20} />
          {more}
        </Button>
        <Popover className="popover" placement="top end">
          <Dialog className="phone-more" aria-label={more}>
            {({ close }) =>
              LAW_PAGES.slice(SHOWN).map(({ to, name, icon: Icon }) => (
                <Link key={to} to={to} className="phone-more-page" onClick={close}>
                  <Icon aria-hidden size={18} />
                  {i18n._(name)}
                </Link>
              ))
            }
          </Dialog>
        </Popover>
      </DialogTrigger>
    </nav>
  );
}
