import type { Role } from "@concord/core/access";
import { LANGUAGES, type Language } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useAsking } from "../../shell/asking.ts";
import { OWN_NAMES } from "../../shell/language.ts";
import { Select } from "../../ui/select.tsx";
import { Field, Form } from "./form.tsx";
import { tell } from "./people-api.ts";
import { useRoleName } from "./role-words.ts";
import { useForget } from "./session.ts";

/** Invites a person by their address, in their language. */
export function InviteForm({ actor, roles }: { actor: string; roles: readonly Role[] }) {
  const { t } = useLingui();
  const { language: spoken } = useAsking();
  const roleName = useRoleName();
  const forget = useForget();
  const [role, setRole] = useState<Role>(roles[0] ?? "member");
  const [language, setLanguage] = useState<Language>(spoken);
  const [sentTo, setSentTo] = useState("");
  if (roles.length === 0)
    return (
      <p className="quiet">
        <Trans comment="Nobody can be invited here by this person">
          You can’t invite people to this actor.
        </Trans>
      </p>
    );
  return (
    <section className="card people-narrow">
      <Form
        action={t({ message: "Send the invitation", comment: "Button" })}
        onSend={async ({ email = "" }) => {
          await tell("POST", `/actors/${actor}/invitations`, { email, role, language });
          await forget();
          setSentTo(email);
        }}
        also={
          sentTo !== "" && (
            <span className="quiet">
              <Trans comment="After inviting; an address">A letter is on its way to {sentTo}.</Trans>
            </span>
          )
        }
      >
        <Field
          label={t({ message: "E-mail address", comment: "Field" })}
          name="email"
          type="email"
          autoComplete="off"
          dir="ltr"
        />
        <Select
          label={t({ message: "Role", comment: "Field" })}
          value={role}
          choices={roles.map((value) => ({ value, name: roleName(value) }))}
          onChange={setRole}
        />
        <Select
          label={t({ message: "Language of the letter", comment: "Field" })}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, name: OWN_NAMES[value] }))}
          onChange={setLanguage}
        />
      </Form>
    </section>
  );
}
