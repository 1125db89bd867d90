import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lateRefusal } from "./deadline.ts";
import { instantOf, isInstant, isTimeZone, localDay, localTime } from "./instant.ts";
import { breaksInTime, extendSilence, silenceEnd } from "./silence.ts";
import { addWorkingDays, type Seat } from "./working-day.ts";

const newYork: Seat = { timeZone: "America/New_York", weekend: [0, 6], holidays: ["2026-11-26"] };
const terms = { leastHours: 72, leastWorkingDays: 3 };

describe("instants and the seat's clock (P8)", () => {
  it("an instant is UTC to the millisecond, and a time zone a known name", () => {
    expect(isInstant("2026-11-24T15:00:00.000Z")).toBe(true);
    for (const text of ["2026-11-24", "2026-11-24T15:00:00Z", "2026-02-30T15:00:00.000Z", "soon", ""])
      expect(isInstant(text)).toBe(false);
    expect(isTimeZone("Africa/Nairobi")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("")).toBe(false);
  });

  it("local day and time lead back to the instant, also where clocks change", () => {
    const zone = fc.constantFrom(
      "America/New_York",
      "Europe/Vienna",
      "Asia/Kathmandu",
      "Pacific/Apia",
      "UTC",
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        zone,
        (at, timeZone) => {
          const back = instantOf(localTime(at.toISOString(), timeZone), timeZone);
          // An hour that exists twice is read as the first of the two.
          expect([0, 3_600_000]).toContain(at.getTime() - new Date(back).getTime());
          expect(localTime(back, timeZone)).toEqual(localTime(at.toISOString(), timeZone));
        },
      ),
    );
  });

  it("a time that a change of clocks skips is read by the clock before it", () => {
    const skipped = {
      day: localTime("2026-03-08T05:00:00.000Z", "America/New_York").day,
      time: 2.5 * 3_600_000,
    };
    expect(instantOf(skipped, "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
    expect(localDay("2026-11-25T03:00:00.000Z", "America/New_York")).toBe("2026-11-24");
  });

  it("what arrives at the deadline is in time, a millisecond later it is refused with the time of arrival", () => {
    const deadline = "2026-11-24T15:00:00.000Z";
    expect(lateRefusal(deadline, deadline)).toBeUndefined();
    expect(lateRefusal(deadline, null)).toBeUndefined();
    const late = lateRefusal("2026-11-24T15:00:00.001Z", deadline);
    expect(late).toMatchObject({ rule: "P8", code: "after-deadline" });
    expect(late?.detail).toContain("2026-11-24T15:00:00.001Z");
  });
});

describe("the silence procedure (P9)", () => {
  const friday = "2026-11-20T15:00:00.000Z";

  it("lasts 72 hours by the clock unless more is given", () => {
    expect(silenceEnd(friday, { hours: 72 }, newYork, terms)).toEqual({
      ok: true,
      value: "2026-11-23T15:00:00.000Z",
    });
    expect(silenceEnd(friday, { hours: 71.99 }, newYork, terms)).toMatchObject({
      ok: false,
      refusal: { code: "too-short" },
    });
    expect(silenceEnd(friday, { workingDays: 2 }, newYork, terms)).toMatchObject({ ok: false });
    expect(silenceEnd(friday, { workingDays: 3.5 }, newYork, terms)).toMatchObject({ ok: false });
  });

  it("counted in working days passes over weekends and holidays of the seat", () => {
    expect(silenceEnd(friday, { workingDays: 3 }, newYork, terms)).toEqual({
      ok: true,
      value: "2026-11-25T15:00:00.000Z",
    });
    expect(silenceEnd(friday, { workingDays: 4 }, newYork, terms)).toEqual({
      ok: true,
      value: "2026-11-27T15:00:00.000Z",
    });
  });

  it("a working day keeps the hour of the seat's clock when clocks change", () => {
    expect(addWorkingDays("2026-10-30T14:00:00.000Z", 1, newYork)).toBe("2026-11-02T15:00:00.000Z");
    expect(addWorkingDays("2026-11-21T15:00:00.000Z", 1, { ...newYork, weekend: [5, 6] })).toBe(
      "2026-11-22T15:00:00.000Z",
    );
  });

  it("can be extended before its end, never shortened", () => {
    const until = "2026-11-23T15:00:00.000Z";
    expect(extendSilence(friday, until, "2026-11-24T15:00:00.000Z").ok).toBe(true);
    expect(extendSilence(friday, until, until)).toMatchObject({
      ok: false,
      refusal: { code: "not-shortened" },
    });
    expect(extendSilence(until, until, "2026-11-24T15:00:00.000Z")).toMatchObject({
      ok: false,
      refusal: { code: "already-ended" },
    });
    expect(breaksInTime(until, until)).toBe(true);
    expect(breaksInTime("2026-11-23T15:00:00.001Z", until)).toBe(false);
  });
});
