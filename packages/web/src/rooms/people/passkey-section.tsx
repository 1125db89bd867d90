import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useAsking } from "../../shell/asking.ts";
import { Field, Form, RowButton, useWork } from "./form.tsx";
import { addPasskey, canUsePasskeys } from "./passkey.ts";
import { signInAsk } from "./people-api.ts";
import { RefusalNotice } from "./refusal-words.tsx";
import { useForget } from "./session.ts";

interface Passkey {
  id: string;
  name?: string | null;
  createdAt?: string | null;
}

/** The passkeys of the account: adding one, and taking one away. */
export function PasskeySection() {
  const { t } = useLingui();
  const { format } = useAsking();
  const forget = useForget();
  const { busy, refused, run } = useWork();
  const { data: passkeys = [] } = useQuery({
    queryKey: ["people", "passkeys"],
    queryFn: () => signInAsk<Passkey[]>("/passkey/list-user-passkeys"),
  });
  const nameless = t({ message: "Passkey without a name", comment: "In the list of passkeys" });
  return (
    <section className="card section" aria-labelledby="passkeys">
      <h2 id="passkeys">
        <Trans comment="Heading">Passkeys</Trans>
      </h2>
      {passkeys.length > 0 && (
        <ul className="people-list">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id} className="people-row">
              <span>
                <strong dir="auto">{name || nameless}</strong>{" "}
                {createdAt && <span className="quiet">{format.day(createdAt.slice(0, 10))}</span>}
              </span>
              <RowButton
                row={name || nameless}
                isDisabled={busy}
                onPress={() =>
                  void run(async () => signInAsk("/passkey/delete-passkey", { id }).then(forget))
                }
              >
                <Trans comment="Button beside a passkey">Remove</Trans>
              </RowButton>
            </li>
          ))}
        </ul>
      )}
      <RefusalNotice error={refused} />
      {canUsePasskeys() ? (
        <Form
          action={t({ message: "Add a passkey", comment: "Button" })}
          onSend={async ({ name = "" }) => {
            await addPasskey(name);
            await forget();
          }}
        >
          <Field
            label={t({
              message: "Name, such as that of the device",
              comment: "Field: name of a new passkey",
            })}
            name="name"
            maxLength={60}
            dir="auto"
          />
        </Form>
      ) : (
        <p className="quiet">
          <Trans comment="In the section on passkeys">This browser can’t use passkeys.</Trans>
        </p>
      )}
    </section>
  );
}
