import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobsOfPart, listPairs, planJobs } from "./plan.ts";

const counts = fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 1, maxLength: 4 });

describe("the plan", () => {
  it("compares each pair of lists once, and lists with themselves when asked to", () => {
    expect(listPairs(3, false)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(listPairs(2, true)).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it("covers every pair of records once, however it is cut", () => {
    fc.assert(
      fc.property(counts, fc.boolean(), fc.integer({ min: 1, max: 8 }), (sizes, within, share) => {
        const jobs = planJobs(sizes, within, { kind: "none" }, share);
        let pairs = 0;
        for (const job of jobs) {
          if (job.kind !== "exact") throw new Error("no exact job");
          const rows = job.left.to - job.left.from;
          expect(rows).toBeLessThanOrEqual(1 << 16);
          pairs += job.self ? (rows * (rows - 1)) / 2 : rows * (job.right.to - job.right.from);
        }
        const expected = listPairs(sizes.length, within).reduce(
          (sum, [a, b]) => sum + (a === b ? (sizes[a]! * (sizes[a]! - 1)) / 2 : sizes[a]! * sizes[b]!),
          0,
        );
        expect(pairs).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("falls into enough jobs for all threads when there is much to do", () => {
    expect(planJobs([50_000, 50_000], false, { kind: "none" }, 2).length).toBeGreaterThanOrEqual(6);
    expect(planJobs([100_000], true, { kind: "none" }, 2).length).toBeGreaterThanOrEqual(6);
    expect(planJobs([50_000, 50_000], false, { kind: "none" }, 1).length).toBe(3);
  });

  it("has a job for each blocking table or rule", () => {
    expect(planJobs([5, 5, 5], false, { kind: "hamming", width: 8, tables: 4, seed: 1 }, 2)).toHaveLength(12);
    expect(planJobs([5, 5], true, { kind: "keys", rules: 2 }, 2)).toHaveLength(6);
  });

  it("is shared out without gap or overlap", () => {
    const parts = [1, 2, 3].flatMap((part) => jobsOfPart(10, part, 3));
    expect([...parts].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(jobsOfPart(10, 1, 3)).toEqual([0, 3, 6, 9]);
  });
});
