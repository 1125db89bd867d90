/** Suggests to which themes a paragraph belongs, by the words of our vocabulary. A person confirms. */
import { type Language, type Theme, themeNames } from "@concord/core/vocabulary";
import type { ThemeSuggestion } from "./imported.ts";

/** Words that say little because most paragraphs of the field hold them. */
const EVERYWHERE = /^(traff|person|people|human|traite|trata|торгов|людьм|الاتجار|بالأشخاص)/;
const STRONG_ENOUGH = 0.6;
const MOST = 3;
const SHORTEST_WORD = 4;
const SHORTEST_STEM = 4;

interface ThemeWords {
  theme: Theme;
  /** Stems of the label in the language, and of the scope in English. */
  label: readonly string[];
  scope: readonly string[];
}

/** Suggests themes for the paragraphs of one language. */
export class ThemeFinder {
  private readonly themes: readonly ThemeWords[];
  private readonly language: Language;
  /** In how many labels each stem occurs: a word of many themes tells little. */
  private readonly spread = new Map<string, number>();

  /** @param themes the rows of `themes.csv` */
  constructor(themes: readonly Theme[], language: Language) {
    this.language = language;
    this.themes = themes.map((theme) => ({
      theme,
      label: stemsOf(themeNames(theme.id)?.[language] ?? theme.label, language),
      scope: language === "en" ? stemsOf(theme.scope, "en") : [],
    }));
    for (const { label, scope } of this.themes)
      for (const stem of new Set([...label, ...scope]))
        this.spread.set(stem, (this.spread.get(stem) ?? 0) + 1);
  }

  /** At most three themes whose name occurs in the words, the strongest first. */
  suggest(text: string): ThemeSuggestion[] {
    const tokens = wordsOf(text, this.language);
    if (tokens.length === 0) return [];
    const found: ThemeSuggestion[] = [];
    for (const { theme, label, scope } of this.themes) {
      const inLabel = this.match(label, tokens);
      const inScope = this.match(scope, tokens);
      const strength = Math.min(1, inLabel.share + inScope.share / 2);
      const words = [...new Set([...inLabel.words, ...inScope.words])];
      if (strength >= STRONG_ENOUGH && words.length >= Math.min(2, label.length))
        found.push({
          theme: theme.id,
          pillar: theme.pillar,
          strength: Math.round(strength * 100) / 100,
          words,
        });
    }
    return found.sort((a, b) => b.strength - a.strength || b.words.length - a.words.length).slice(0, MOST);
  }

  private match(stems: readonly string[], tokens: readonly string[]): { share: number; words: string[] } {
    let reached = 0;
    let whole = 0;
    const words: string[] = [];
    for (const stem of stems) {
      const worth = 1 / (this.spread.get(stem) ?? 1);
      whole += worth;
      const word = tokens.find((token) => token.startsWith(stem));
      if (word === undefined) continue;
      reached += worth;
      words.push(word);
    }
    return { share: whole === 0 ? 0 : reached / whole, words };
  }
}

/** Words in lower case; Chinese, which doesn't part them, in pairs of characters. */
function wordsOf(text: string, language: Language): string[] {
  const plain = text.toLowerCase().replace(/[\u064B-\u0652\u0640]/g, "");
  if (language !== "zh")
    return (
      plain
        .match(/[\p{L}\p{M}]+/gu)
        ?.map((word) => (language === "ar" ? word.replace(/^(وال|بال|لل|ال|و)(?=\p{L}{3})/u, "") : word)) ??
      []
    );
  const pairs: string[] = [];
  for (const [run] of plain.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 2 <= run.length; at++) pairs.push(run.slice(at, at + 2));
  return pairs;
}

/** The beginnings of the words that tell, so that other endings match: "compensat" of compensation. */
function stemsOf(text: string, language: Language): string[] {
  const words = wordsOf(text, language);
  if (language === "zh") return [...new Set(words)];
  const shortest = language === "ar" ? 3 : SHORTEST_WORD;
  return [
    ...new Set(
      words
        .filter((word) => word.length >= shortest && !EVERYWHERE.test(word))
        .map((word) => word.slice(0, Math.max(SHORTEST_STEM, Math.ceil(word.length * 0.7)))),
    ),
  ];
}
