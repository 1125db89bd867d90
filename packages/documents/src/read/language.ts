import type { Language } from "@concord/core/vocabulary";

/** Small words that occur in every text of a language and seldom in the others. */
const SMALL_WORDS: Readonly<Record<"en" | "es" | "fr", ReadonlySet<string>>> = {
  en: new Set("the of and to in that for its with on by as all from their this which".split(" ")),
  es: new Set("el la los las de y en que del por con para su sus al una se".split(" ")),
  fr: new Set("le la les des et de du en que pour dans par sur aux une ses au l’ d’".split(" ")),
};

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * Which of the six languages a text is in: by its script; among those of Latin script by their small words.
 * @returns English for a text without words
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, 20_000);
  const scripts: [Language, number][] = [
    ["ar", count(sample, /\p{Script=Arabic}/gu)],
    // A Chinese character says as much as several letters.
    ["zh", 3 * count(sample, /\p{Script=Han}/gu)],
    ["ru", count(sample, /\p{Script=Cyrillic}/gu)],
  ];
  const latin = count(sample, /\p{Script=Latin}/gu);
  const [script = "en", letters = 0] = scripts.sort((a, b) => b[1] - a[1])[0] ?? [];
  if (letters > latin) return script;
  const tokens = sample
    .toLowerCase()
    .replaceAll("'", "’")
    .split(/[^\p{L}’]+|(?<=’)/u);
  const scores = (Object.keys(SMALL_WORDS) as ("en" | "es" | "fr")[]).map(
    (language) => [language, tokens.filter((token) => SMALL_WORDS[language].has(token)).length] as const,
  );
  return scores.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
