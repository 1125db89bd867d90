import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type LedgerEntry, readLedger, writeEntry, writeHeader } from "./ledger.ts";
import { openLedger, spend } from "./ledger-file.ts";
import {
  addLosses,
  budgetOf,
  epsilonOf,
  rhoOf,
  rhoOfChoice,
  rhoOfGaussian,
  rhoOfPure,
  spending,
} from "./zcdp.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-ledger-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = () => join(folder, `${files++}.ledger`);
const entry = (id: string, rho: number, delta = 0): LedgerEntry => ({
  id,
  at: "2026-01-01",
  what: "counts",
  rho,
  delta,
});
const promise = { epsilon: 4, delta: 1e-6 };

describe("zero-concentrated differential privacy", () => {
  it("turns ρ into ε no worse than the textbook bound ρ + 2√(ρ·log(1/δ)), and back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 5, noNaN: true }),
        fc.double({ min: 3, max: 12, noNaN: true }),
        (rho, digits) => {
          const delta = 10 ** -digits;
          const epsilon = epsilonOf(rho, delta);
          expect(epsilon).toBeLessThanOrEqual(rho + 2 * Math.sqrt(rho * Math.log(1 / delta)) + 1e-9);
          if (epsilon > 0.001) expect(rhoOf(epsilon, delta)).toBeCloseTo(rho, 5);
        },
      ),
    );
  });

  it("gives ε as a sum over the privacy loss of Gaussian noise does, or more", () => {
    // For one count with noise N(0, σ²) the exact δ at ε is Φ(1/2σ − εσ) − exp(ε)·Φ(−1/2σ − εσ) (Balle & Wang 2018).
    const normal = (x: number) => {
      let sum = 0;
      const steps = 20_000;
      for (let i = 0; i < steps; i++) {
        const at = -12 + ((x + 12) * (i + 0.5)) / steps;
        sum += Math.exp((-at * at) / 2);
      }
      return (sum * (x + 12)) / steps / Math.sqrt(2 * Math.PI);
    };
    for (const sigma of [1, 3]) {
      const epsilon = epsilonOf(rhoOfGaussian(1, { numerator: sigma * sigma, denominator: 1 }), 1e-5);
      const exact =
        normal(0.5 / sigma - epsilon * sigma) - Math.exp(epsilon) * normal(-0.5 / sigma - epsilon * sigma);
      expect(exact).toBeLessThanOrEqual(1e-5);
      expect(exact).toBeGreaterThan(1e-7);
    }
  });

  it("adds up and rounds what is spent upwards", () => {
    expect(rhoOfPure(2)).toBe(2);
    expect(rhoOfChoice(2)).toBe(0.5);
    expect(spending(1.2e-9, 3e-16)).toEqual({ rho: 2, delta: 1 });
    expect(
      addLosses([
        { rho: 1, delta: 2 },
        { rho: 3, delta: 4 },
      ]),
    ).toEqual({ rho: 4, delta: 6 });
  });

  it.each([
    [{ epsilon: 0, delta: 1e-6 }, "--epsilon"],
    [{ epsilon: -1, delta: 1e-6 }, "--epsilon"],
    [{ epsilon: Number.NaN, delta: 1e-6 }, "--epsilon"],
    [{ epsilon: 1, delta: 0 }, "--delta"],
    [{ epsilon: 1, delta: 1 }, "--delta"],
    [{ epsilon: 1e-6, delta: 1e-9 }, "--epsilon"],
  ])("makes no promise of %j", (impossible, parameter) => {
    const budget = budgetOf(impossible);
    expect(!budget.ok && budget.refusal.parameter).toBe(parameter);
  });
});

