import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fits, readLedger, writeEntry, writeHeader } from "./ledger.ts";
import { budgetOf, epsilonOf, rhoOf, rhoOfGaussian, spending } from "./zcdp.ts";

/** A line with its check, as the ledger writes it. */
function sealed(content: unknown): string {
  const check = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
  return JSON.stringify({ ...(content as object), check });
}
const header = {
  format: "concord privacy ledger 1",
  subject: "s",
  epsilon: 1,
  delta: 1e-6,
  rho: 10,
  deltaLeft: 5,
};
const line = { id: "a", at: "2026-01-01", what: "counts", rho: 3, delta: 1 };
const detail = (...lines: string[]): string => {
  const read = readLedger(lines.join("\n"), "the.ledger");
  return read.ok ? "read" : `${read.refusal.parameter}: ${read.refusal.code}`;
};

describe("the lines of a ledger", () => {
  it("are read as they are written", () => {
    expect(writeHeader("s", { epsilon: 1, delta: 1e-6 }, { rho: 10, delta: 5 })).toBe(
      `\n${sealed(header)}\n`,
    );
    expect(writeEntry(line)).toBe(`\n${sealed(line)}\n`);
    const read = readLedger(`\n${sealed(header)}\n  \n${sealed(line)}\n`, "x");
    expect(read.ok && read.value).toEqual({
      subject: "s",
      promise: { epsilon: 1, delta: 1e-6 },
      budget: { rho: 10, delta: 5 },
      granted: [line],
      denied: [],
      spent: { rho: 3, delta: 1 },
    });
  });
  it("name the line that isn't a header", () => {
    const not = (change: Record<string, unknown>) => detail("", sealed({ ...header, ...change }));
    for (const change of [
      { format: "another" },
      { subject: 7 },
      { rho: -1 },
      { rho: 1.5 },
      { rho: "10" },
      { deltaLeft: -1 },
      { deltaLeft: null },
      { epsilon: "1" },
      { delta: "1e-6" },
    ])
      expect(not(change), JSON.stringify(change)).toBe("the.ledger, line 2: damaged-ledger");
    expect(not({ rho: 0, deltaLeft: 0 })).toBe("read");
    expect(detail(sealed(line))).toBe("the.ledger, line 1: damaged-ledger");
    expect(detail("")).toBe("the.ledger: damaged-ledger");
  });
  it("name the line that isn't an entry, or was changed", () => {
    const not = (change: Record<string, unknown>) =>
      detail(sealed(header), "", sealed({ ...line, ...change }));
    for (const change of [
      { id: 1 },
      { at: 1 },
      { what: 1 },
      { rho: -1 },
      { rho: 0.5 },
      { delta: -1 },
      { delta: "1" },
    ])
      expect(not(change), JSON.stringify(change)).toBe("the.ledger, line 3: damaged-ledger");
    const changed = sealed(line).replace('"rho":3', '"rho":1');
    expect(detail(sealed(header), changed)).toBe("the.ledger, line 2: damaged-ledger");
    for (const wrong of ["null", "7", '"text"', "what is this", "what is this}", '{"id":"a"}}'])
      expect(detail(sealed(header), wrong), wrong).toBe("the.ledger, line 2: damaged-ledger");
  });
  it("that break off are passed over: nothing was released for them", () => {
    expect(detail(sealed(header), sealed(line).slice(0, -9))).toBe("read");
    expect(detail(sealed(header), '{"id":"a')).toBe("read");
    expect(detail(sealed(header).slice(0, -5))).toBe("the.ledger: damaged-ledger");
  });
  it("are granted up to the last unit of ρ and of δ", () => {
    const state = { budget: { rho: 10, delta: 5 }, spent: { rho: 4, delta: 2 } };
    const may = (rho: number, delta: number) => fits(state, { rho, delta });
    expect([may(6, 3), may(7, 3), may(6, 4), may(0, 0)]).toEqual([true, false, false, true]);
    const read = readLedger(
      [header, line, { ...line, id: "b", rho: 8 }, { ...line, id: "c", rho: 7, delta: 4 }]
        .map(sealed)
        .join("\n"),
      "x",
    );
    expect(read.ok && [read.value.granted.map(({ id }) => id), read.value.denied, read.value.spent]).toEqual([
      ["a", "c"],
      ["b"],
      { rho: 10, delta: 5 },
    ]);
  });
});

describe("amounts of privacy", () => {
  it("are those of the best order, found by trying many", () => {
    for (const [rho, delta] of [
      [0.01, 1e-6],
      [0.5, 1e-6],
      [3, 1e-9],
    ] as const) {
      let least = Number.POSITIVE_INFINITY;
      for (let above = 0.001; above < 1000; above *= 1.0005) {
        const order = 1 + above;
        least = Math.min(
          least,
          order * rho + Math.log(1 / (order * delta)) / above + Math.log(1 - 1 / order),
        );
      }
      expect(epsilonOf(rho, delta)).toBeCloseTo(least, 4);
      expect(epsilonOf(rho, delta)).toBeLessThanOrEqual(least);
      expect(rhoOf(least, delta)).toBeCloseTo(rho, 4);
    }
    expect(rhoOf(0.0001, 0.05)).toBeGreaterThan(0);
    expect(epsilonOf(rhoOf(0.3, 0.05), 0.05)).toBeLessThanOrEqual(0.3);
  });
  it("of Gaussian noise are Δ² / 2σ²", () => {
    expect(rhoOfGaussian(3, { numerator: 5, denominator: 2 })).toBeCloseTo(6 / 10, 12);
  });
  it("are rounded up by the unit, but not for the error of a division", () => {
    expect(spending(3e-9, 7e-15)).toEqual({ rho: 3, delta: 7 });
    expect(spending(3.01e-9, 7.01e-15)).toEqual({ rho: 4, delta: 8 });
  });
  it("halve δ: one half for turning ρ into ε, one for thresholds", () => {
    const made = budgetOf({ epsilon: 4, delta: 1e-6 });
    expect(made.ok && made.value).toEqual({
      rho: Math.floor(rhoOf(4, 5e-7) * 1e9),
      delta: Math.floor(5e-7 / 1e-15),
    });
  });
  it("are refused where ε or δ promise nothing, or too little to count", () => {
    const refused = (epsilon: number, delta: number) => {
      const made = budgetOf({ epsilon, delta });
      return made.ok ? "granted" : made.refusal.parameter;
    };
    for (const epsilon of [0, -1, Number.NaN, 1000.1, Number.POSITIVE_INFINITY])
      expect(refused(epsilon, 1e-6), String(epsilon)).toBe("--epsilon");
    for (const delta of [0, -1, 0.1, 1, Number.NaN]) expect(refused(1, delta), String(delta)).toBe("--delta");
    expect([refused(1000, 1e-6), refused(1, 0.0999)]).toEqual(["granted", "granted"]);
    expect([refused(1e-6, 1e-6), refused(1, 1e-15), refused(1, 2e-15)]).toEqual([
      "--epsilon",
      "--epsilon",
      "granted",
    ]);
  });
});
