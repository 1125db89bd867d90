/** The name of a session in words, as mastheads have it: "Sixty-fourth session". Our own tables, 1 to 99 in words. */
import type { Language } from "@concord/core/vocabulary";

const ENGLISH_UNITS =
  " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const ENGLISH_TENS = "  twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function english(n: number): string {
  if (n < 20) return ENGLISH_UNITS[n]!;
  const tens = ENGLISH_TENS[Math.floor(n / 10)]!;
  return n % 10 === 0 ? tens.replace(/y$/, "ieth") : `${tens}-${ENGLISH_UNITS[n % 10]}`;
}

const FRENCH_UNITS =
  " unième deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième".split(
    " ",
  );
const FRENCH_TENS = "  vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split(
  " ",
);

function french(n: number): string {
  if (n === 1) return "première";
  if (n < 20) return FRENCH_UNITS[n]!;
  const tens = FRENCH_TENS[Math.floor(n / 10)]!;
  const scoreAndTen = n >= 70 && n < 80;
  const left = n >= 80 ? n - 80 : scoreAndTen ? n - 60 : n % 10;
  if (left === 0) return n === 80 ? "quatre-vingtième" : `${tens.replace(/e$/, "")}ième`;
  const joined = n < 80 && (left === 1 || left === 11) ? " et " : "-";
  return `${tens}${joined}${FRENCH_UNITS[left]}`;
}

const SPANISH_UNITS = " primer segundo tercer cuarto quinto sexto séptimo octavo noveno".split(" ");
const SPANISH_TENS =
  " décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo".split(
    " ",
  );
const SPANISH_TEENS =
  "décimo undécimo duodécimo decimotercer decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno".split(
    " ",
  );

/** Before a masculine noun: "primer período", "vigésimo primer período". */
function spanish(n: number): string {
  if (n < 10) return SPANISH_UNITS[n]!;
  if (n < 20) return SPANISH_TEENS[n - 10]!;
  return [SPANISH_TENS[Math.floor(n / 10)], SPANISH_UNITS[n % 10]].filter(Boolean).join(" ");
}

const RUSSIAN_UNITS =
  " первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая".split(
    " ",
  );
const RUSSIAN_TENS = "  двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(
  " ",
);
const RUSSIAN_ROUND =
  "  двадцатая тридцатая сороковая пятидесятая шестидесятая семидесятая восьмидесятая девяностая".split(" ");

function russian(n: number): string {
  if (n < 20) return RUSSIAN_UNITS[n]!;
  const tens = Math.floor(n / 10);
  return n % 10 === 0 ? RUSSIAN_ROUND[tens]! : `${RUSSIAN_TENS[tens]} ${RUSSIAN_UNITS[n % 10]}`;
}

const ARABIC_UNITS = " الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split(
  " ",
);
const ARABIC_TENS = "  العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون".split(" ");

/** Feminine and definite, for الدورة. */
function arabic(n: number): string {
  if (n <= 10) return ARABIC_UNITS[n]!;
  const unit = n % 10 === 1 ? "الحادية" : ARABIC_UNITS[n % 10]!;
  if (n < 20) return `${unit} عشرة`;
  const tens = ARABIC_TENS[Math.floor(n / 10)]!;
  return n % 10 === 0 ? tens : `${unit} و${tens}`;
}

const CHINESE_DIGITS = " 一二三四五六七八九";

/** A number from 1 to 99 in Chinese: 十, 十四, 六十四. */
export function chineseNumber(n: number): string {
  if (n < 10) return CHINESE_DIGITS[n]!;
  const tens = Math.floor(n / 10);
  const unit = n % 10 === 0 ? "" : CHINESE_DIGITS[n % 10]!;
  return `${tens === 1 ? "" : CHINESE_DIGITS[tens]}十${unit}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The session as a masthead names it.
 * @param session whole number from 1; above 99 it is written in digits
 */
export function sessionName(session: number, language: Language): string {
  const inWords = session >= 1 && session <= 99;
  switch (language) {
    case "en":
      return inWords ? `${capital(english(session))} session` : `Session ${session}`;
    case "fr":
      return inWords ? `${capital(french(session))} session` : `${session}e session`;
    case "es":
      return inWords ? `${capital(spanish(session))} período de sesiones` : `${session}º período de sesiones`;
    case "ru":
      return inWords ? `${capital(russian(session))} сессия` : `${session}-я сессия`;
    case "ar":
      return inWords ? `الدورة ${arabic(session)}` : `الدورة ${session}`;
    case "zh":
      return inWords ? `第${chineseNumber(session)}届会议` : `第${session}届会议`;
  }
}