describe("the ledger", () => {
  it("grants releases until the budget is spent, and says what is left", () => {
    const path = newPath();
    const opened = openLedger(path, "cases", promise);
    if (!opened.ok) throw new Error(opened.refusal.detail);
    const { rho } = opened.value.budget;
    expect(spend(path, entry("a", rho - 10)).ok).toBe(true);
    const refused = spend(path, entry("b", 11));
    expect(!refused.ok && refused.refusal).toMatchObject({
      code: "over-budget",
      detail: expect.stringContaining("left"),
    });
    expect(spend(path, entry("c", 10)).ok).toBe(true);
    const last = spend(path, entry("d", 1));
    expect(!last.ok && last.refusal.cure).toMatch(/costs nothing/);
    const overDelta = spend(path, entry("e", 0, 1e12));
    expect(!overDelta.ok && overDelta.refusal.detail).toMatch(/too little δ/);
  });

  it("is never overspent, whatever is asked for, in whatever order, with lines cut short in between", () => {
    const asks = fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(asks, (asked) => {
        let text = writeHeader("cases", promise, { rho: 100, delta: 80 });
        asked.forEach(([rho, delta, cut], i) => {
          const line = writeEntry(entry(`${i}`, rho, delta));
          text += cut ? line.slice(0, 5 + ((rho * 7) % (line.length - 7))) : line;
        });
        const ledger = readLedger(text, "x");
        if (!ledger.ok) throw new Error(ledger.refusal.detail);
        const { spent, granted, denied } = ledger.value;
        expect(spent.rho).toBeLessThanOrEqual(100);
        expect(spent.delta).toBeLessThanOrEqual(80);
        expect(granted.length + denied.length).toBe(asked.filter(([, , cut]) => !cut).length);
        expect(addLosses(granted)).toEqual(spent);
      }),
    );
  });

  it("refuses lines that were changed, removed headers and other files", () => {
    const whole = writeHeader("cases", promise, { rho: 100, delta: 80 }) + writeEntry(entry("a", 50));
    for (const damaged of [
      whole.replace('"rho":50', '"rho":5'),
      whole.split("\n").slice(2).join("\n"),
      "a,b\n1,2\n",
      "",
      `${whole}{"x":1}`,
      whole + writeHeader("again", promise, { rho: 1, delta: 1 }),
      whole.replace("}\n", "x}\n"),
    ]) {
      const ledger = readLedger(damaged, "cases.ledger");
      expect(!ledger.ok && ledger.refusal.code).toBe("damaged-ledger");
      expect(!ledger.ok && ledger.refusal.parameter).toContain("cases.ledger");
    }
    const path = newPath();
    writeFileSync(path, "nonsense");
    expect(spend(path, entry("a", 1)).ok).toBe(false);
  });

  it("isn't begun without a promise, nor begun anew where there is one", () => {
    const path = newPath();
    expect(openLedger(path, "cases", undefined).ok).toBe(false);
    openLedger(path, "cases", promise);
    const before = readFileSync(path, "utf8");
    expect(openLedger(path, "cases", { epsilon: 100, delta: 1e-6 }).ok).toBe(true);
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("passes over a line cut short by a crash and goes on", () => {
    const path = newPath();
    openLedger(path, "cases", promise);
    appendFileSync(path, writeEntry(entry("torn", 1e6)).slice(0, 40));
    const next = spend(path, entry("next", 5));
    expect(next.ok && next.value.spent.rho).toBe(5);
  });

  it("holds every granted line after the programs that wrote it were killed, and no more than the budget", async () => {
    const path = newPath();
    const opened = openLedger(path, "cases", promise);
    if (!opened.ok) throw new Error("not opened");
    const share = Math.floor(opened.value.budget.rho / 25);
    const program = `
      const { spend } = await import(${JSON.stringify(new URL("./ledger-file.ts", import.meta.url).href)});
      for (let i = 0; ; i++) {
        const done = spend(${JSON.stringify(path)}, { id: process.pid + "-" + i, at: "", what: "", rho: ${share}, delta: 0 });
        if (!done.ok) break;
        console.log(process.pid + "-" + i);
        await new Promise((go) => setTimeout(go, 2));
      }`;
    const told: string[] = [];
    const runs = [0, 1, 2].map(
      (nth) =>
        new Promise<void>((done) => {
          const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
          child.stdout.on("data", (text: Buffer) => {
            told.push(...text.toString().trim().split("\n"));
            if (nth < 2) child.kill("SIGKILL");
          });
          child.on("close", () => done());
        }),
    );
    await Promise.all(runs);
    const ledger = readLedger(readFileSync(path, "utf8"), path);
    if (!ledger.ok) throw new Error(ledger.refusal.detail);
    const granted = ledger.value.granted.map(({ id }) => id);
    expect(granted).toEqual(expect.arrayContaining(told));
    expect(ledger.value.spent.rho).toBeLessThanOrEqual(ledger.value.budget.rho);
    expect(granted.length).toBe(25);
  });
});
