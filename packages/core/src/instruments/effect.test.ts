import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { treaty } from "../testing/small-law.ts";
import { isoDay, parseDay } from "../vocabulary/index.ts";
import { effectDay, parseWaitingPeriod, waitingPeriodOf } from "./effect.ts";
import { statusOf } from "./standing.ts";

const day = (text: string): number => parseDay(text)!;
const effect = (deposit: string, rule: string, floor?: string): string =>
  isoDay(effectDay(day(deposit), parseWaitingPeriod(rule)!, floor === undefined ? undefined : day(floor)));

describe("which waiting period applies (R4)", () => {
  const rules = [
    { instrument: "ilo-*", rule: "deposit+12m", article: "", checked: true },
    { instrument: "ilo-c1*", rule: "deposit+6m", article: "", checked: true },
    { instrument: "ilo-c105", rule: "deposit", article: "", checked: true },
  ];
  const months = (id: string, kind: "treaty" | "soft-law" = "treaty"): number =>
    waitingPeriodOf(treaty(id, { kind }), rules).months;

  it("the exact id goes first, then the longest prefix, then the day of deposit", () => {
    expect(months("ilo-c105")).toBe(0);
    expect(months("ilo-c182")).toBe(6);
    expect(months("ilo-p029")).toBe(12);
    expect(months("untoc")).toBe(0);
  });

  it("a prefix never reaches soft law", () => {
    expect(months("ilo-r203", "soft-law")).toBe(0);
  });

  it("a rule in no known form is refused by name", () => {
    const broken = [{ instrument: "cat", rule: "soon", article: "", checked: true }];
    expect(() => waitingPeriodOf(treaty("cat"), broken)).toThrow(/cat.*soon/);
  });

  it("every rule of the data is in a known form", () => {
    for (const { rule } of realLaw().knowledge.effectRules) expect(parseWaitingPeriod(rule)).toBeDefined();
  });
});

describe("when a deposit takes effect (R5)", () => {
  it("months are clamped to the month's end", () => {
    expect(effect("1979-11-30", "deposit+3m")).toBe("1980-02-29");
    expect(effect("2005-01-31", "deposit+1m")).toBe("2005-02-28");
  });

  it("days are calendar days", () => {
    expect(effect("2019-09-12", "deposit+30d")).toBe("2019-10-12");
  });

  it("the first of the month after is the following one, even when the sum is itself a first", () => {
    expect(effect("2014-07-01", "first-of-month-after+3m")).toBe("2014-11-01");
    expect(effect("2006-11-01", "first-of-month-after+60d")).toBe("2007-01-01");
  });

  it("effect is never before the deposit nor before the instrument's own entry into force (R6)", () => {
    const form = fc.constantFrom("deposit", "deposit+30d", "deposit+12m", "first-of-month-after+3m");
    const anyDay = fc.integer({ min: -24_000, max: 20_000 });
    fc.assert(
      fc.property(form, anyDay, anyDay, (rule, deposit, floor) => {
        const on = effectDay(deposit, parseWaitingPeriod(rule)!, floor);
        expect(on).toBeGreaterThanOrEqual(Math.max(deposit, floor));
      }),
    );
  });

  it("a later deposit never takes effect earlier", () => {
    const form = fc.constantFrom("deposit+30d", "deposit+1m", "deposit+3m", "first-of-month-after+60d");
    fc.assert(
      fc.property(form, fc.integer({ min: -24_000, max: 20_000 }), fc.nat(400), (rule, deposit, later) => {
        const period = parseWaitingPeriod(rule)!;
        expect(effectDay(deposit + later, period, undefined)).toBeGreaterThanOrEqual(
          effectDay(deposit, period, undefined),
        );
      }),
    );
  });
});

describe("worked examples of R5–R7", () => {
  it.each([
    ["iccpr", "SLV", "1980-02-28", "pending", "1980-02-29"],
    ["iccpr", "SLV", "1980-02-29", "in-force", "1980-02-29"],
    ["crc-opsc", "BEN", "2005-02-28", "in-force", "2005-02-28"],
    ["coe-cets-210", "SWE", "2014-10-31", "pending", "2014-11-01"],
    ["coe-cets-210", "SWE", "2014-11-01", "in-force", "2014-11-01"],
    ["rome-statute", "TCD", "2007-01-01", "in-force", "2007-01-01"],
    ["untoc", "NGA", "2001-06-28", "pending", "2003-09-29"],
    ["untoc", "NGA", "2003-09-29", "in-force", "2003-09-29"],
    ["ilo-c029", "SRB", "2000-11-24", "in-force", "2000-11-24"],
    ["ilo-p029", "BGD", "2023-01-19", "pending", "2023-01-20"],
    ["ilo-p029", "BGD", "2023-01-20", "in-force", "2023-01-20"],
    ["palermo-protocol", "BGD", "2019-10-11", "pending", "2019-10-12"],
    ["palermo-protocol", "BGD", "2019-10-12", "in-force", "2019-10-12"],
  ])("%s %s on %s: %s %s", (instrument, state, on, kind, since) => {
    expect(statusOf(realLaw(), instrument, state, on)).toEqual({ kind, since });
  });
});
