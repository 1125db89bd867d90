import fc from "fast-check";
import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { recordsFrom } from "../records/records.ts";
import { type CellSystem, tabulate } from "./cell-system.ts";
import { displayCell, listTable } from "./display.ts";
import { type ProtectedTables, type ProtectQuestion, protectTables } from "./protect.ts";
import { roundTables } from "./rounding.ts";
import { loadSolver } from "./solver.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadSolver();
});

const value = <T>(
  result: { ok: true; value: T } | { ok: false; refusal: { parameter: string; detail: string } },
): T => {
  if (!result.ok) throw new Error(`${result.refusal.parameter}: ${result.refusal.detail}`);
  return result.value;
};

/** Records in which each given combination occurs the given number of times. */
function recordsOf(names: string[], counts: readonly (readonly [readonly string[], number])[]) {
  return recordsFrom(
    names,
    counts.flatMap(([row, count]) => Array.from({ length: count }, () => row)),
  );
}

const grid = (counts: readonly (readonly number[])[]) =>
  recordsOf(
    ["row", "column"],
    counts.flatMap((line, i) => line.map((count, j) => [[`r${i}`, `c${j}`], count] as const)),
  );

const at = ({ system }: { system: CellSystem }, where: Record<string, string>) =>
  system.cells.findIndex((cell) => JSON.stringify(cell.at) === JSON.stringify(where));

/** The range of every hidden cell over all whole-number tables with these sums and shown cells, by trying them out. */
function rangesByTrial(
  { system, hiding }: ProtectedTables,
  most: number,
): Map<number, { low: number; high: number }> {
  const ranges = new Map<number, { low: number; high: number }>();
  const inner = system.cells.flatMap(({ at }, cell) => (Object.keys(at).length === 2 ? [cell] : []));
  const values = system.cells.map(({ count }) => count);
  const sumsByRank = system.sums.toSorted(
    (a, b) => Object.keys(system.cells[b.total]!.at).length - Object.keys(system.cells[a.total]!.at).length,
  );
  const extend = (position: number): void => {
    const cell = inner[position];
    if (cell !== undefined) {
      const tries =
        hiding[cell] === "shown"
          ? [system.cells[cell]!.count]
          : Array.from({ length: most }, (_, i) => i + 1);
      for (const tried of tries) {
        values[cell] = tried;
        extend(position + 1);
      }
      return;
    }
    for (const { total, parts } of sumsByRank)
      values[total] = parts.reduce((sum, part) => sum + values[part]!, 0);
    if (values.some((tried, c) => hiding[c] === "shown" && tried !== system.cells[c]!.count)) return;
    values.forEach((tried, c) => {
      if (hiding[c] === "shown") return;
      const range = ranges.get(c) ?? { low: tried, high: tried };
      ranges.set(c, { low: Math.min(range.low, tried), high: Math.max(range.high, tried) });
    });
  };
  extend(0);
  return ranges;
}

describe("tables of counts", () => {
  it("hold every margin, and what is missing as a category", () => {
    const system = value(
      tabulate(
        recordsFrom(
          ["a", "b"],
          [
            ["x", "1"],
            ["x", ""],
            ["y", "1"],
          ],
        ),
        [["a", "b"]],
      ),
    );
    expect(system.cells.length).toBe(9);
    expect(system.cells[at({ system }, { a: "x" })]?.count).toBe(2);
    expect(system.cells[at({ system }, { a: "x", b: "" })]?.count).toBe(1);
    expect(system.cells[at({ system }, {})]?.count).toBe(3);
    for (const { total, parts } of system.sums)
      expect(parts.reduce((sum, part) => sum + system.cells[part]!.count, 0)).toBe(
        system.cells[total]!.count,
      );
  });

  it("that share a variable share its margin", () => {
    const records = recordsFrom(
      ["a", "b", "c"],
      [
        ["x", "1", "p"],
        ["y", "2", "q"],
      ],
    );
    const system = value(
      tabulate(records, [
        ["a", "b"],
        ["a", "c"],
      ]),
    );
    expect(system.cells.filter(({ at }) => JSON.stringify(at) === '{"a":"x"}').length).toBe(1);
  });

  it("are refused beyond the size that can be protected", () => {
    const rows = Array.from({ length: 200 }, (_, i) => [`${i}`, `${i}`]);
    const system = tabulate(recordsFrom(["a", "b"], rows), [["a", "b"]]);
    expect(!system.ok && system.refusal.parameter).toBe("--table a,b");
  });
});

const smallGrids = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 2,
});

