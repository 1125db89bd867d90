import type { Language } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { CircleUser } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { signInAsk, tell } from "./people-api.ts";
import { loadPeopleWords } from "./people-words.ts";
import { useRoleName } from "./role-words.ts";
import { useForget, useMe, useOwnAccount } from "./session.ts";

interface AccountMenuProps {
  language: Language;
  /** What stands there for whoever isn't signed in after all. */
  signIn: ReactNode;
}

/** "You act for …", the choice among one's actors, and the pages about people. */
export default function AccountMenu({ language, signIn }: AccountMenuProps) {
  useSuspenseQuery({
    queryKey: ["words", "people", language],
    queryFn: () => loadPeopleWords(language).then(() => true),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const me = useMe();
  const account = useOwnAccount();
  if (me && me.account === null) return signIn;
  if (!me || !account) return <span className="account-entry" />;
  return <Menu />;
}

function Menu() {
  const { t } = useLingui();
  const me = useMe();
  const account = useOwnAccount();
  const forget = useForget();
  const navigate = useNavigate();
  const roleName = useRoleName();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  const live = (account?.memberships ?? []).filter((membership) => membership.live);
  const acting = live.find(({ actor }) => actor === me?.actor);
  const may = (deed: string) => me?.may.includes(deed) ?? false;

  async function actFor(actor: string) {
    await tell("PUT", "/me/acting", { actor });
    await forget();
    close();
  }
  async function signOut() {
    await signInAsk("/sign-out", {});
    close();
    // The way in shows only once one has arrived: whoever takes it at once isn't led away again.
    await navigate({ to: "/" });
    await forget();
  }
  return (
    <details
      ref={menu}
      className="account-menu"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <summary
        className="account-entry"
        aria-label={
          acting
            ? t({
                message: `Your account: you act for ${acting.actorName}`,
                comment: "Read aloud: button in the header that opens the menu of the account",
              })
            : `${t({
                message: "Your account",
                comment: "Button in the header that opens the menu of the account",
              })}: ${account?.name}`
        }
      >
        <CircleUser aria-hidden size={18} />
        <span className="account-acting">{acting?.actorName ?? account?.name}</span>
      </summary>
      <div className="account-choices popover">
        <p className="account-who">
          <strong dir="auto">{account?.name}</strong>
          <br />
          {acting ? (
            <Trans comment="Menu of the account; name of an actor, then a role">
              You act for {acting.actorName} as {roleName(acting.role)}
            </Trans>
          ) : (
            <Trans comment="Menu of the account">You act for nobody at present</Trans>
          )}
        </p>
        {live.length > 1 && (
          <ul
            className="account-actors"
            aria-label={t({ message: "Act for", comment: "Choice of the actor for whom one acts" })}
          >
            {live.map(({ actor, actorName, role }) => (
              <li key={actor}>
                <button
                  type="button"
                  className="account-choice"
                  aria-pressed={actor === me?.actor}
                  onClick={() => void actFor(actor)}
                >
                  <span dir="auto">{actorName}</span> <span className="quiet">{roleName(role)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <Link to="/people/account" className="account-choice" onClick={close}>
          <Trans comment="Link to the page about one's own account">Account</Trans>
        </Link>
        {may("membership.see") && (
          <Link to="/people/actor" className="account-choice" onClick={close}>
            <Trans comment="Link to the page that lists who acts for one's actor">People</Trans>
          </Link>
        )}
        {may("actor.admit") && (
          <Link to="/people/actors" className="account-choice" onClick={close}>
            <Trans comment="Link to the page of admitted organizations">Admitted organizations</Trans>
          </Link>
        )}
        {may("actor.admit") && (
          <Link to="/people/access" className="account-choice" onClick={close}>
            <Trans comment="Link to the page that lists who has access to what">Who has access</Trans>
          </Link>
        )}
        <button type="button" className="account-choice" onClick={() => void signOut()}>
          <Trans comment="Button that ends the session">Sign out</Trans>
        </button>
      </div>
    </details>
  );
}
