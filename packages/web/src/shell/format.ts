/** Numbers and days in the reader's language, by the browser's own tables. */
import type { IsoDay, Language } from "@concord/core/vocabulary";
import { INTL_LOCALE } from "./language.ts";

export interface Format {
  /** 11,623 */
  count(value: number): string;
  /** +3, −2, 0: with a real minus sign. */
  change(value: number): string;
  /** 0.695 → 69 %: rounded down short of the whole, so that "100 %" means all. */
  share(part: number, whole: number): string;
  /** 24 February 2010; a partial date (`2006-09`, `2006`) keeps what it says. */
  day(day: string): string;
  /** 24 Feb 2010 */
  shortDay(day: string): string;
  /** 2010 */
  year(year: number): string;
  /** "A, B and C" */
  list(items: readonly string[]): string;
  /** Sorts names as the language does. */
  compare(a: string, b: string): number;
}

const known = new Map<Language, Format>();

/** The formats of a language; made once. */
export function formatOf(language: Language): Format {
  const found = known.get(language) ?? makeFormat(INTL_LOCALE[language]);
  known.set(language, found);
  return found;
}

function makeFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const long = date({ day: "numeric", month: "long", year: "numeric" });
  const short = date({ day: "numeric", month: "short", year: "numeric" });
  const month = date({ month: "long", year: "numeric" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const collator = new Intl.Collator(locale);
  const written = (day: string, full: Intl.DateTimeFormat) => {
    if (day.length === 4) return day;
    if (day.length === 7) return month.format(new Date(`${day}-01T00:00:00Z`));
    const at = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(at.getTime()) ? day : full.format(at);
  };
  return {
    count: (value) => number.format(value).replace("-", "\u2212"),
    change: (value) => signed.format(value).replace("-", "\u2212"),
    share: (part, whole) => {
      if (whole === 0) return "–";
      const hundredths = (part / whole) * 100;
      const rounded = part < whole ? Math.min(99, Math.round(hundredths)) : 100;
      return percent.format((part > 0 ? Math.max(1, rounded) : 0) / 100);
    },
    day: (day: IsoDay) => written(day, long),
    shortDay: (day: IsoDay) => written(day, short),
    year: (year) => String(year),
    list: (items) => list.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}
