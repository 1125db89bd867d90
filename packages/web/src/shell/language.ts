/** The language of the page: chosen by the address, else by the reader's last choice, else by the browser. */
import { directionOf, LANGUAGES, type Language } from "@concord/core/vocabulary";
import { i18n } from "@lingui/core";

const KEPT = "concord.language";

/** Locales for numbers and dates. Arabic is set with European digits, so that figures, codes and addresses agree. */
export const INTL_LOCALE: Readonly<Record<Language, string>> = {
  ar: "ar-u-nu-latn-ca-gregory",
  en: "en-GB",
  es: "es",
  fr: "fr",
  ru: "ru",
  zh: "zh-Hans",
};

/** How each language calls itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  ar: "العربية",
  en: "English",
  es: "Español",
  fr: "Français",
  ru: "Русский",
  zh: "中文",
};

/** The reader's language when the address names none. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  const wanted = [kept, ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wanted.flatMap((tag) => LANGUAGES.filter((language) => language === tag))[0] ?? "en";
}

/** Remembers the choice for the next visit. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}

/** Loads a language's catalogue (its own file), makes it current and turns the page its way. */
export async function activateLanguage(language: Language): Promise<void> {
  if (i18n.locale === language) return;
  const { messages } = (await import(`../locales/${language}.po`)) as { messages: Record<string, string> };
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
