import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { Field, Form } from "./form.tsx";
import { signInAsk } from "./people-api.ts";
import { type OwnAccount, useForget } from "./session.ts";

interface Setup {
  totpURI: string;
  backupCodes: string[];
}

/** Turning the second factor on and off: an app that shows a code, and recovery codes for when it is lost. */
export function SecondFactorSection({ account }: { account: OwnAccount }) {
  const { t } = useLingui();
  const forget = useForget();
  const [setup, setSetup] = useState<Setup>();
  const passPhrase = (
    <Field
      label={t({ message: "Pass phrase", comment: "Field" })}
      name="password"
      type="password"
      autoComplete="current-password"
      dir="ltr"
    />
  );
  return (
    <section className="card section" id="second-factor" aria-labelledby="second-factor-title">
      <h2 id="second-factor-title">
        <Trans comment="Heading: time-based codes">Second factor</Trans>
      </h2>
      {setup && !account.secondFactor && <Confirm setup={setup} onDone={forget} />}
      {setup && account.secondFactor && <RecoveryCodes codes={setup.backupCodes} />}
      {account.secondFactor ? (
        <>
          <p>
            <Trans comment="The second factor is on">
              On: after your pass phrase, a code from your app is asked for.
            </Trans>
          </p>
          <Form
            action={t({ message: "Turn it off", comment: "Button: the second factor" })}
            onSend={async ({ password }) => {
              await signInAsk("/two-factor/disable", { password });
              setSetup(undefined);
              await forget();
            }}
          >
            {passPhrase}
          </Form>
        </>
      ) : (
        !setup && (
          <>
            <p className="quiet">
              <Trans comment="What the second factor is for">
                An app on your phone shows a code that changes every 30 seconds. Whoever learns your pass
                phrase still can’t sign in.
              </Trans>
            </p>
            <Form
              action={t({ message: "Set it up", comment: "Button: the second factor" })}
              onSend={async ({ password }) =>
                setSetup(await signInAsk<Setup>("/two-factor/enable", { password }))
              }
            >
              {passPhrase}
            </Form>
          </>
        )
      )}
    </section>
  );
}

function Confirm({ setup, onDone }: { setup: Setup; onDone: () => Promise<void> }) {
  const { t } = useLingui();
  const key = new URL(setup.totpURI).searchParams.get("secret") ?? "";
  return (
    <>
      <p>
        <Trans comment="Setting up the second factor">
          Scan this with your app, or type the key there. Then type the code that it shows.
        </Trans>
      </p>
      <QrCode text={setup.totpURI} />
      <p>
        <span className="field-label">
          <Trans comment="Above the key in letters, for typing into an app">Key</Trans>
        </span>
        <br />
        <code className="people-key" dir="ltr">
          {key.replace(/(.{4})/g, "$1 ").trim()}
        </code>
      </p>
      <Form
        action={t({ message: "Turn it on", comment: "Button: the second factor" })}
        onSend={async ({ code = "" }) => {
          await signInAsk("/two-factor/verify-totp", { code: code.replace(/\s/g, "") });
          await onDone();
        }}
      >
        <Field
          label={t({ message: "Code from your app", comment: "Field: six digits" })}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
        />
      </Form>
    </>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p>
        <strong>
          <Trans comment="Above the list of recovery codes">
            Keep these recovery codes on paper; each works once. They are not shown again.
          </Trans>
        </strong>
      </p>
      <ul className="people-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The text as a square for a camera; drawn here, so that the key goes to nobody. */
function QrCode({ text }: { text: string }) {
  const { t } = useLingui();
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    void import("qrcode").then(async ({ default: drawing }) => {
      const svg = await drawing.toString(text, { type: "svg", margin: 2 });
      setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    });
  }, [text]);
  if (!picture) return <div className="people-qr" />;
  const words = t({ message: "The key as a picture to scan", comment: "Read aloud: QR code" });
  return <img className="people-qr" src={picture} alt={words} width={200} height={200} />;
}
