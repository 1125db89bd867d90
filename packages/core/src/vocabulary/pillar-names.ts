import type { Names } from "./names.ts";
import type { Pillar } from "./pillar.ts";

/** The name of a pillar. */
export function pillarNames(pillar: Pillar): Names {
  return PILLAR_NAMES[pillar];
}

const PILLAR_NAMES: Readonly<Record<Pillar, Names>> = {
  prevention: {
    ar: "الوقاية",
    en: "Prevention",
    es: "Prevención",
    fr: "Prévention",
    ru: "Предупреждение",
    zh: "预防",
  },
  protection: {
    ar: "الحماية",
    en: "Protection",
    es: "Protección",
    fr: "Protection",
    ru: "Защита",
    zh: "保护",
  },
  prosecution: {
    ar: "الملاحقة القضائية",
    en: "Prosecution",
    es: "Enjuiciamiento",
    fr: "Poursuites",
    ru: "Уголовное преследование",
    zh: "起诉",
  },
  partnership: {
    ar: "الشراكة",
    en: "Partnership",
    es: "Alianzas",
    fr: "Partenariats",
    ru: "Партнёрство",
    zh: "伙伴关系",
  },
};
