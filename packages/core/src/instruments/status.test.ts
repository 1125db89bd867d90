import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { isoDay, parseDay } from "../vocabulary/index.ts";
import { standingOf, statusOf } from "./standing.ts";
import { type PairFacts, statusSegments, treatyStatus, turningDaysOf } from "./status.ts";

const day = (text: string): number => parseDay(text)!;
const exact = (text: string) => ({ first: day(text), last: day(text) });

const NOTHING: PairFacts = {
  adopted: day("2000-01-01"),
  noRow: true,
  joinings: [],
  denunciations: [],
  signature: undefined,
  datesNotHeld: false,
  listHeld: true,
  listBegins: undefined,
  asOf: day("2020-01-01"),
};

describe("worked examples of R3 and R8–R10", () => {
  it.each([
    [
      "crc-opac",
      "SUR",
      "2020-12-31",
      { kind: "signed", date: "2002-05-10", known_until: "2022-08-25", stale: false },
    ],
    ["crc-opac", "SUR", "2021-01-01", { kind: "unknown", reason: "date-unsure" }],
    ["crc-opac", "SUR", "2022-01-30", { kind: "unknown", reason: "date-unsure" }],
    ["crc-opac", "SUR", "2022-01-31", { kind: "in-force", since: "2022-01-31" }],
    ["unicef-guidelines-2006", "FRA", "2006-09-29", { kind: "not-adopted" }],
    ["unicef-guidelines-2006", "FRA", "2006-09-30", { kind: "recommended" }],
    ["rome-statute", "BDI", "2017-10-26", { kind: "in-force", since: "2004-12-01" }],
    ["rome-statute", "BDI", "2017-10-27", { kind: "left", since: "2017-10-27" }],
    ["rome-statute", "HUN", "2026-06-01", { kind: "in-force", since: "2002-07-01" }],
    ["rome-statute", "HUN", "2026-06-02", { kind: "left", since: "2026-06-02" }],
    ["ilo-c105", "MYS", "2020-01-01", { kind: "unknown", reason: "pair" }],
    ["ilo-c105", "SGP", "1960-01-01", { kind: "unknown", reason: "pair" }],
    ["ilo-c105", "SGP", "1957-06-24", { kind: "not-adopted" }],
    ["asean-actip-2015", "VNM", "2017-03-08", { kind: "in-force", since: "2017-03-08" }],
    ["asean-actip-2015", "BRN", "2020-01-01", { kind: "unknown", reason: "no-list" }],
    ["saarc-2002", "FRA", "2002-01-04", { kind: "not-adopted" }],
    ["saarc-2002", "FRA", "2002-01-05", { kind: "unknown", reason: "no-list" }],
    ["white-slave-1904", "FRA", "1930-01-01", { kind: "unknown", reason: "before-list" }],
    ["white-slave-1904", "FRA", "1949-05-05", { kind: "in-force", since: "1949-05-05" }],
    ["statelessness-1961", "TON", "2012-01-01", { kind: "not-party" }],
    ["statelessness-1961", "TON", "2020-01-01", { kind: "unknown", reason: "list-ends" }],
    [
      "cedaw",
      "USA",
      "2022-08-25",
      { kind: "signed", date: "1980-07-17", known_until: "2022-08-25", stale: false },
    ],
    [
      "cedaw",
      "USA",
      "2022-08-26",
      { kind: "signed", date: "1980-07-17", known_until: "2022-08-25", stale: true },
    ],
  ])("%s %s on %s", (instrument, state, on, expected) => {
    expect(statusOf(realLaw(), instrument, state, on)).toEqual(expected);
  });

  it("instruments without an end of list show unknown for every state without a row, never not-party", () => {
    const law = realLaw();
    for (const { index, instrument, asOf } of law.instruments) {
      if (asOf !== undefined || instrument.kind === "soft-law" || instrument.kind === "eu-directive")
        continue;
      for (const state of law.states.keys())
        expect(standingOf(law, index, state, day("2026-11-24")).kind).not.toBe("not-party");
    }
  });
});

