import type { Position } from "./position.ts";

/** A pillar with its numbers, in words. */
interface PillarWords {
  name: string;
  binding: string;
  themes: string;
}

/**
 * How one language says what a summary says. Numbers come twice: as a value, for the grammar, and written. Names and
 * days come in the words of the language. Every sentence is whole, so that no grammar is put together from pieces.
 */
export interface Phrasebook {
  /** "Bangladesh, 24 February 2010: 24 instruments are in force." */
  bound(actor: string, day: string, count: number, written: string): string;
  palermo: PalermoPhrases;
  /** One item of `pending`: a name and the day of effect. */
  fromDay(name: string, day: string): string;
  pending(list: string): string;
  /** Signed and known not to be joined. */
  signed(count: number, written: string, list: string): string;
  /** Signed; the list ends before the day, so whether a ratification followed is unknown (R10). */
  signedUnsure(count: number, written: string, list: string): string;
  themes(count: number, written: string, all: string): string;
  pillars(strongest: PillarWords, weakest: PillarWords): string;
  gap(theme: string, bound: string, peers: number, writtenPeers: string): string;
  unknown(count: number, written: string, parts: UnknownWords): string;
}

/** The Palermo Protocol by status; `union` asks for the words that fit the European Union. */
interface PalermoPhrases {
  inForce(day: string, union: boolean): string;
  pending(day: string, union: boolean): string;
  signed(day: string, union: boolean): string;
  signedUnsure(day: string, knownUntil: string): string;
  left(day: string): string;
  notParty(union: boolean): string;
  unknown(listEnds: string): string;
  notAdopted: string;
}

/** Written numbers of instruments of which nothing can be said; undefined where there are none. */
type UnknownWords = { [reason in keyof Position["unknown"]]: string | undefined };

/** Chooses by plural category of a language, falling back to `other`. */
export function pluralOf(
  rules: Intl.PluralRules,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[rules.select(count)] ?? forms.other;
}

/**
 * Joins the parts that have a number; a part that stands alone needs none, for it is the whole.
 * @param brackets how the language sets a number behind a phrase
 */
export function joinCounted(
  parts: readonly (readonly [phrase: string, written: string | undefined])[],
  separator: string,
  brackets: (written: string) => string = (written) => ` (${written})`,
): string {
  const held = parts.filter(([, written]) => written !== undefined);
  if (held.length === 1) return held[0]![0];
  return held.map(([phrase, written]) => `${phrase}${brackets(written ?? "")}`).join(separator);
}
