import { describe, expect, it } from "vitest";
import { seededRandom } from "../generate/random.ts";
import { qualityByScores, qualityByTruth } from "./quality.ts";

describe("quality against the truth", () => {
  it("counts right, wrong and missed pairs", () => {
    const truth = new Map([
      ["a1", "p"],
      ["b1", "p"],
      ["c1", "p"],
      ["a2", "q"],
      ["b2", "r"],
    ]);
    const links = [
      ["a1", "b1"],
      ["a2", "b2"],
    ] as const;
    const quality = qualityByTruth(links, truth, (one, other) => one[0] !== other[0]);
    expect(quality).toMatchObject({ right: 1, wrong: 1, missed: 2, precision: 0.5 });
    expect(quality.recall).toBeCloseTo(1 / 3, 9);
    expect(quality.f1).toBeCloseTo(0.4, 9);
  });

  it("a record whose person isn't known makes a link wrong; no links and no pairs are perfect", () => {
    expect(qualityByTruth([["x", "y"]], new Map(), () => true)).toMatchObject({
      wrong: 1,
      precision: 0,
      f1: 0,
    });
    expect(qualityByTruth([], new Map(), () => true)).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  });

  it("pairs that couldn't be linked don't count as missed", () => {
    const truth = new Map([
      ["a1", "p"],
      ["a2", "p"],
    ]);
    expect(qualityByTruth([], truth, (one, other) => one[0] !== other[0]).missed).toBe(0);
  });
});

describe("quality by scores", () => {
  /** Best false scores around 0.55, true ones from 0.7 to 1. */
  function scores(seed: number, share: number, count: number, falseMean = 0.55): [number[], number[]] {
    const random = seededRandom(seed);
    const noise = () => (random.unit() + random.unit() + random.unit() - 1.5) * 0.1;
    const within = Array.from({ length: count }, () => falseMean + noise());
    const across = Array.from({ length: count }, () => {
      const wrong = falseMean + noise();
      return random.chance(share) ? Math.max(wrong, 0.7 + 0.3 * random.unit()) : wrong;
    });
    return [across, within];
  }

  it("finds the share with a partner, precision and recall", () => {
    const [across, within] = scores(1, 0.4, 4000);
    const quality = qualityByScores(across, within, 0.8);
    expect(Math.abs(quality.overlap - 0.4)).toBeLessThan(0.03);
    expect(quality.precision).toBe(1);
    expect(Math.abs(quality.recall - 2 / 3)).toBeLessThan(0.06);
    expect(quality.warnings).toEqual([]);
  });

  it("sees false matches above a low threshold", () => {
    const [across, within] = scores(2, 0.4, 4000);
    const { precision } = qualityByScores(across, within, 0.6);
    const wrong = 0.6 * (within.filter((score) => score >= 0.6).length / within.length);
    expect(Math.abs(precision - 0.4 / (0.4 + wrong))).toBeLessThan(0.05);
    expect(precision).toBeLessThan(0.95);
  });

  it("says when it can't be trusted", () => {
    const warnings = (across: number[], within: number[], threshold: number) =>
      qualityByScores(across, within, threshold).warnings.join(" ");
    const [across, within] = scores(3, 0.4, 1000);
    expect(warnings(across.slice(0, 50), within.slice(0, 50), 0.8)).toContain("only 50 records");
    expect(warnings(across, within, 0.5)).toContain("raise it");
    expect(
      warnings(
        across,
        within.map((score, i) => (i % 5 === 0 ? 0.99 : score)),
        0.8,
      ),
    ).toContain("persons twice");
    expect(warnings(within, within, 0.8)).toContain("hardly any");
    expect(qualityByScores([], [], 0.8)).toMatchObject({ precision: 1, recall: 1 });
  });
});