describe("hidden cells", () => {
  const protect = (system: CellSystem, question: ProtectQuestion) =>
    value(protectTables(highs, system, question));

  it("of a table with one small count need three more, and none can be worked out", () => {
    const system = value(
      tabulate(
        grid([
          [3, 20, 30],
          [40, 25, 35],
          [22, 28, 31],
        ]),
        [["row", "column"]],
      ),
    );
    const hidden = protect(system, { k: 5 });
    expect(hidden.hiding.filter((hiding) => hiding === "primary").length).toBe(1);
    expect(hidden.hiding.filter((hiding) => hiding === "secondary").length).toBe(3);
    const { low, high } = hidden.intervals.get(at(hidden, { row: "r0", column: "c0" }))!;
    expect(high - low).toBeGreaterThanOrEqual(3);
    expect(low).toBeLessThanOrEqual(3);
  });

  it("are never recoverable: trying out all tables leaves each as wide a range as promised", () => {
    fc.assert(
      fc.property(
        smallGrids,
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (counts, k, spread) => {
          if (counts.flat().every((count) => count === 0)) return;
          const system = value(tabulate(grid(counts), [["row", "column"]]));
          const hidden = protect(system, { k, spread });
          const ranges = rangesByTrial(hidden, 11);
          hidden.hiding.forEach((hiding, cell) => {
            const { count } = system.cells[cell]!;
            expect(hiding === "primary").toBe(count > 0 && count < k);
            if (count === 0) expect(hiding).toBe("shown");
            if (hiding === "shown") return;
            const range = ranges.get(cell)!;
            expect(range.high - range.low).toBeGreaterThanOrEqual(hiding === "primary" ? spread : 1);
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it("have the ranges that trying out all tables gives", () => {
    const system = value(
      tabulate(
        grid([
          [2, 9, 8],
          [9, 7, 9],
        ]),
        [["row", "column"]],
      ),
    );
    const hidden = protect(system, { k: 5, spread: 3 });
    const ranges = rangesByTrial(hidden, 20);
    expect(Object.fromEntries(hidden.intervals)).toEqual(Object.fromEntries(ranges));
  });

  it('marked "<k" stay within what that tells: others are at least k', () => {
    const system = value(
      tabulate(
        grid([
          [3, 20, 30],
          [40, 25, 35],
          [22, 28, 31],
        ]),
        [["row", "column"]],
      ),
    );
    const hidden = protect(system, { k: 5, display: "below" });
    const cell = at(hidden, { row: "r0", column: "c0" });
    const { low, high } = hidden.intervals.get(cell)!;
    expect(low).toBeGreaterThanOrEqual(1);
    expect(high).toBeLessThanOrEqual(4);
    expect(displayCell(hidden, cell)).toBe("<5");
    expect(displayCell(hidden, hidden.hiding.indexOf("secondary"))).toBe(":");
    const rows = listTable(system, ["row", "column"], (c) => displayCell(hidden, c));
    expect(rows.length).toBe(16);
    expect(rows.find(([row, column]) => row === "(all)" && column === "(all)")?.[2]).toBe("234");
  });

  it("stay hidden in linked tables: a count hidden in one can't be had from the other", () => {
    const records = recordsOf(
      ["place", "sex", "age"],
      [
        [["p", "F", "a"], 2],
        [["p", "F", "b"], 14],
        [["p", "M", "a"], 20],
        [["p", "M", "b"], 18],
        [["q", "F", "a"], 30],
        [["q", "F", "b"], 25],
        [["q", "M", "a"], 22],
        [["q", "M", "b"], 3],
      ],
    );
    const system = value(
      tabulate(records, [
        ["place", "sex"],
        ["place", "age"],
        ["sex", "age"],
      ]),
    );
    const hidden = protect(system, { k: 20, spread: 4 });
    expect(hidden.hiding).toContain("primary");
    for (const [cell, { low, high }] of hidden.intervals)
      expect(high - low).toBeGreaterThanOrEqual(hidden.hiding[cell] === "primary" ? 4 : 1);
  });

  it("of three variables are protected too", () => {
    const rows = Array.from({ length: 400 }, (_, i) => {
      const place = Math.floor(Math.sqrt(i));
      return [`${i % 3}`, `${place % 5}`, `${(i % 7) % 4}`];
    });
    const system = value(tabulate(recordsFrom(["a", "b", "c"], rows), [["a", "b", "c"]]));
    const hidden = protect(system, { k: 11 });
    expect(hidden.hiding).toContain("primary");
    for (const [cell, { low, high }] of hidden.intervals)
      expect(high - low).toBeGreaterThanOrEqual(hidden.hiding[cell] === "primary" ? 6 : 1);
  });

  it("are refused where no table can vary enough, naming the cell", () => {
    const system = value(
      tabulate(
        grid([
          [3, 20],
          [40, 25],
        ]),
        [["row", "column"]],
      ),
    );
    const refused = protectTables(highs, system, { k: 5, spread: 9, display: "below" });
    expect(!refused.ok && refused.refusal).toMatchObject({
      code: "impossible",
      parameter: "cell row=r0, column=c0",
    });
    for (const question of [{ k: 1 }, { k: 5, spread: 0 }])
      expect(protectTables(highs, system, question).ok).toBe(false);
  });
});

describe("controlled rounding", () => {
  it("gives multiples next to the counts, keeps every sum, and changes a table of two variables by neighbours only", () => {
    fc.assert(
      fc.property(smallGrids, fc.integer({ min: 2, max: 5 }), (counts, base) => {
        if (counts.flat().every((count) => count === 0)) return;
        const system = value(tabulate(grid(counts), [["row", "column"]]));
        const rounded = value(roundTables(highs, system, base));
        expect(rounded.toNeighbours).toBe(true);
        rounded.system.cells.forEach(({ count }, cell) => {
          expect(count % base).toBe(0);
          expect(Math.abs(count - system.cells[cell]!.count)).toBeLessThan(base);
        });
        for (const { total, parts } of rounded.system.sums)
          expect(parts.reduce((sum, part) => sum + rounded.system.cells[part]!.count, 0)).toBe(
            rounded.system.cells[total]!.count,
          );
      }),
      { numRuns: 40 },
    );
  });

  it.each([1, 0, 2.5])("refuses base %s", (base) => {
    const system = value(tabulate(grid([[1]]), [["row", "column"]]));
    const refused = roundTables(highs, system, base);
    expect(!refused.ok && refused.refusal.parameter).toBe("--round");
  });
});
