import { useLingui } from "@lingui/react/macro";
import { Field } from "./form.tsx";

/** A new pass phrase: length is all that is asked. */
export function PassPhraseField() {
  const { t } = useLingui();
  return (
    <Field
      label={t({ message: "New pass phrase", comment: "Field" })}
      hint={t({
        message:
          "At least 12 characters, in any language. Four or five words that don’t belong together are good.",
        comment: "Under the field for a new pass phrase",
      })}
      name="passPhrase"
      type="password"
      autoComplete="new-password"
      minLength={12}
      dir="auto"
    />
  );
}
