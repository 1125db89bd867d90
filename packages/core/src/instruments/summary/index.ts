import type { IsoDay, Language } from "../../vocabulary/index.ts";
import {
  INTL_LOCALES,
  instrumentNames,
  parsePartialDate,
  pillarNames,
  themeNames,
} from "../../vocabulary/index.ts";
import type { Law } from "../law.ts";
import { instrumentOf, stateAt } from "../standing.ts";
import { ARABIC } from "./ar.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import type { Phrasebook } from "./phrasebook.ts";
import { type PillarShare, type Position, positionOf } from "./position.ts";
import { RUSSIAN } from "./ru.ts";
import { CHINESE } from "./zh.ts";

const PHRASEBOOKS: Readonly<Record<Language, Phrasebook>> = {
  ar: ARABIC,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  ru: RUSSIAN,
  zh: CHINESE,
};

/**
 * A state's position in a few plain sentences, made from the data: how many instruments bind it, the Palermo Protocol,
 * what is pending or signed only, how many themes are binding duties, the largest gap by its peers, and what is unknown
 * and why. A sentence that would say nothing is left out.
 * @param iso3 a state or `EUE`
 * @param day `YYYY-MM-DD`
 * @returns whole sentences in the order in which they are read
 */
export function summary(law: Law, iso3: string, day: IsoDay, language: Language): string[] {
  const position = positionOf(law, iso3, day);
  const write = writerOf(law, language);
  const say = PHRASEBOOKS[language];
  const actor = law.states[stateAt(law, iso3)]!.names[language];
  const sentences = [
    say.bound(actor, write.day(day), position.bound, write.number(position.bound)),
    sayPalermo(position, say.palermo, write),
  ];
  if (position.pending.length > 0)
    sentences.push(
      say.pending(
        write.list(position.pending.map(([id, from]) => say.fromDay(write.instrument(id), write.day(from)))),
      ),
    );
  for (const [phrase, ids] of [
    [say.signed, position.signed],
    [say.signedUnsure, position.signedUnsure],
  ] as const)
    if (ids.length > 0)
      sentences.push(phrase(ids.length, write.number(ids.length), write.list(ids.map(write.instrument))));
  sentences.push(
    say.themes(
      position.bindingThemes,
      write.number(position.bindingThemes),
      write.number(position.allThemes),
    ),
  );
  if (position.pillars)
    sentences.push(
      say.pillars(write.pillar(position.pillars.strongest), write.pillar(position.pillars.weakest)),
    );
  if (position.gap) {
    const { theme, bound, peers } = position.gap;
    sentences.push(say.gap(write.theme(theme), write.number(bound), peers, write.number(peers)));
  }
  const unknown = sayUnknown(position, say, write);
  if (unknown !== undefined) sentences.push(unknown);
  // A date that ends in a full stop (Russian "г.") may end a sentence.
  return sentences.map((sentence) => sentence.replace(/\.\.$/, "."));
}

function sayPalermo(position: Position, say: Phrasebook["palermo"], write: Writer): string {
  const { palermo, isUnion } = position;
  switch (palermo.kind) {
    case "in-force":
      return say.inForce(write.day(palermo.since), isUnion);
    case "pending":
      return say.pending(write.day(palermo.since), isUnion);
    case "signed":
      return palermo.stale
        ? say.signedUnsure(write.day(palermo.date), write.day(palermo.known_until))
        : say.signed(write.day(palermo.date), isUnion);
    case "left":
      return say.left(write.day(palermo.since));
    case "unknown":
      return say.unknown(write.day(position.palermoListEnds));
    case "not-adopted":
      return say.notAdopted;
    case "not-party":
    case "recommended":
      return say.notParty(isUnion);
  }
}

function sayUnknown({ unknown }: Position, say: Phrasebook, write: Writer): string | undefined {
  const count = unknown.noList + unknown.listEnds + unknown.otherwise;
  if (count === 0) return undefined;
  const written = (part: number): string | undefined => (part > 0 ? write.number(part) : undefined);
  return say.unknown(count, write.number(count), {
    noList: written(unknown.noList),
    listEnds: written(unknown.listEnds),
    otherwise: written(unknown.otherwise),
  });
}

type Writer = ReturnType<typeof writerOf>;

/** Numbers, days, lists and names as the language writes them. */
function writerOf(law: Law, language: Language) {
  const locale = INTL_LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const number = (value: number): string => numbers.format(value);
  return {
    number,
    /** A partial date is written as the source has it; French says "1er" for the first. */
    day: (day: string): string => {
      const interval = parsePartialDate(day);
      if (!interval || interval.first !== interval.last) return day;
      const written = days.format(new Date(`${day}T00:00:00Z`));
      return language === "fr" ? written.replace(/^1 /, "1er ") : written;
    },
    list: (items: readonly string[]): string => lists.format(items),
    instrument: (id: string): string =>
      instrumentNames(id)?.[language] ?? instrumentOf(law, id).instrument.shortTitle,
    theme: (id: string): string => themeNames(id)?.[language] ?? id,
    pillar: ({ pillar, binding, themes }: PillarShare) => ({
      name: pillarNames(pillar)[language],
      binding: number(binding),
      themes: number(themes),
    }),
  };
}
