import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES, MEMBERSHIPS, PILLARS } from "../vocabulary/index.ts";
import { decodeKnowledge, encodeKnowledge } from "./compact.ts";
import { packColumn, unpackColumn } from "./compact-column.ts";
import type { Knowledge } from "./knowledge.ts";

const word = fc.oneof(fc.constantFrom("untoc", "art. 6(3)(a)", "", "é", "ا", "中"), fc.string());
const date = fc.oneof(
  fc
    .date({ min: new Date("1850-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc.constantFrom("", "2006-09", "1998"),
);
const names = fc.record(Object.fromEntries(LANGUAGES.map((language) => [language, word])));
const provision = fc.record({
  instrument: word,
  provision: word,
  theme: word,
  strength: fc.constantFrom("binding", "permissive"),
  addressee: word,
  side: fc.constantFrom("supply", "none"),
  exploitation: word,
  persons: word,
  paraphrase: fc.constant(""),
  checked: fc.boolean(),
});
const knowledge = fc.record({
  collectedOn: date,
  states: fc.array(
    fc.record({
      iso3: word,
      iso2: word,
      m49: word,
      status: word,
      names,
      unEn: word,
      unRegionalGroup: word,
      m49Region: word,
      m49Subregion: word,
      memberships: fc.subarray([...MEMBERSHIPS]),
    }),
  ),
  themes: fc.array(fc.record({ id: word, pillar: fc.constantFrom(...PILLARS), label: word, scope: word })),
  instruments: fc.array(fc.record({ id: word, adopted: date, inForce: date, binding: fc.boolean() })),
  provisions: fc.array(provision),
  participation: fc.array(
    fc.record({ instrument: word, iso3: word, action: word, date, asOf: date, source: word }),
    {
      maxLength: 400,
    },
  ),
  effectRules: fc.array(fc.record({ instrument: word, rule: word, article: word, checked: fc.boolean() })),
  coverage: fc.array(
    fc.record({ instrument: word, asOf: date, partiesHeld: fc.nat(), partiesStated: fc.option(fc.nat()) }),
  ),
  memberships: fc.array(fc.record({ group: word, iso3: word, from: date, to: date })),
});

describe("the compact form", () => {
  it("gives back every row in its order", () => {
    fc.assert(
      fc.property(knowledge, (drawn) => {
        const sent = drawn as unknown as Knowledge;
        const received = decodeKnowledge(JSON.parse(JSON.stringify(encodeKnowledge(sent))));
        expect(received).toEqual(sent);
      }),
    );
  });

  it("leaves the paraphrases out", () => {
    const base = fc.sample(knowledge, 1)[0] as unknown as Knowledge;
    const [row] = fc.sample(provision, 1) as unknown as Knowledge["provisions"];
    const sent = { ...base, provisions: [{ ...row!, paraphrase: "Make trafficking a criminal offence" }] };
    expect(JSON.stringify(encodeKnowledge(sent))).not.toContain("criminal offence");
  });

  it("packs a long column of dates with a few partial ones, and gives them back", () => {
    const cells = Array.from({ length: 500 }, (_, row) =>
      row % 50 === 7 ? "1998" : new Date(row * 86_400_000 * 31).toISOString().slice(0, 10),
    );
    const packed = packColumn(cells);
    expect(packed).toHaveProperty("day");
    expect(unpackColumn(packed)).toEqual(cells);
  });

  it("packs dictionaries of more values than one digit has", () => {
    const cells = Array.from({ length: 1000 }, (_, row) => `state ${(row * 7919) % 300}`);
    const packed = packColumn(cells);
    expect(packed).toHaveProperty("d");
    expect(unpackColumn(packed)).toEqual(cells);
  });

  it("refuses another form and a damaged column", () => {
    const sent = encodeKnowledge(fc.sample(knowledge, 1)[0] as unknown as Knowledge);
    expect(() => decodeKnowledge({ ...sent, form: 2 as 1 })).toThrow(/form 2/);
    expect(() => unpackColumn({ d: ["a"], p: ["~"] })).toThrow(/beyond its dictionary/);
  });
});
