import fc from "fast-check";
import { expect, it } from "vitest";
import { recordsFrom } from "../records/records.ts";
import { chooseColumnSets, countCombinations } from "./marginal.ts";

it("counts every combination of up to four values as going through the rows does", () => {
  const rows = fc.array(fc.array(fc.constantFrom("", "a", "b", "c"), { minLength: 5, maxLength: 5 }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, (rows) => {
      const records = recordsFrom(["p", "q", "r", "s", "t"], rows);
      const counted = new Map<string, number>();
      for (const { columns, codes, counts } of countCombinations(records, 4)) {
        counts.forEach((count, cell) => {
          const name = columns.map(
            (column, j) => `${column}=${records.columns[column]!.values[codes[cell * columns.length + j]!]}`,
          );
          counted.set(name.join(), count);
        });
      }
      const expected = new Map<string, number>();
      for (const row of rows) {
        for (let size = 1; size <= 4; size++) {
          for (const columns of chooseColumnSets(5, size)) {
            if (columns.some((column) => row[column] === "")) continue;
            const name = columns.map((column) => `${column}=${row[column]}`).join();
            expected.set(name, (expected.get(name) ?? 0) + 1);
          }
        }
      }
      expect(counted).toEqual(expected);
    }),
  );
});

it("counts alike where the table of cells would be too large", () => {
  const rows = Array.from({ length: 3000 }, (_, i) => [`${i % 1500}`, `${(i * 7) % 1400}`, i % 3 ? "x" : ""]);
  const records = recordsFrom(["a", "b", "c"], rows);
  const [pair, triple] = [countCombinations(records, 3)[3]!, countCombinations(records, 3)[6]!];
  expect(pair.columns).toEqual([0, 1]);
  expect(pair.counts.reduce((a, b) => a + b, 0)).toBe(3000);
  expect(triple.counts.reduce((a, b) => a + b, 0)).toBe(2000);
});
