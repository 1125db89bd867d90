import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { changes } from "./change.ts";
import { joinings } from "./joining-curve.ts";
import { matrix } from "./matrix.ts";
import { statusOf } from "./standing.ts";

function changed(from: string, to: string) {
  const answer = changes(realLaw(), from, to);
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
}

describe("what changed between two days (R20)", () => {
  it("1 September to 31 December 2019: 22 actions, 17 became bound, Bangladesh to the Palermo Protocol", () => {
    const answer = changed("2019-09-01", "2019-12-31");
    expect(answer.action_count).toBe(22);
    expect(answer.became_bound).toHaveLength(17);
    expect(answer.became_bound).toContainEqual(["2019-10-12", "palermo-protocol", "BGD"]);
    expect(answer.ceased).toEqual([]);
  });

  it("the first day is left out, the last is in", () => {
    expect(changed("2019-09-11", "2019-09-12").actions).toContainEqual({
      date: "2019-09-12",
      instrument: "palermo-protocol",
      state: "BGD",
      action: "accession",
    });
    const later = changed("2019-09-12", "2019-09-13").actions;
    expect(later.filter(({ state }) => state === "BGD")).toEqual([]);
  });

  it("directives count as pairs: the United Kingdom ceases to be bound the day after it left the Union", () => {
    expect(changed("2020-01-31", "2020-02-01").ceased).toContainEqual(["eu-directive-2011-36", "GBR"]);
    expect(changed("2013-06-30", "2013-07-01").became_bound).toContainEqual([
      "2013-07-01",
      "eu-directive-2011-36",
      "HRV",
    ]);
  });

  it("a partial date counts on its last day", () => {
    const answer = changed("2006-09-29", "2006-09-30");
    expect(answer.adopted).toEqual(["unicef-guidelines-2006"]);
    expect(changed("2021-12-30", "2021-12-31").actions).toContainEqual({
      date: "2021",
      instrument: "crc-opac",
      state: "SUR",
      action: "ratification",
    });
  });

  it("tells what was adopted and what entered into force", () => {
    expect(changed("2003-01-01", "2003-12-31").entered_into_force).toEqual(
      expect.arrayContaining(["icmw", "palermo-protocol", "untoc"]),
    );
    expect(changed("2000-11-14", "2000-11-15").adopted).toEqual([
      "palermo-protocol",
      "smuggling-protocol",
      "untoc",
    ]);
  });

  it.each([
    ["2020-01-01", "2020-01-01"],
    ["2020-01-02", "2020-01-01"],
  ])("from %s to %s is refused", (from, to) => {
    const answer = changes(realLaw(), from, to);
    expect(answer).toMatchObject({ ok: false, refusal: { code: "dates-out-of-order" } });
  });
});

describe("the curve of joinings", () => {
  it("says on each of its days how many states are bound, the European Union left out", () => {
    const law = realLaw();
    const curve = joinings(law, "rome-statute");
    expect(curve.as_of).toBe("2026-05-22");
    for (const { date, in_force } of curve.points.filter((_, at) => at % 17 === 0)) {
      const bound = matrix(law, date).states.filter(
        (state) => statusOf(law, "rome-statute", state, date).kind === "in-force",
      );
      expect([date, bound.length]).toEqual([date, in_force]);
    }
  });

  it("falls when a state leaves", () => {
    const { points } = joinings(realLaw(), "rome-statute");
    const at = points.findIndex(({ date }) => date === "2017-10-27");
    expect(points[at]!.in_force).toBe(points[at - 1]!.in_force - 1);
  });
});
