/** Dates in full, as the documents of each language have them. */
import { type IsoDay, type Language, parseDay } from "@concord/core/vocabulary";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: "January February March April May June July August September October November December".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  // Both names of each month, that of the Levant and that of Egypt, are in use side by side.
  ar: [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
  ],
  zh: Array.from({ length: 12 }, (_, month) => `${month + 1}月`),
};

/** "2 March 2010"; text that is no day of the calendar stays as it is. */
export function dateInFull(day: IsoDay, language: Language): string {
  if (parseDay(day) === undefined) return day;
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const name = MONTHS[language][month - 1]!;
  switch (language) {
    case "es":
      return `${date} de ${name} de ${year}`;
    case "fr":
      return `${date === 1 ? "1er" : date} ${name} ${year}`;
    case "ru":
      return `${date} ${name} ${year} года`;
    case "zh":
      return `${year}年${name}${date}日`;
    default:
      return `${date} ${name} ${year}`;
  }
}
