import "./people.css";
import type { Role } from "@concord/core/access";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useAsking } from "../../shell/asking.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Field, Form, useWork } from "./form.tsx";
import { linkToken } from "./link-token.ts";
import { PassPhraseField } from "./pass-phrase-field.tsx";
import { signInAsk, tell } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useRoleName } from "./role-words.ts";
import { useForget, useMe } from "./session.ts";

interface Invitation {
  standing: "open" | "expired" | "used" | "withdrawn";
  actor: string;
  actorName: string;
  role: Role;
  /** Masked; null: printed on the console, whoever takes it up names the address. */
  address: string | null;
  hasAccount: boolean;
}

/** Taking up an invitation, the very first included; an expired one leads to a new link, a used one to signing in. */
export function InvitationPage() {
  const { t } = useLingui();
  const [token] = useState(linkToken);
  const roleName = useRoleName();
  const { data: invitation, error } = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => tell<Invitation>("POST", "/invitations/look", { token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const title = t({ message: "Invitation", comment: "Heading of the page" });
  if (error) return <Page title={title}>{<RefusalNotice error={error} />}</Page>;
  if (!invitation) return <Page title={title}>{null}</Page>;
  const role = roleName(invitation.role);
  return (
    <Page
      title={title}
      lead={
        <Trans comment="Under the heading; name of an actor, then a role">
          You are invited to act for {invitation.actorName} as {role}.
        </Trans>
      }
    >
      <Content invitation={invitation} token={token} />
    </Page>
  );
}

function Content({ invitation, token }: { invitation: Invitation; token: string }) {
  const me = useMe();
  const { standing } = invitation;
  if (standing === "expired") return <Expired invitation={invitation} token={token} />;
  if (standing !== "open")
    return (
      <Notice kind="empty" actions={<SignInLink />}>
        {standing === "used" ? (
          <Trans comment="The link of an invitation was used before">
            This invitation was taken up. Sign in with the address to which it went.
          </Trans>
        ) : (
          <Trans comment="The invitation was withdrawn">
            This invitation was withdrawn. Ask whoever invited you.
          </Trans>
        )}
      </Notice>
    );
  if (me?.account) return <Join token={token} />;
  if (invitation.hasAccount)
    return (
      <Notice kind="empty" actions={<SignInLink />}>
        <Trans comment="The invited address has an account">
          Your address has an account. Sign in, then open the link of the letter again.
        </Trans>
      </Notice>
    );
  return <NewAccount invitation={invitation} token={token} />;
}

function SignInLink() {
  return (
    <Link to="/people/sign-in" className="button button-primary">
      <Trans comment="Link">Sign in</Trans>
    </Link>
  );
}

function Expired({ invitation, token }: { invitation: Invitation; token: string }) {
  const [sent, setSent] = useState(false);
  const { busy, refused, run } = useWork();
  if (sent)
    return (
      <Notice kind="empty">
        <Trans comment="After asking for a new link; address in masked form">
          A new link is on its way to {invitation.address}. It works for two weeks.
        </Trans>
      </Notice>
    );
  const ask = async () => {
    await tell("POST", "/invitations/new-link", { token });
    setSent(true);
  };
  return (
    <>
      <Notice
        kind="partial"
        actions={
          <Button kind="primary" isDisabled={busy} onPress={() => void run(ask)}>
            <Trans comment="Button">Send me a new link</Trans>
          </Button>
        }
      >
        <Trans comment="An invitation has expired">
          The link has expired. A new one goes to the address that was invited, and nowhere else.
        </Trans>
      </Notice>
      <RefusalNotice error={refused} />
    </>
  );
}

/** Somebody who is signed in takes the invitation up with the account they have. */
function Join({ token }: { token: string }) {
  const forget = useForget();
  const navigate = useNavigate();
  const { busy, refused, run } = useWork();
  const join = async () => {
    await tell("POST", "/me/memberships", { token });
    await forget();
    await navigate({ to: "/people/account" });
  };
  return (
    <section className="section">
      <div className="people-actions">
        <Button kind="primary" isDisabled={busy} onPress={() => void run(join)}>
          <Trans comment="Button: take up an invitation with the account that is signed in">
            Take it up with my account
          </Trans>
        </Button>
      </div>
      <RefusalNotice error={refused} />
    </section>
  );
}

function NewAccount({ invitation, token }: { invitation: Invitation; token: string }) {
  const { t } = useLingui();
  const { language } = useAsking();
  const forget = useForget();
  const navigate = useNavigate();
  return (
    <section className="card section people-narrow">
      <h2>
        <Trans comment="Heading above a form">Make your account</Trans>
      </h2>
      {invitation.address !== null && (
        <p className="quiet">
          <Trans comment="Address in masked form">You sign in with the address {invitation.address}.</Trans>
        </p>
      )}
      <Form
        action={t({ message: "Make the account", comment: "Button" })}
        onSend={async ({ name, email, passPhrase }) => {
          const made = await tell<{ email: string }>("POST", "/invitations/acceptance", {
            token,
            name,
            passPhrase,
            language,
            ...(email ? { email } : {}),
          });
          await signInAsk("/sign-in/email", { email: made.email, password: passPhrase });
          await forget();
          await navigate({ to: "/people/account", hash: "second-factor" });
        }}
      >
        <Field
          label={t({ message: "Your name", comment: "Field" })}
          name="name"
          autoComplete="name"
          dir="auto"
        />
        {invitation.address === null && (
          <Field
            label={t({ message: "E-mail address", comment: "Field" })}
            name="email"
            type="email"
            autoComplete="username"
            dir="ltr"
          />
        )}
        <PassPhraseField />
      </Form>
    </section>
  );
}
