import type { Names } from "./names.ts";

export type StatusKind =
  | "not-adopted"
  | "recommended"
  | "in-force"
  | "pending"
  | "left"
  | "signed"
  | "unknown"
  | "not-party";

/** The word for what an instrument is to a state; keys are the kinds of `Status` in the instruments room. */
export function statusNames(kind: StatusKind): Names {
  return STATUS_NAMES[kind];
}

const STATUS_NAMES: Readonly<Record<StatusKind, Names>> = {
  "not-adopted": {
    ar: "لم يُعتمد بعد",
    en: "not yet adopted",
    es: "aún no adoptado",
    fr: "pas encore adopté",
    ru: "ещё не принят",
    zh: "尚未通过",
  },
  recommended: {
    ar: "موصى به للجميع",
    en: "recommended to all",
    es: "recomendado a todos",
    fr: "recommandé à tous",
    ru: "рекомендован всем",
    zh: "向所有国家建议",
  },
  "in-force": {
    ar: "نافذ",
    en: "in force",
    es: "en vigor",
    fr: "en vigueur",
    ru: "в силе",
    zh: "已生效",
  },
  pending: {
    ar: "جرى الانضمام ولم يبدأ النفاذ بعد",
    en: "joined, not yet in force",
    es: "consentimiento dado, aún no en vigor",
    fr: "engagement pris, pas encore en vigueur",
    ru: "согласие дано, ещё не в силе",
    zh: "已加入，尚未生效",
  },
  left: {
    ar: "جرى الانسحاب",
    en: "left",
    es: "denunciado",
    fr: "dénoncé",
    ru: "участие прекращено",
    zh: "已退出",
  },
  signed: {
    ar: "موقَّع دون انضمام",
    en: "signed, not joined",
    es: "firmado, sin ser parte",
    fr: "signé sans être partie",
    ru: "подписано, не участвует",
    zh: "已签署，未加入",
  },
  unknown: {
    ar: "غير معروف",
    en: "unknown",
    es: "se desconoce",
    fr: "inconnu",
    ru: "неизвестно",
    zh: "不详",
  },
  "not-party": {
    ar: "ليست طرفًا",
    en: "not a party",
    es: "no es parte",
    fr: "non partie",
    ru: "не участвует",
    zh: "非缔约方",
  },
};
