import { LANGUAGES, type Language } from "@concord/core/vocabulary";
import { useLingui } from "@lingui/react/macro";
import { Languages } from "lucide-react";
import { useAsking } from "./asking.ts";
import { OWN_NAMES } from "./language.ts";

/** Chooses among the six languages, each named in itself. */
export function LanguagePicker() {
  const { t } = useLingui();
  const { language, change } = useAsking();
  return (
    <label className="select select-icon">
      <Languages aria-hidden size={16} />
      <span className="visually-hidden">
        {t({ message: "Language", comment: "Label of the language choice" })}
      </span>
      <select value={language} onChange={(event) => change({ lang: event.target.value as Language })}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {OWN_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
