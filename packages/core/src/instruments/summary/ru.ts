import { joinCounted, type Phrasebook, pluralOf } from "./phrasebook.ts";

const plural = new Intl.PluralRules("ru");
/** Nominative after a number: 1 документ, 2 документа, 5 документов. */
const documents = (count: number): string =>
  pluralOf(plural, count, { one: "документ", few: "документа", other: "документов" });

export const RUSSIAN: Phrasebook = {
  bound: (actor, day, count, written) =>
    `${actor}, ${day}: ${count === 0 ? "в силе нет ни одного документа" : `в силе ${written} ${documents(count)}`}.`,
  palermo: {
    inForce: (day, union) =>
      `Палермский протокол действует для ${union ? "Союза" : "этого государства"} с ${day}.`,
    pending: (day, union) =>
      `${union ? "Союз стал участником" : "Это государство стало участником"} Палермского протокола, который вступит для него в силу ${day}.`,
    signed: (day, union) =>
      `${union ? "Союз подписал" : "Это государство подписало"} Палермский протокол ${day}, но не участвует в нём.`,
    signedUnsure: (day, knownUntil) =>
      `Это государство подписало Палермский протокол ${day}; стало ли оно участником после ${knownUntil}, здесь неизвестно.`,
    left: (day) => `Это государство вышло из Палермского протокола ${day}.`,
    notParty: (union) => `${union ? "Союз" : "Это государство"} не участвует в Палермском протоколе.`,
    unknown: (listEnds) =>
      `Участвует ли это государство в Палермском протоколе, здесь неизвестно: списка участников после ${listEnds} нет.`,
    notAdopted: "Палермского протокола ещё не было.",
  },
  fromDay: (name, day) => `${name} (с ${day})`,
  pending: (list) => `Согласие дано, но в силу ещё не вступили: ${list}.`,
  signed: (count, written, list) =>
    `${pluralOf(plural, count, { one: "Подписан, но не ратифицирован", other: "Подписаны, но не ратифицированы" })} ${written} ${documents(count)}: ${list}.`,
  signedUnsure: (count, written, list) =>
    `${pluralOf(plural, count, { one: "Подписан", other: "Подписаны" })} ${written} ${documents(count)}; последовала ли ратификация, здесь неизвестно: ${list}.`,
  themes: (count, written, all) =>
    count === 0
      ? `Ни по одной из ${all} тем нет обязательных норм.`
      : `Обязательные нормы действуют по ${written} ${pluralOf(plural, count, { one: "теме", other: "темам" })} из ${all}.`,
  pillars: (strongest, weakest) =>
    `Самое сильное направление — «${strongest.name}» (${strongest.binding} из ${strongest.themes}), самое слабое — «${weakest.name}» (${weakest.binding} из ${weakest.themes}).`,
  gap: (theme, bound, peers, writtenPeers) =>
    `Самый большой пробел — «${theme}»: обязательные нормы есть у ${bound} из ${writtenPeers} ${pluralOf(plural, peers, { one: "другого государства", other: "других государств" })} региональной группы.`,
  unknown: (count, written, { noList, listEnds, otherwise }) =>
    `По ${written} ${pluralOf(plural, count, { one: "документу, открытому", other: "документам, открытым" })} для этого государства, ничего определённого сказать нельзя: ${joinCounted(
      [
        ["нет списка участников", noList],
        ["список не охватывает этот день", listEnds],
        ["известен только год присоединения", otherwise],
      ],
      "; ",
    )}.`,
};
