import type { Language } from "@concord/core/vocabulary";
import { plainText, type Runs } from "../model/index.ts";
import { OPENING_WORDS, type OpeningWords } from "../words/opening.ts";

/** With what a paragraph opens. */
export interface Opening {
  /** The verb, participle or adjective in lower case, without adverbs: "recalling", "calls upon". */
  word: string;
  /** Which kind of paragraph it opens; some words of Chinese open both. */
  opens: { preambular: boolean; operative: boolean };
  /** False when no list holds it and its form alone speaks for it. */
  listed: boolean;
  also: boolean;
  further: boolean;
  /** The opening words as they stand, adverbs included, for a message. */
  phrase: string;
}

const LONGEST_PHRASE = 80;

/** Lower case, one form of each apostrophe and of ё, Arabic without vowel signs. */
function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u064B-\u0652\u0670\u0640]/g, "")
    .replace(/['ʼ]/g, "’")
    .replaceAll("ё", "е")
    .replace(/\s+/g, " ")
    .trim();
}

/** The feminine in which the lists have Arabic verbs, without the "and" that joins a paragraph to the one before it. */
function foldArabic(text: string): string {
  return text
    .replace(/^و(?=إذ |قد |(?!عيا)\p{L}+ منها? )/u, "")
    .replace(/(يساور|يقلق|يشجع|جزع|اعتبار|من)ه(?= |$)/u, "$1ها")
    .replace(/^(إذ )?ي(?!ساور|قلقها|شجعها|ثير جزع)(?=\p{L}{2,})/u, "$1ت");
}

const byLength = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);
const folded = (words: readonly string[]) => byLength(words.map(fold));

interface Lists extends OpeningWords {
  byWord: boolean;
}
const LISTS = new Map<Language, Lists>();
function listsOf(language: Language): Lists {
  let lists = LISTS.get(language);
  if (lists === undefined) {
    const words = OPENING_WORDS[language];
    lists = {
      preambular: folded(words.preambular),
      operative: folded(words.operative),
      modifiers: folded([...words.modifiers, ...words.also, ...words.further]),
      also: folded(words.also),
      further: folded(words.further),
      regular: words.regular,
      irregular: words.irregular.map(fold),
      byWord: language !== "zh",
    };
    LISTS.set(language, lists);
  }
  return lists;
}

function longestMatch(text: string, words: readonly string[], byWord: boolean): string | undefined {
  return words.find(
    (word) => text.startsWith(word) && !(byWord && /^[\p{L}\p{M}]/u.test(text.slice(word.length))),
  );
}

/**
 * Reads with what a paragraph opens.
 * @returns undefined when its first words are no opening of a resolution in that language
 */
export function readOpening(runs: Runs, language: Language): Opening | undefined {
  const lists = listsOf(language);
  const whole = plainText(runs).trim();
  let rest = fold(whole.slice(0, 4 * LONGEST_PHRASE));
  if (language === "ar") rest = foldArabic(rest);
  const before = rest.length;
  const skipped: string[] = [];
  let preambular: string | undefined;
  let operative: string | undefined;
  for (;;) {
    preambular = longestMatch(rest, lists.preambular, lists.byWord);
    operative = longestMatch(rest, lists.operative, lists.byWord);
    if (preambular !== undefined || operative !== undefined) break;
    const modifier = longestMatch(rest, lists.modifiers, lists.byWord);
    if (modifier === undefined) break;
    skipped.push(modifier);
    rest = rest.slice(modifier.length).trimStart();
  }
  const listed = preambular !== undefined || operative !== undefined;
  const first = /^[\p{L}\p{M}’-]+(?: \p{L}+)?/u.exec(rest)?.[0] ?? "";
  const word = listed ? longer(preambular, operative) : regularWord(first, lists);
  if (word === undefined) return undefined;
  const tail = rest.slice(word.length).trimStart();
  const after = tail.split(" ").slice(0, 2).join(" ");
  const mark = lists.byWord ? longestMatch(tail, [...lists.also, ...lists.further], true) : undefined;
  const marked = (words: readonly string[]) =>
    words.some((one) => skipped.includes(one) || (lists.byWord && ` ${after} `.includes(` ${one} `)));
  return {
    word,
    opens: listed
      ? { preambular: preambular === word, operative: operative === word }
      : {
          preambular: lists.regular.preambular?.test(word) ?? false,
          operative: lists.regular.operative?.test(word) ?? false,
        },
    listed,
    also: marked(lists.also),
    further: marked(lists.further),
    phrase: whole.slice(0, before - rest.length + word.length + (mark === undefined ? 0 : 1 + mark.length)),
  };
}

/** Of two matches the one that says more; both where they are equal. */
function longer(left: string | undefined, right: string | undefined): string {
  return (left ?? "").length >= (right ?? "").length ? (left ?? "") : (right ?? "");
}

/** The first word, or the first two (Arabic إذ with its verb), when they have the form of an opening. */
function regularWord(first: string, { regular, irregular }: OpeningWords): string | undefined {
  const single = first.split(" ")[0] ?? "";
  return [first, single].find(
    (word) =>
      word !== "" &&
      !irregular.includes(word) &&
      (regular.preambular?.test(word) || regular.operative?.test(word)),
  );
}

/** The first words of a paragraph, for a message about an opening that is none. */
export function firstWords(runs: Runs, language: Language): string {
  const text = plainText(runs).trim();
  return language === "zh"
    ? text.slice(0, 6)
    : text.split(/\s+/).slice(0, 3).join(" ").slice(0, LONGEST_PHRASE);
}

/**
 * True when the paragraph's first words are set in italic; in Arabic, which has none, bold serves as well.
 */
export function opensInItalic(runs: Runs, language: Language): boolean {
  const first = runs.find(({ text }) => text.trim() !== "");
  return first?.italic === true || (language === "ar" && first?.bold === true);
}
