import type { SomeNames } from "../names.ts";

/** Soft law. */
export const SOFT_LAW: Readonly<Record<string, SomeNames>> = {
  "gpa-2010": {
    ar: "خطة العمل العالمية لمكافحة الاتجار بالأشخاص",
    es: "Plan de Acción Mundial para Combatir la Trata de Personas",
    fr: "Plan d’action mondial pour la lutte contre la traite des personnes",
    ru: "Глобальный план действий по борьбе с торговлей людьми",
    zh: "打击贩运人口全球行动计划",
  },
  "agenda-2030": {
    ar: "خطة التنمية المستدامة لعام 2030",
    es: "Agenda 2030",
    fr: "Programme 2030",
    ru: "Повестка дня до 2030 года",
    zh: "2030年议程",
  },
  "gcm-2018": {
    ar: "الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية",
    es: "Pacto Mundial para la Migración",
    fr: "Pacte mondial sur les migrations",
    ru: "Глобальный договор о миграции",
    zh: "移民问题全球契约",
  },
  "ungps-2011": {
    ar: "المبادئ التوجيهية المتعلقة بالأعمال التجارية وحقوق الإنسان",
    es: "Principios Rectores sobre las Empresas y los Derechos Humanos",
    fr: "Principes directeurs relatifs aux entreprises et aux droits de l’homme",
    ru: "Руководящие принципы предпринимательской деятельности в аспекте прав человека",
    zh: "工商企业与人权指导原则",
  },
  "beijing-platform-1995": {
    ar: "منهاج عمل بيجين",
    es: "Plataforma de Acción de Beijing",
    fr: "Programme d’action de Beijing",
    ru: "Пекинская платформа действий",
    zh: "北京行动纲要",
  },
  "political-declaration-2017": {
    ar: "الإعلان السياسي (2017)",
    es: "Declaración política (2017)",
    fr: "Déclaration politique (2017)",
    ru: "Политическая декларация (2017)",
    zh: "政治宣言（2017年）",
  },
  "political-declaration-2021": {
    ar: "الإعلان السياسي (2021)",
    es: "Declaración política (2021)",
    fr: "Déclaration politique (2021)",
    ru: "Политическая декларация (2021)",
    zh: "政治宣言（2021年）",
  },
  "osce-action-plan-2003": {
    es: "Plan de Acción de la OSCE contra la trata de personas",
    fr: "Plan d’action de l’OSCE contre la traite des êtres humains",
    ru: "План действий ОБСЕ по борьбе с торговлей людьми",
  },
};
