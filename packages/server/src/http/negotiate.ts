/** Which form, packing and language of an answer the asker can use (RFC 9110, section 12). */
import { LANGUAGES, type Language } from "@concord/core/vocabulary";

interface Wish {
  name: string;
  weight: number;
}

/** Reads a list such as `text/csv;q=0.5, *` into names and weights, in the order given. */
function readWishes(header: string): Wish[] {
  return header.split(",").flatMap((part) => {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    if (name === "") return [];
    const weightText = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    const weight = weightText === undefined ? 1 : Number(weightText);
    return [{ name, weight: Number.isFinite(weight) ? weight : 0 }];
  });
}

/** Weight of one media type: the most specific range that covers it decides. */
function weightOf(type: string, wishes: readonly Wish[]): number {
  const family = `${type.split("/")[0]}/*`;
  for (const range of [type, family, "*/*"]) {
    const wish = wishes.find(({ name }) => name === range);
    if (wish) return wish.weight;
  }
  return 0;
}

/**
 * The media type that suits the asker best.
 * @param header the `Accept` header; absent or empty means that anything will do
 * @param offered in the order of our own preference
 * @returns undefined when none is acceptable
 */
export function chooseMediaType<Type extends string>(
  header: string | null | undefined,
  offered: readonly Type[],
): Type | undefined {
  if (!header) return offered[0];
  const wishes = readWishes(header);
  let best: Type | undefined;
  let bestWeight = 0;
  for (const type of offered) {
    const weight = weightOf(type, wishes);
    if (weight > bestWeight) {
      best = type;
      bestWeight = weight;
    }
  }
  return best;
}

export type Packing = "br" | "gzip" | "identity";

/** How to pack the body: brotli before gzip where both are equally welcome, unpacked when neither is. */
export function choosePacking(header: string | null | undefined): Packing {
  if (!header) return "identity";
  const wishes = readWishes(header);
  const weight = (name: string) =>
    wishes.find((wish) => wish.name === name)?.weight ??
    wishes.find((wish) => wish.name === "*")?.weight ??
    0;
  const brotli = weight("br");
  const gzip = Math.max(weight("gzip"), weight("x-gzip"));
  if (brotli === 0 && gzip === 0) return "identity";
  return brotli >= gzip ? "br" : "gzip";
}

/**
 * The language of a page: what the address asks for, else what the browser prefers, else English.
 * @param asked the `lang` of the address, as it stands there
 * @param header the `Accept-Language` header
 */
export function chooseLanguage(
  asked: string | null | undefined,
  header: string | null | undefined,
): Language {
  const wanted = LANGUAGES.find((language) => language === asked);
  if (wanted) return wanted;
  const wishes = readWishes(header ?? "").sort((a, b) => b.weight - a.weight);
  for (const { name, weight } of wishes) {
    const language = LANGUAGES.find((known) => name === known || name.startsWith(`${known}-`));
    if (language && weight > 0) return language;
  }
  return "en";
}
