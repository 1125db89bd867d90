import { describe, expect, it } from "vitest";
import { byFrequency } from "../attack/frequency.ts";
import { fictionalLists, ORDINARY_ERRORS, personMaker, withErrors } from "./persons.ts";
import { seededRandom } from "./random.ts";

describe("fictional persons", () => {
  it("are the same from the same seed", () => {
    const two = [1, 2].map(() => {
      const make = personMaker(seededRandom(4));
      return [make(), make()];
    });
    expect(two[0]).toEqual(two[1]);
    expect(personMaker(seededRandom(5))()).not.toEqual(two[0]![0]);
  });

  it("have names of uneven frequency, as real ones do", () => {
    const make = personMaker(seededRandom(1));
    const families = Array.from({ length: 5000 }, () => make().family);
    const counts = byFrequency(families).map((name) => families.filter((other) => other === name).length);
    expect(counts[0]).toBeGreaterThan(30);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(500);
  });

  it("are copied with the errors asked for, each alone", () => {
    const none = { typing: 0, transliteration: 0, swappedDate: 0, swappedNames: 0, missing: 0 };
    const random = seededRandom(2);
    const person = {
      family: "Shalok",
      given: "Mabo",
      born: "1990-01-02",
      sex: "F",
      place: "Kela",
      paper: "AB1",
    };
    expect(withErrors(random, person, none)).toEqual(person);
    expect(withErrors(random, person, { ...none, swappedDate: 1 }).born).toBe("1990-02-01");
    expect(withErrors(random, { ...person, born: "1990-01-20" }, { ...none, swappedDate: 1 }).born).toBe(
      "1990-01-20",
    );
    expect(withErrors(random, person, { ...none, swappedNames: 1 })).toMatchObject({
      family: "Mabo",
      given: "Shalok",
    });
    expect(withErrors(random, person, { ...none, missing: 1 })).toMatchObject({
      born: "",
      place: "",
      paper: "",
      family: "Shalok",
    });
    expect(withErrors(random, person, { ...none, transliteration: 1 }).family).not.toBe("Shalok");
    for (let i = 0; i < 50; i++) {
      const typed = withErrors(random, person, { ...none, typing: 1 }).family;
      expect(Math.abs(typed.length - 6)).toBeLessThanOrEqual(1);
    }
  });

  it("are on lists as often as asked, and the truth says who is who", () => {
    const { lists } = fictionalLists(seededRandom(6), 3000, [0.5, 0.2], ORDINARY_ERRORS);
    expect(Math.abs(lists[0]!.length - 1500)).toBeLessThan(100);
    expect(Math.abs(lists[1]!.length - 600)).toBeLessThan(80);
    const both = new Set(lists[0]!.map((record) => record.who));
    expect(Math.abs(lists[1]!.filter((record) => both.has(record.who)).length - 300)).toBeLessThan(60);
    expect(lists[0]!.slice(0, 5).map((record) => record.who)).not.toEqual([0, 1, 2, 3, 4]);
  });
});
