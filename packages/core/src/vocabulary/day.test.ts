import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, firstOfFollowingMonth, isoDay, parseDay, parsePartialDate } from "./day.ts";

const MILLISECONDS = 86_400_000;
const anyDay = fc.integer({ min: parseDay("0000-01-01")!, max: parseDay("9999-12-31")! });

describe("calendar days", () => {
  it("are those of the Gregorian calendar, as the platform's own dates have them", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = new Date(day * MILLISECONDS).toISOString().slice(0, 10);
        expect(isoDay(day)).toBe(text);
        expect(parseDay(text)).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["1900-02-29", undefined],
    ["2000-02-29", "2000-02-29"],
    ["2010-02-30", undefined],
    ["2010-04-31", undefined],
    ["2010-13-01", undefined],
    ["2010-00-10", undefined],
    ["2010-01-00", undefined],
    ["2010-2-3", undefined],
    ["2010/02/24", undefined],
    ["２０１０-02-24", undefined],
    ["20100224", undefined],
    ["2010-02-24T", undefined],
    ["", undefined],
  ])("%s is read as %s", (text, read) => {
    const day = parseDay(text);
    expect(day === undefined ? undefined : isoDay(day)).toBe(read);
  });

  it("a year or a month alone leaves all its days open", () => {
    const days = (text: string) => {
      const interval = parsePartialDate(text);
      return interval && [isoDay(interval.first), isoDay(interval.last)];
    };
    expect(days("1956")).toEqual(["1956-01-01", "1956-12-31"]);
    expect(days("1956-02")).toEqual(["1956-02-01", "1956-02-29"]);
    expect(days("1956-2")).toBeUndefined();
    expect(days("195x")).toBeUndefined();
  });

  it("months on, a day that its month lacks becomes the last", () => {
    const later = (text: string, months: number) => isoDay(addMonths(parseDay(text)!, months));
    expect(later("2005-01-31", 1)).toBe("2005-02-28");
    expect(later("2004-11-30", 3)).toBe("2005-02-28");
    expect(later("2004-01-31", -2)).toBe("2003-11-30");
    expect(isoDay(firstOfFollowingMonth(parseDay("2014-10-01")!))).toBe("2014-11-01");
    expect(isoDay(firstOfFollowingMonth(parseDay("2014-12-31")!))).toBe("2015-01-01");
  });
});