describe("order of the statuses (R9)", () => {
  it("a later joining action joins again, an earlier one doesn't (R8)", () => {
    const facts: PairFacts = {
      ...NOTHING,
      joinings: [
        { deposit: exact("2001-01-01"), effect: day("2001-04-01") },
        { deposit: exact("2010-01-01"), effect: day("2010-04-01") },
      ],
      denunciations: [exact("2005-01-01")],
    };
    const kinds = ["2000-06-01", "2001-02-01", "2004-12-31", "2005-01-01", "2010-02-01", "2010-04-01"].map(
      (on) => treatyStatus(facts, day(on)).kind,
    );
    expect(kinds).toEqual(["not-party", "pending", "in-force", "left", "pending", "in-force"]);
  });

  it("whoever left stays left, though it signed", () => {
    const facts: PairFacts = {
      ...NOTHING,
      joinings: [{ deposit: exact("2001-01-01"), effect: day("2001-04-01") }],
      denunciations: [exact("2005-01-01")],
      signature: { counts: day("2000-05-05"), date: "2000-05-05" },
    };
    expect(treatyStatus(facts, day("2019-01-01"))).toEqual({ kind: "left", since: "2005-01-01" });
  });

  it("a signature whose list has no end is stale from the first day", () => {
    const facts: PairFacts = {
      ...NOTHING,
      asOf: undefined,
      signature: { counts: day("2000-05-05"), date: "2000-05-05" },
    };
    expect(treatyStatus(facts, day("2001-01-01"))).toEqual({
      kind: "signed",
      date: "2000-05-05",
      known_until: "",
      stale: true,
    });
  });
});

const anyDay = fc.integer({ min: day("1999-06-01"), max: day("2021-06-01") });
const span = fc
  .tuple(anyDay, fc.constantFrom(0, 0, 364))
  .map(([first, days]) => ({ first, last: first + days }));
const facts: fc.Arbitrary<PairFacts> = fc.record({
  adopted: fc.constant(day("2000-01-01")),
  noRow: fc.constant(false),
  joinings: fc.array(
    fc.tuple(span, fc.nat(400)).map(([deposit, wait]) => ({ deposit, effect: deposit.last + wait })),
    { maxLength: 2 },
  ),
  denunciations: fc.array(span, { maxLength: 2 }),
  signature: fc.option(
    anyDay.map((counts) => ({ counts, date: isoDay(counts) })),
    { nil: undefined },
  ),
  datesNotHeld: fc.constant(false),
  listHeld: fc.boolean(),
  listBegins: fc.option(anyDay, { nil: undefined }),
  asOf: fc.option(anyDay, { nil: undefined }),
});

describe("properties of a status", () => {
  it("the spans of time say on every day what the rule says", () => {
    fc.assert(
      fc.property(facts, fc.array(anyDay, { minLength: 1, maxLength: 30 }), (pair, days) => {
        const segments = statusSegments((on) => treatyStatus(pair, on), turningDaysOf(pair));
        for (const on of days)
          expect(segments.findLast(({ from }) => from <= on)!.status).toEqual(treatyStatus(pair, on));
      }),
      { numRuns: 300 },
    );
  });

  it("once bound a state stays bound until a denunciation is held, whatever the end of the list", () => {
    fc.assert(
      fc.property(facts, anyDay, fc.nat(3000), (pair, on, later) => {
        const withoutLeaving = { ...pair, denunciations: [] };
        fc.pre(treatyStatus(withoutLeaving, on).kind === "in-force");
        expect(treatyStatus(withoutLeaving, on + later).kind).toBe("in-force");
      }),
      { numRuns: 300 },
    );
  });

  it("not-party is said only within the list, never after its end or where no list is held", () => {
    fc.assert(
      fc.property(facts, anyDay, (pair, on) => {
        fc.pre(treatyStatus(pair, on).kind === "not-party");
        expect(pair.listHeld && pair.asOf !== undefined && on <= pair.asOf).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
