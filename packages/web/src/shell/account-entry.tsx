import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleUser } from "lucide-react";
import { lazy, Suspense } from "react";
import { useAsking } from "./asking.ts";
import { useMaybeSignedIn } from "./signed-in.ts";

const AccountMenu = lazy(() => import("../rooms/people/account-menu.tsx"));

/** In the header: the way in, or for whom the person acts. Whoever never signed in here loads nothing for it. */
export function AccountEntry() {
  const { language } = useAsking();
  const maybeSignedIn = useMaybeSignedIn();
  const signIn = (
    <Link to="/people/sign-in" className="account-entry">
      <CircleUser aria-hidden size={18} className="account-picture" />
      <span className="account-word">
        <Trans comment="Link in the header">Sign in</Trans>
      </span>
    </Link>
  );
  if (!maybeSignedIn) return signIn;
  return (
    <Suspense fallback={signIn}>
      <AccountMenu language={language} signIn={signIn} />
    </Suspense>
  );
}
