import "./people.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useWork } from "./form.tsx";
import { linkToken } from "./link-token.ts";
import { signInAsk } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";

/** Confirms a change of address. A button asks first, since mail programs open links by themselves. */
export function ConfirmAddressPage() {
  const { t } = useLingui();
  const [token] = useState(linkToken);
  const [confirmed, setConfirmed] = useState(false);
  const { busy, refused, run } = useWork();
  return (
    <Page title={t({ message: "Change of address", comment: "Heading of the page" })}>
      {confirmed ? (
        <Notice
          kind="empty"
          actions={
            <Link to="/people/account" className="button button-primary">
              <Trans comment="Link to the page about one's own account">Account</Trans>
            </Link>
          }
        >
          <Trans comment="After confirming at one of two addresses">
            Confirmed. If this was your present address, a letter is now on its way to the new one; once both
            have confirmed, the new address holds.
          </Trans>
        </Notice>
      ) : (
        <section className="section">
          <p className="measure">
            <Trans comment="Before confirming">Confirm only if you asked for this change yourself.</Trans>
          </p>
          <div className="people-actions">
            <Button
              kind="primary"
              isDisabled={busy}
              onPress={() =>
                void run(async () => {
                  await signInAsk(`/verify-email?${new URLSearchParams({ token })}`);
                  setConfirmed(true);
                })
              }
            >
              <Trans comment="Button">Confirm</Trans>
            </Button>
          </div>
          <RefusalNotice error={refused} />
        </section>
      )}
    </Page>
  );
}
