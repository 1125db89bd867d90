import type { Names } from "./names.ts";
import type { Strength } from "./strength.ts";

/** The word for a strength of duty. */
export function strengthNames(strength: Strength): Names {
  return STRENGTH_NAMES[strength];
}

const STRENGTH_NAMES: Readonly<Record<Strength, Names>> = {
  none: {
    ar: "لا شيء",
    en: "none",
    es: "ninguno",
    fr: "aucun",
    ru: "отсутствует",
    zh: "无",
  },
  recommended: {
    ar: "موصى به",
    en: "recommended",
    es: "recomendado",
    fr: "recommandé",
    ru: "рекомендовано",
    zh: "建议",
  },
  declaratory: {
    ar: "إعلاني",
    en: "declaratory",
    es: "declarativo",
    fr: "déclaratoire",
    ru: "декларативно",
    zh: "宣示性",
  },
  permissive: {
    ar: "جوازي",
    en: "permissive",
    es: "facultativo",
    fr: "facultatif",
    ru: "допускается",
    zh: "许可性",
  },
  qualified: {
    ar: "مشروط",
    en: "qualified",
    es: "condicionado",
    fr: "conditionnel",
    ru: "с условием",
    zh: "有条件",
  },
  binding: {
    ar: "ملزم",
    en: "binding",
    es: "vinculante",
    fr: "contraignant",
    ru: "обязательно",
    zh: "有约束力",
  },
};
