import "./people.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Field, Form } from "./form.tsx";
import { linkToken } from "./link-token.ts";
import { PassPhraseField } from "./pass-phrase-field.tsx";
import { signInAsk } from "./people-api.ts";

/** Asking for a link with which a new pass phrase is chosen. */
export function ForgottenPage() {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  return (
    <Page title={t({ message: "A new pass phrase", comment: "Heading of the page" })}>
      {asked ? (
        <Notice kind="empty">
          <Trans comment="After asking for a new pass phrase; doesn't tell whether there is an account">
            If this address has an account, a letter with a link is on its way. The link works for an hour. No
            letter after some minutes? Look among the unwanted mail, or ask whoever invited you.
          </Trans>
        </Notice>
      ) : (
        <section className="card section people-narrow">
          <Form
            action={t({ message: "Send me a link", comment: "Button" })}
            onSend={async ({ email }) => {
              await signInAsk("/request-password-reset", { email });
              setAsked(true);
            }}
          >
            <Field
              label={t({ message: "E-mail address", comment: "Field" })}
              name="email"
              type="email"
              autoComplete="username"
              dir="ltr"
            />
          </Form>
        </section>
      )}
    </Page>
  );
}

/** Choosing the new pass phrase, from the mailed link. */
export function NewPassPhrasePage() {
  const { t } = useLingui();
  const [token] = useState(linkToken);
  const [chosen, setChosen] = useState(false);
  return (
    <Page title={t({ message: "Choose a new pass phrase", comment: "Heading of the page" })}>
      {chosen ? (
        <Notice
          kind="empty"
          actions={
            <Link to="/people/sign-in" className="button button-primary">
              <Trans comment="Link">Sign in</Trans>
            </Link>
          }
        >
          <Trans comment="After a new pass phrase was chosen">
            The new pass phrase holds from now on. You are signed out everywhere.
          </Trans>
        </Notice>
      ) : (
        <section className="card section people-narrow">
          <Form
            action={t({ message: "Choose it", comment: "Button: choose the new pass phrase" })}
            onSend={async ({ passPhrase }) => {
              await signInAsk("/reset-password", { token, newPassword: passPhrase });
              setChosen(true);
            }}
            also={
              <Link to="/people/forgotten">
                <Trans comment="Link">Ask for a new link</Trans>
              </Link>
            }
          >
            <PassPhraseField />
          </Form>
        </section>
      )}
    </Page>
  );
}
