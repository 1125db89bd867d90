import type { Names } from "./names.ts";

export type UnknownReasonKey = "date-unsure" | "pair" | "no-list" | "before-list" | "list-ends";

/** Why nothing can be said of a state and an instrument, as half a sentence; keys are those of `unknown` in the instruments room. */
export function unknownReasonNames(reason: UnknownReasonKey): Names {
  return REASON_NAMES[reason];
}

const REASON_NAMES: Readonly<Record<UnknownReasonKey, Names>> = {
  "date-unsure": {
    ar: "لا يُعرف من تاريخ الانضمام إلا السنة أو الشهر",
    en: "only the year or month of joining is held",
    es: "solo se conoce el año o el mes del consentimiento",
    fr: "seuls l’année ou le mois de l’engagement sont connus",
    ru: "известен только год или месяц присоединения",
    zh: "只知道加入的年份或月份",
  },
  pair: {
    ar: "حدث انضمام ثم انسحاب، والتاريخان غير متاحين",
    en: "joined and left once; the dates are not held",
    es: "consentimiento y retiro; no constan las fechas",
    fr: "engagement puis retrait\u202f; les dates ne sont pas connues",
    ru: "присоединение и выход были, даты неизвестны",
    zh: "曾加入后退出，日期不详",
  },
  "no-list": {
    ar: "لا تتوافر قائمة بالأطراف",
    en: "no list of parties is held",
    es: "no se dispone de una lista de partes",
    fr: "aucune liste des parties n’est disponible",
    ru: "списка участников нет",
    zh: "没有缔约方名单",
  },
  "before-list": {
    ar: "القائمة المتاحة تبدأ بعد هذا التاريخ",
    en: "the list held begins later",
    es: "la lista disponible empieza más tarde",
    fr: "la liste disponible commence plus tard",
    ru: "имеющийся список начинается позже",
    zh: "现有名单始于该日期之后",
  },
  "list-ends": {
    ar: "القائمة المتاحة تنتهي قبل هذا التاريخ",
    en: "the list held ends earlier",
    es: "la lista disponible termina antes",
    fr: "la liste disponible s’arrête plus tôt",
    ru: "имеющийся список обрывается раньше",
    zh: "现有名单止于该日期之前",
  },
};
