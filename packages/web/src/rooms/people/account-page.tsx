import "./people.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { LeaveSection } from "./leave-section.tsx";
import { PasskeySection } from "./passkey-section.tsx";
import { ProfileSection } from "./profile-section.tsx";
import { RoleList } from "./role-list.tsx";
import { SecondFactorSection } from "./second-factor-section.tsx";
import { useMe, useOwnAccount } from "./session.ts";
import { SessionSection } from "./session-section.tsx";
import { SignInSection } from "./sign-in-section.tsx";

/** One's own account: for whom one acts, how one signs in, where one is signed in, and how to take everything out. */
export function AccountPage() {
  const { t } = useLingui();
  const me = useMe();
  const account = useOwnAccount();
  const title = t({ message: "Your account", comment: "Heading of the page" });
  if (me && me.account === null) return <SignedOut title={title} />;
  if (!me || !account) return <Page title={title}>{null}</Page>;
  return (
    <Page
      title={title}
      lead={
        <>
          <strong dir="auto">{account.name}</strong> · <span dir="ltr">{account.email}</span>
        </>
      }
    >
      <Section title={t({ message: "For whom you act", comment: "Heading" })}>
        <RoleList account={account} me={me} />
      </Section>
      <div className="columns">
        <ProfileSection account={account} />
        <SignInSection account={account} />
        <SecondFactorSection account={account} />
        <PasskeySection />
      </div>
      <SessionSection />
      <LeaveSection account={account} />
    </Page>
  );
}

/** A page that only whoever is signed in can see. */
export function SignedOut({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Notice
        kind="empty"
        actions={
          <Link to="/people/sign-in" className="button button-primary">
            <Trans comment="Link">Sign in</Trans>
          </Link>
        }
      >
        <Trans comment="On a page that needs an account">You are not signed in.</Trans>
      </Notice>
    </Page>
  );
}
