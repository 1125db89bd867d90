import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captureCsv, captureTable } from "./capture-table.ts";
import { cluster, type Link } from "./cluster.ts";

const link = (leftList: number, leftRow: number, rightList: number, rightRow: number, score = 0.9): Link => ({
  left: { list: leftList, row: leftRow },
  right: { list: rightList, row: rightRow },
  score,
});

describe("clusters", () => {
  it("are the connected parts", () => {
    const clusters = cluster([2, 2, 1], [link(0, 0, 1, 1), link(1, 1, 2, 0)], false);
    expect(clusters.of.map((members) => [...members])).toEqual([[0, 1], [2, 0], [0]]);
    expect(clusters.count).toBe(3);
  });

  it("hold one record of a list at most when asked to: the weaker link is left out and counted", () => {
    const links = [link(0, 0, 1, 0, 0.9), link(1, 0, 2, 0, 0.95), link(0, 1, 2, 0, 0.8)];
    const clusters = cluster([2, 1, 1], links, true);
    expect(clusters.of.map((members) => [...members])).toEqual([[0, 1], [0], [0]]);
    expect(clusters.contradictions).toBe(1);
    expect(cluster([2, 1, 1], links, false).count).toBe(1);
  });

  it("don't depend on the order of the links", () => {
    const graphs = fc.array(
      fc
        .tuple(fc.nat(2), fc.nat(3), fc.nat(2), fc.nat(3), fc.integer({ min: 1, max: 9 }))
        .map(([a, b, c, d, s]) => link(a, b, c, d, s / 10)),
    );
    fc.assert(
      fc.property(graphs, fc.boolean(), (links, oneEach) => {
        const unequal = links.filter((one, i) => links.findIndex((other) => other.score === one.score) === i);
        const used = oneEach ? unequal : links;
        expect(cluster([4, 4, 4], [...used].reverse(), oneEach).of).toEqual(
          cluster([4, 4, 4], used, oneEach).of,
        );
      }),
    );
  });

  it("take 32 lists, the highest bit of the mask included, and no more", () => {
    const counts = Array.from({ length: 32 }, () => 1);
    const clusters = cluster(counts, [link(0, 0, 31, 0), link(30, 0, 31, 0)], true);
    expect(clusters.count).toBe(30);
    expect(
      captureTable(clusters)
        .at(-1)!
        .on.flatMap((on, i) => (on ? [i] : [])),
    ).toEqual([0, 30, 31]);
    expect(() => cluster([...counts, 1], [], true)).toThrow("at most 32 lists");
  });
});

describe("the capture table", () => {
  it("counts persons by the lists that they are on, once each", () => {
    const clusters = cluster([3, 2, 2], [link(0, 0, 1, 0), link(1, 0, 2, 1), link(0, 1, 0, 2)], false);
    const rows = captureTable(clusters);
    expect(captureCsv(["A", "B", "C"], rows)).toBe("A,B,C,count\n1,0,0,1\n0,1,0,1\n0,0,1,1\n1,1,1,1\n");
  });

  it("adds up to the number of persons", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 6 }), (counts) => {
        const clusters = cluster(counts, [], true);
        expect(captureTable(clusters).reduce((sum, row) => sum + row.count, 0)).toBe(
          counts.reduce((a, b) => a + b, 0),
        );
      }),
    );
  });
});
