/** The six languages of the United Nations, as BCP 47 tags. */
export const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Writing direction of a language. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/**
 * The locale by which numbers, dates and lists are written in each language, for `Intl`. Arabic keeps the digits 0–9
 * and the Gregorian calendar, as the United Nations' own documents do.
 */
export const INTL_LOCALES: Readonly<Record<Language, string>> = {
  ar: "ar-u-nu-latn-ca-gregory",
  en: "en-GB",
  es: "es",
  fr: "fr",
  ru: "ru",
  zh: "zh-Hans",
};
