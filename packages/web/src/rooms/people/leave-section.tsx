import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { apiAddress } from "../../shell/api.ts";
import { Section } from "../../ui/page.tsx";
import { Field, Form } from "./form.tsx";
import { tell } from "./people-api.ts";
import { type OwnAccount, useForget } from "./session.ts";

/** Taking out what is kept about oneself, and removing the account. */
export function LeaveSection({ account }: { account: OwnAccount }) {
  const { t } = useLingui();
  const forget = useForget();
  const navigate = useNavigate();
  return (
    <Section title={t({ message: "Your data", comment: "Heading" })}>
      <p>
        <a href={apiAddress("/me/export")} download>
          <Trans comment="Link to a file">All that is kept about you, as a file (JSON)</Trans>
        </a>
      </p>
      <details className="people-leave">
        <summary>
          <Trans comment="Opens a form">Remove this account</Trans>
        </summary>
        <p className="quiet measure">
          <Trans comment="Before removing an account">
            Name, address, ways of signing in and memberships are deleted at once and can’t be brought back.
            The log of what was done keeps an id that names nobody any more.
          </Trans>
        </p>
        <Form
          action={t({ message: "Remove the account", comment: "Button" })}
          onSend={async ({ email }) => {
            await tell("DELETE", "/me/account", { email });
            await navigate({ to: "/" });
            await forget();
          }}
        >
          <Field
            label={t({
              message: "Type your e-mail address",
              comment: "Field: so that nobody does it by mistake",
            })}
            hint={account.email}
            name="email"
            type="email"
            autoComplete="off"
            dir="ltr"
          />
        </Form>
      </details>
    </Section>
  );
}
