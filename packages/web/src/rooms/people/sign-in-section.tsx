import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Field, Form } from "./form.tsx";
import { PassPhraseField } from "./pass-phrase-field.tsx";
import { signInAsk } from "./people-api.ts";
import { type OwnAccount, useForget } from "./session.ts";

/** Changing pass phrase and address. */
export function SignInSection({ account }: { account: OwnAccount }) {
  const { t } = useLingui();
  const forget = useForget();
  const [changed, setChanged] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <section className="card section" aria-labelledby="how-to-sign-in">
      <h2 id="how-to-sign-in">
        <Trans comment="Heading">Pass phrase and address</Trans>
      </h2>
      <Form
        action={t({ message: "Change the pass phrase", comment: "Button" })}
        onSend={async ({ current, passPhrase }) => {
          await signInAsk("/change-password", { currentPassword: current, newPassword: passPhrase });
          await forget();
          setChanged(true);
        }}
        also={
          changed && (
            <span className="quiet">
              <Trans comment="After changing the pass phrase">Changed; your other sessions have ended.</Trans>
            </span>
          )
        }
      >
        <Field
          label={t({ message: "Present pass phrase", comment: "Field" })}
          name="current"
          type="password"
          autoComplete="current-password"
          dir="ltr"
        />
        <PassPhraseField />
      </Form>
      <Form
        action={t({ message: "Change the address", comment: "Button" })}
        onSend={async ({ newEmail }) => {
          await signInAsk("/change-email", { newEmail });
          setAsked(true);
        }}
        also={
          asked && (
            <span className="quiet">
              <Trans comment="After asking to change the address; address">
                A letter is on its way to {account.email}: confirm there first.
              </Trans>
            </span>
          )
        }
      >
        <Field
          label={t({ message: "New e-mail address", comment: "Field" })}
          name="newEmail"
          type="email"
          autoComplete="email"
          dir="ltr"
        />
      </Form>
    </section>
  );
}
