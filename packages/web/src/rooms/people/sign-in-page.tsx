import "./people.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Field, Form, useWork } from "./form.tsx";
import { canUsePasskeys, signInWithPasskey } from "./passkey.ts";
import { Refused, signInAsk } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { SecondStep } from "./second-step.tsx";
import { useForget } from "./session.ts";

const route = getRouteApi("/people/people/sign-in");

/** After signing in: back to the account, from where everything is reached. */
function useArrive() {
  const navigate = useNavigate();
  const forget = useForget();
  return async () => {
    await forget();
    await navigate({ to: "/people/account" });
  };
}

/** Signing in: pass phrase, then the second factor where there is one; a passkey; single sign-on. */
export function SignInPage() {
  const { t } = useLingui();
  const [second, setSecond] = useState(false);
  const arrive = useArrive();
  const { error } = route.useSearch();
  const title = second
    ? t({ message: "One more step", comment: "Heading: the second factor is asked for" })
    : t({ message: "Sign in", comment: "Heading of the page" });
  return (
    <Page
      title={title}
      lead={
        second ? undefined : (
          <Trans comment="Under the heading of the page for signing in">
            Reading needs no account. An account is made from an invitation.
          </Trans>
        )
      }
    >
      {error !== undefined && !second && (
        <RefusalNotice error={new Refused(0, error === "INVALID_TOKEN" ? error : "sso", error, 0)} />
      )}
      {second ? (
        <SecondStep onDone={arrive} onAgain={() => setSecond(false)} />
      ) : (
        <div className="columns people-ways">
          <PassPhrase onDone={arrive} onSecond={() => setSecond(true)} />
          <OtherWays onDone={arrive} />
        </div>
      )}
    </Page>
  );
}

function PassPhrase({ onDone, onSecond }: { onDone: () => Promise<void>; onSecond: () => void }) {
  const { t } = useLingui();
  return (
    <section className="card section" aria-labelledby="by-pass-phrase">
      <h2 id="by-pass-phrase">
        <Trans comment="Heading: way of signing in">With your pass phrase</Trans>
      </h2>
      <Form
        action={t({ message: "Sign in", comment: "Button" })}
        onSend={async ({ email, password }) => {
          const said = await signInAsk<{ twoFactorRedirect?: boolean }>("/sign-in/email", {
            email,
            password,
          });
          if (said.twoFactorRedirect) onSecond();
          else await onDone();
        }}
        also={
          <Link to="/people/forgotten">
            <Trans comment="Link under the form for signing in">Pass phrase forgotten?</Trans>
          </Link>
        }
      >
        <Field
          label={t({ message: "E-mail address", comment: "Field" })}
          name="email"
          type="email"
          autoComplete="username webauthn"
          dir="ltr"
        />
        <Field
          label={t({ message: "Pass phrase", comment: "Field" })}
          name="password"
          type="password"
          autoComplete="current-password"
          dir="ltr"
        />
      </Form>
    </section>
  );
}

function OtherWays({ onDone }: { onDone: () => Promise<void> }) {
  const { data: ways } = useQuery({
    queryKey: ["people", "ways"],
    queryFn: () => signInAsk<{ sso: string | null }>("/ways"),
  });
  const { busy, refused, run } = useWork();
  const { sso = null } = ways ?? {};
  async function throughProvider() {
    const { url } = await signInAsk<{ url: string }>("/sign-in/social", {
      provider: "sso",
      callbackURL: "/people/account",
      errorCallbackURL: "/people/sign-in",
    });
    window.location.assign(url);
  }
  return (
    <section className="card section" aria-labelledby="other-ways">
      <h2 id="other-ways">
        <Trans comment="Heading: ways of signing in">Without a pass phrase</Trans>
      </h2>
      <p className="quiet">
        <Trans comment="What a passkey is">
          A passkey is kept by your phone, your computer or a security key, and can’t be given away by
          mistake.
        </Trans>
      </p>
      <div className="people-actions">
        <Button
          isDisabled={busy || !canUsePasskeys()}
          onPress={() => void run(async () => signInWithPasskey().then(onDone))}
        >
          <Trans comment="Button">Sign in with a passkey</Trans>
        </Button>
        {sso !== null && (
          <Button isDisabled={busy} onPress={() => void run(throughProvider)}>
            <Trans comment="Button; the name is that of an identity provider">Sign in through {sso}</Trans>
          </Button>
        )}
      </div>
      <div aria-live="polite">
        <RefusalNotice error={refused} />
      </div>
    </section>
  );
}
