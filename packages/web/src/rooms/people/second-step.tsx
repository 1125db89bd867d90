import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Field, Form } from "./form.tsx";
import { signInAsk } from "./people-api.ts";

interface SecondStepProps {
  onDone: () => Promise<void>;
  /** Back to the pass phrase. */
  onAgain: () => void;
}

/** The second factor: the code that an app shows, or one of the recovery codes. */
export function SecondStep({ onDone, onAgain }: SecondStepProps) {
  const { t } = useLingui();
  const [recovery, setRecovery] = useState(false);
  return (
    <section className="card section people-narrow">
      <Form
        key={recovery ? "recovery" : "code"}
        action={t({ message: "Continue", comment: "Button" })}
        onSend={async ({ code = "" }) => {
          const path = recovery ? "/two-factor/verify-backup-code" : "/two-factor/verify-totp";
          await signInAsk(path, { code: code.replace(/\s/g, "") });
          await onDone();
        }}
        also={
          <>
            <Button kind="quiet" onPress={() => setRecovery(!recovery)}>
              {recovery
                ? t({ message: "Use the app instead", comment: "Button: a code from the authenticator app" })
                : t({ message: "Use a recovery code", comment: "Button: when the phone isn’t at hand" })}
            </Button>
            <Button kind="quiet" onPress={onAgain}>
              <Trans comment="Button: back to the pass phrase">Begin again</Trans>
            </Button>
          </>
        }
      >
        {recovery ? (
          <Field
            label={t({ message: "Recovery code", comment: "Field" })}
            hint={t({ message: "Each works once.", comment: "Under the field for a recovery code" })}
            name="code"
            autoComplete="off"
            dir="ltr"
          />
        ) : (
          <Field
            label={t({ message: "Code from your app", comment: "Field: six digits" })}
            hint={t({
              message: "Six digits, new every 30 seconds.",
              comment: "Under the field for the code",
            })}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
          />
        )}
      </Form>
    </section>
  );
}
