import type { SomeNames } from "../names.ts";

/** Conventions of the International Labour Organization are known by number in every language: `ilo-c029` is No. 29. */
export function labourConventionNames(id: string): SomeNames | undefined {
  const convention = /^ilo-c(\d{3})$/.exec(id)?.[1];
  if (convention === undefined) return OTHER_LABOUR_TEXTS[id];
  const number = Number(convention);
  return {
    ar: `اتفاقية منظمة العمل الدولية رقم ${number}`,
    es: `Convenio núm. ${number} de la OIT`,
    fr: `Convention n° ${number} de l’OIT`,
    ru: `Конвенция МОТ № ${number}`,
    zh: `国际劳工组织第${number}号公约`,
  };
}

const OTHER_LABOUR_TEXTS: Readonly<Record<string, SomeNames>> = {
  "ilo-p029": {
    ar: "بروتوكول عام 2014 لاتفاقية منظمة العمل الدولية رقم 29",
    es: "Protocolo de 2014 relativo al Convenio núm. 29 de la OIT",
    fr: "Protocole de 2014 relatif à la Convention n° 29 de l’OIT",
    ru: "Протокол 2014 года к Конвенции МОТ № 29",
    zh: "国际劳工组织第29号公约2014年议定书",
  },
  "ilo-r203": {
    ar: "توصية منظمة العمل الدولية رقم 203",
    es: "Recomendación núm. 203 de la OIT",
    fr: "Recommandation n° 203 de l’OIT",
    ru: "Рекомендация МОТ № 203",
    zh: "国际劳工组织第203号建议书",
  },
  "ilo-declaration-1998": {
    ar: "إعلان منظمة العمل الدولية لعام 1998",
    es: "Declaración de la OIT de 1998",
    fr: "Déclaration de l’OIT de 1998",
    ru: "Декларация МОТ 1998 года",
    zh: "国际劳工组织1998年宣言",
  },
  "mlc-2006": {
    ar: "اتفاقية العمل البحري لعام 2006",
    es: "Convenio sobre el trabajo marítimo, 2006",
    fr: "Convention du travail maritime, 2006",
    ru: "Конвенция 2006 года о труде в морском судоходстве",
    zh: "2006年海事劳工公约",
  },
};
