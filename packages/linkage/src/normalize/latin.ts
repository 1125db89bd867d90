/**
 * Names in Arabic, Cyrillic, Greek and Chinese script to Latin letters, letter by letter from the tables below (Chinese by
 * a reader that is handed in). The aim is that the same name comes out alike at every contributor, not that it reads well.
 */
import type { ReadChinese } from "./steps.ts";

/** Pairs "letter=Latin", set apart by spaces; a letter alone is dropped. */
function table(...rows: string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const entry of rows.join(" ").split(" ")) {
    const [letter, latin = ""] = entry.split("=");
    map.set(letter!, latin);
  }
  return map;
}

/**
 * Arabic, Persian, Urdu, Kurdish letters. Short vowels are written where the text has them, which is rare: use the step
 * `consonants` on both sides when one side writes Latin.
 */
const ARABIC = table(
  "ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع غ=gh ف=f ق=q ك=k ل=l",
  "م=m ن=n ه=h و=w ي=y ى=a ة=a ء ؤ=w ئ=y",
  "پ=p چ=ch ژ=zh گ=g ک=k ی=y ٹ=t ڈ=d ڑ=r ں=n ہ=h ھ=h ے=e ۀ=h ڤ=v ۆ=o ێ=e ڵ=l ڕ=r ە=e ۇ=u ۋ=v",
  "\u064e=a \u064f=u \u0650=i \u064b=an \u064c=un \u064d=in \u0651 \u0652 \u0670=a ـ",
);

/** Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian and the Cyrillic of Central Asia. */
const CYRILLIC = table(
  "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch",
  "ъ ы=y ь э=e ю=iu я=ia і=i ї=i є=ie ґ=g ў=u ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=g ѕ=dz ќ=k",
  "ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ҳ=kh ҷ=j ӣ=i ӯ=u ҹ=ch ѣ=e ѳ=f",
);

const GREEK = table(
  "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o",
  "ά=a έ=e ή=i ί=i ό=o ύ=y ώ=o ϊ=i ϋ=y ΐ=i ΰ=y",
);

const LETTERS = new Map([...ARABIC, ...CYRILLIC, ...GREEK]);
const OTHER_SCRIPTS = /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\u064b-\u0652\u0670\u0640]/u;
const CHINESE = /\p{Script=Han}+/gu;

function latinLetter(letter: string): string {
  const latin = LETTERS.get(letter);
  if (latin !== undefined) return latin;
  const lower = letter.toLowerCase();
  const found = LETTERS.get(lower);
  if (found === undefined || lower === letter) return letter;
  return found === "" ? "" : found[0]!.toUpperCase() + found.slice(1);
}

/**
 * Turns a text to Latin letters; what is Latin already, or in another script, stays.
 * @param text any text
 * @param readChinese reads a run of Chinese characters; without it they stay
 * @example toLatin("Елена") // "Elena"
 */
export function toLatin(text: string, readChinese?: ReadChinese): string {
  let result = text.normalize("NFKC");
  if (readChinese !== undefined) result = result.replace(CHINESE, (run) => ` ${readChinese(run)} `).trim();
  if (!OTHER_SCRIPTS.test(result)) return result;
  return Array.from(result, latinLetter).join("");
}
