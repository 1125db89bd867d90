import type { SomeNames } from "../names.ts";

/** Regional treaties and directives. */
export const REGIONAL_TREATIES: Readonly<Record<string, SomeNames>> = {
  "coe-cets-197": {
    ar: "اتفاقية مجلس أوروبا بشأن مكافحة الاتجار بالبشر",
    es: "Convenio del Consejo de Europa contra la trata de seres humanos",
    fr: "Convention du Conseil de l’Europe sur la lutte contre la traite des êtres humains",
    ru: "Конвенция Совета Европы о противодействии торговле людьми",
    zh: "欧洲委员会打击人口贩运公约",
  },
  "coe-cets-201": {
    ar: "اتفاقية لانزاروت",
    es: "Convenio de Lanzarote",
    fr: "Convention de Lanzarote",
    ru: "Лансаротская конвенция",
    zh: "兰萨罗特公约",
  },
  "coe-cets-210": {
    ar: "اتفاقية إسطنبول",
    es: "Convenio de Estambul",
    fr: "Convention d’Istanbul",
    ru: "Стамбульская конвенция",
    zh: "伊斯坦布尔公约",
  },
  echr: {
    ar: "الاتفاقية الأوروبية لحقوق الإنسان",
    es: "Convenio Europeo de Derechos Humanos",
    fr: "Convention européenne des droits de l’homme",
    ru: "Европейская конвенция по правам человека",
    zh: "欧洲人权公约",
  },
  "eu-directive-2011-36": {
    es: "Directiva 2011/36/UE",
    fr: "Directive 2011/36/UE",
    ru: "Директива 2011/36/ЕС",
  },
  "eu-directive-2024-1712": {
    es: "Directiva (UE) 2024/1712",
    fr: "Directive (UE) 2024/1712",
    ru: "Директива (ЕС) 2024/1712",
  },
  "oas-traffic-minors-1994": {
    es: "Convención Interamericana sobre Tráfico Internacional de Menores",
    fr: "Convention interaméricaine sur le trafic international des mineurs",
  },
  "oas-belem-do-para-1994": {
    es: "Convención de Belém do Pará",
    fr: "Convention de Belém do Pará",
  },
  "au-maputo-2003": {
    ar: "بروتوكول مابوتو",
    es: "Protocolo de Maputo",
    fr: "Protocole de Maputo",
    ru: "Протокол Мапуту",
    zh: "马普托议定书",
  },
  "au-acrwc-1990": {
    ar: "الميثاق الأفريقي لحقوق الطفل ورفاهه",
    es: "Carta Africana sobre los Derechos y el Bienestar del Niño",
    fr: "Charte africaine des droits et du bien-être de l’enfant",
    ru: "Африканская хартия прав и благополучия ребёнка",
    zh: "非洲儿童权利与福利宪章",
  },
  "achpr-1981": {
    ar: "الميثاق الأفريقي لحقوق الإنسان والشعوب",
    es: "Carta Africana de Derechos Humanos y de los Pueblos",
    fr: "Charte africaine des droits de l’homme et des peuples",
    ru: "Африканская хартия прав человека и народов",
    zh: "非洲人权和人民权利宪章",
  },
  "arab-charter-2004": {
    ar: "الميثاق العربي لحقوق الإنسان",
    es: "Carta Árabe de Derechos Humanos",
    fr: "Charte arabe des droits de l’homme",
    ru: "Арабская хартия прав человека",
    zh: "阿拉伯人权宪章",
  },
};
