/**
 * Dates written as a C89 `strptime` pattern says ("%Y-%m-%d"), read as Python reads them, since the linkage schema
 * defines its date format by that. English month and weekday names.
 */

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
];
MONTHS.push("november", "december");
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const short = (names: readonly string[]) => names.map((name) => name.slice(0, 3)).join("|");
const long = (names: readonly string[]) => [...names].sort((a, b) => b.length - a.length).join("|");

/** What each directive matches; `\p{Nd}` because digits of any script count. Alternatives stand in the order Python tries them. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  d: "(?<d>3[01]|[12]\\p{Nd}|0[1-9]|[1-9]| [1-9])",
  m: "(?<m>1[0-2]|0[1-9]|[1-9])",
  Y: "(?<Y>\\p{Nd}\\p{Nd}\\p{Nd}\\p{Nd})",
  y: "(?<y>\\p{Nd}\\p{Nd})",
  j: "(?<j>36[0-6]|3[0-5]\\p{Nd}|[12]\\p{Nd}\\p{Nd}|0[1-9]\\p{Nd}|00[1-9]|[1-9]\\p{Nd}|0[1-9]|[1-9])",
  b: `(?<b>${short(MONTHS)})`,
  B: `(?<B>${long(MONTHS)})`,
  a: `(?:${short(WEEKDAYS)})`,
  A: `(?:${long(WEEKDAYS)})`,
  H: "(?:2[0-3]|[01]\\p{Nd}|\\p{Nd})",
  I: "(?:1[0-2]|0[1-9]|[1-9])",
  M: "(?:[0-5]\\p{Nd}|\\p{Nd})",
  S: "(?:6[01]|[0-5]\\p{Nd}|\\p{Nd})",
  f: "(?:[0-9]{1,6})",
  p: "(?:am|pm)",
  "%": "%",
};

/** Value of a decimal number in digits of any script; digits of a script lie in a row, zero first. */
export function digitsValue(text: string): number {
  let value = 0;
  for (const character of text) value = value * 10 + digitValue(character);
  return value;
}

/** Value 0–9 of one decimal digit of any script. */
export function digitValue(character: string): number {
  const point = character.codePointAt(0)!;
  if (point < 128) return point - 48;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero--;
  return point - zero;
}

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month (1–12) of a year in the Gregorian calendar. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return leap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A calendar date: year 1–9999, month 1–12, day 1–31. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/**
 * Makes a reader from a pattern.
 * @param pattern such as "%d/%m/%Y"; directives d m Y y j b B a A H I M S f p and %%
 * @returns a function from a text to its date, null when the text doesn't follow the pattern or no such day exists;
 *   or the directive that isn't known
 */
export function dateReader(pattern: string): ((text: string) => CalendarDate | null) | { unknown: string } {
  let source = "";
  const seen = new Set<string>();
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === "%") {
      const letter = pattern[++i] ?? "";
      const directive = DIRECTIVES[letter];
      if (directive === undefined) return { unknown: `%${letter}` };
      if (letter !== "%" && seen.has(letter)) return { unknown: `%${letter} a second time` };
      seen.add(letter);
      source += directive;
    } else if (/\s/u.test(character)) {
      while (/\s/u.test(pattern[i + 1] ?? "")) i++;
      source += "\\s+";
    } else source += character.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  }
  const expression = new RegExp(source, "iuy");
  return (text) => {
    expression.lastIndex = 0;
    const match = expression.exec(text);
    if (match === null || match[0].length !== text.length) return null;
    return dateOf(match.groups ?? {});
  };
}

/** The date that the matched parts give; year 1900, month 1, day 1 where the pattern has none. */
function dateOf(part: Readonly<Record<string, string | undefined>>): CalendarDate | null {
  let year = 1900;
  if (part.Y !== undefined) year = digitsValue(part.Y);
  else if (part.y !== undefined) {
    const twoDigits = digitsValue(part.y);
    year = twoDigits <= 68 ? 2000 + twoDigits : 1900 + twoDigits;
  }
  if (year < 1) return null;
  const name = part.B ?? part.b;
  let month = 1;
  if (part.m !== undefined) month = digitsValue(part.m);
  else if (name !== undefined) month = 1 + MONTHS.findIndex((full) => full.startsWith(name.toLowerCase()));
  let day = part.d === undefined ? 1 : digitsValue(part.d.trim());
  if (part.j !== undefined && part.d === undefined && part.m === undefined && name === undefined) {
    day = digitsValue(part.j);
    if (day === 366 && !leap(year)) return null;
    while (day > daysOfMonth(year, month)) day -= daysOfMonth(year, month++);
  }
  return day <= daysOfMonth(year, month) ? { year, month, day } : null;
}
