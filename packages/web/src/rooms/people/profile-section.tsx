import { LANGUAGES, type Language } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { OWN_NAMES } from "../../shell/language.ts";
import { Select } from "../../ui/select.tsx";
import { Field, Form } from "./form.tsx";
import { tell } from "./people-api.ts";
import { type OwnAccount, useForget } from "./session.ts";

const DIGESTS = ["at-once", "daily", "weekly", "never"] as const;
type Digest = (typeof DIGESTS)[number];

/** Name, language of letters, and how notices come. */
export function ProfileSection({ account }: { account: OwnAccount }) {
  const { t } = useLingui();
  const forget = useForget();
  const [language, setLanguage] = useState<Language>(
    LANGUAGES.find((known) => known === account.language) ?? "en",
  );
  const [digest, setDigest] = useState<Digest>(DIGESTS.find((known) => known === account.digest) ?? "daily");
  const [saved, setSaved] = useState(false);
  const names: Record<Digest, string> = {
    "at-once": t({ message: "at once", comment: "How notices come" }),
    daily: t({ message: "once a day", comment: "How notices come" }),
    weekly: t({ message: "once a week", comment: "How notices come" }),
    never: t({ message: "not by mail", comment: "How notices come" }),
  };
  return (
    <section className="card section" aria-labelledby="profile">
      <h2 id="profile">
        <Trans comment="Heading: name, language, notices">Name and letters</Trans>
      </h2>
      <Form
        action={t({ message: "Save", comment: "Button" })}
        onSend={async ({ name }) => {
          await tell("PATCH", "/me/account", { name, language, digest });
          await forget();
          setSaved(true);
        }}
        also={saved && <span className="quiet">{t({ message: "Saved", comment: "After saving" })}</span>}
      >
        <Field
          label={t({ message: "Your name", comment: "Field" })}
          name="name"
          autoComplete="name"
          defaultValue={account.name}
          dir="auto"
        />
        <Select
          label={t({ message: "Language of letters", comment: "Field" })}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, name: OWN_NAMES[value] }))}
          onChange={setLanguage}
        />
        <Select
          label={t({ message: "Notices come", comment: "Field: how often" })}
          value={digest}
          choices={DIGESTS.map((value) => ({ value, name: names[value] }))}
          onChange={setDigest}
        />
      </Form>
    </section>
  );
}
