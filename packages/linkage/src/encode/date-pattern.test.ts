import { describe, expect, it } from "vitest";
import { dateReader, daysOfMonth, digitsValue } from "./date-pattern.ts";

const read = (text: string, pattern: string) => {
  const reader = dateReader(pattern);
  if (typeof reader !== "function") throw new Error(reader.unknown);
  const date = reader(text);
  return date === null ? null : `${date.year}-${date.month}-${date.day}`;
};

describe("dates by pattern", () => {
  it.each([
    ["01/02/1990", "%d/%m/%Y", "1990-2-1"],
    ["1 feb 90", "%d %b %y", "1990-2-1"],
    ["1   September 2001", "%d %B %Y", "2001-9-1"],
    ["12/31/68", "%m/%d/%y", "2068-12-31"],
    ["12/31/69", "%m/%d/%y", "1969-12-31"],
    ["1990-060", "%Y-%j", "1990-3-1"],
    ["2000-366", "%Y-%j", "2000-12-31"],
    ["19900201", "%Y%m%d", "1990-2-1"],
    ["1/2/1990", "%d/%m/%Y", "1990-2-1"],
    ["Fri, 02.01.1970", "%a, %d.%m.%Y", "1970-1-2"],
    ["1970-01-02 23:59:58.5 PM", "%Y-%m-%d %H:%M:%S.%f %p", "1970-1-2"],
    ["100% 1999", "100%% %Y", "1999-1-1"],
    ["٢٠٠١-0٣-09", "%Y-%m-%d", null],
    ["٢٠٠١-03-09", "%Y-%m-%d", "2001-3-9"],
    ["1999-02-29", "%Y-%m-%d", null],
    ["1900-02-29", "%Y-%m-%d", null],
    ["2000-02-29", "%Y-%m-%d", "2000-2-29"],
    ["1999-366", "%Y-%j", null],
    ["0000-01-01", "%Y-%m-%d", null],
    ["1990-13-01", "%Y-%m-%d", null],
    ["1990-01-01x", "%Y-%m-%d", null],
    ["x1990-01-01", "%Y-%m-%d", null],
    ["", "%Y", null],
  ])("%j read as %s is %s", (text, pattern, date) => {
    expect(read(text, pattern)).toBe(date);
  });

  it("names a directive that it doesn't know, or that stands twice", () => {
    expect(dateReader("%Y-%Q")).toEqual({ unknown: "%Q" });
    expect(dateReader("%d %d")).toEqual({ unknown: "%d a second time" });
    expect(dateReader("%")).toEqual({ unknown: "%" });
  });

  it("months have their days, February by the Gregorian rule", () => {
    expect([1, 2, 4, 6, 9, 11, 12].map((month) => daysOfMonth(1999, month))).toEqual([
      31, 28, 30, 30, 30, 30, 31,
    ]);
    expect([1900, 2000, 2004].map((year) => daysOfMonth(year, 2))).toEqual([28, 29, 29]);
  });

  it("digits of any script have their value", () => {
    expect(digitsValue("٠١٢٣٤٥٦٧٨٩")).toBe(123456789);
    expect(digitsValue("९0")).toBe(90);
  });
});
