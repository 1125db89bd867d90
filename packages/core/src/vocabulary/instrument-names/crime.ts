import type { SomeNames } from "../names.ts";

/** Treaties against crime, slavery and the traffic in persons. */
export const CRIME_TREATIES: Readonly<Record<string, SomeNames>> = {
  "palermo-protocol": {
    ar: "بروتوكول باليرمو",
    en: "Palermo Protocol",
    es: "Protocolo de Palermo",
    fr: "Protocole de Palerme",
    ru: "Палермский протокол",
    zh: "巴勒莫议定书",
  },
  untoc: {
    ar: "اتفاقية مكافحة الجريمة المنظمة",
    es: "Convención contra la Delincuencia Organizada",
    fr: "Convention contre la criminalité organisée",
    ru: "Конвенция против организованной преступности",
    zh: "有组织犯罪公约",
  },
  "smuggling-protocol": {
    ar: "بروتوكول مكافحة تهريب المهاجرين",
    es: "Protocolo contra el Tráfico Ilícito de Migrantes",
    fr: "Protocole contre le trafic illicite de migrants",
    ru: "Протокол против незаконного ввоза мигрантов",
    zh: "打击偷运移民议定书",
  },
  uncac: {
    ar: "اتفاقية الأمم المتحدة لمكافحة الفساد",
    es: "Convención de las Naciones Unidas contra la Corrupción",
    fr: "Convention des Nations Unies contre la corruption",
    ru: "Конвенция ООН против коррупции",
    zh: "联合国反腐败公约",
  },
  "rome-statute": {
    ar: "نظام روما الأساسي",
    es: "Estatuto de Roma",
    fr: "Statut de Rome",
    ru: "Римский статут",
    zh: "罗马规约",
  },
  "traffic-1949": {
    ar: "اتفاقية حظر الاتجار بالأشخاص واستغلال دعارة الغير (1949)",
    es: "Convenio para la Represión de la Trata de Personas (1949)",
    fr: "Convention pour la répression de la traite des êtres humains (1949)",
    ru: "Конвенция о борьбе с торговлей людьми (1949)",
    zh: "禁止贩卖人口公约（1949年）",
  },
  "slavery-1926": {
    ar: "الاتفاقية الخاصة بالرق (1926)",
    es: "Convención sobre la Esclavitud (1926)",
    fr: "Convention relative à l’esclavage (1926)",
    ru: "Конвенция относительно рабства (1926)",
    zh: "禁奴公约（1926年）",
  },
  "supplementary-slavery-1956": {
    ar: "الاتفاقية التكميلية لإبطال الرق (1956)",
    es: "Convención suplementaria sobre la abolición de la esclavitud (1956)",
    fr: "Convention supplémentaire relative à l’abolition de l’esclavage (1956)",
    ru: "Дополнительная конвенция об упразднении рабства (1956)",
    zh: "废止奴隶制补充公约（1956年）",
  },
};
