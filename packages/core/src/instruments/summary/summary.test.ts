import { describe, expect, it } from "vitest";
import { realLaw } from "../../testing/real-law.ts";
import { LANGUAGES } from "../../vocabulary/index.ts";
import { summary } from "./index.ts";

describe("a state's position in plain sentences", () => {
  it("says what is in force, what is signed, the strongest and weakest pillar, the largest gap and what is unknown", () => {
    expect(summary(realLaw(), "BGD", "2010-02-24", "en")).toEqual([
      "Bangladesh, 24 February 2010: 19 instruments in force.",
      "This state is not a party to the Palermo Protocol.",
      "2 instruments are signed but not ratified: ICMW and Rome Statute.",
      "41 of 59 themes are binding duties.",
      "The strongest pillar is Prevention (12 of 16 themes), the weakest Partnership (7 of 11).",
      "Largest gap: “Physical safety”, a binding duty for 33 of 53 other states of the regional group.",
      "Of 6 instruments open to this state nothing certain can be said: no list of parties is held.",
    ]);
  });

  it.each([
    [
      "BGD",
      "2019-10-01",
      "This state has joined the Palermo Protocol, which takes effect for it on 12 October 2019.",
    ],
    ["BGD", "2020-01-01", "The Palermo Protocol has been in force for this state since 12 October 2019."],
    ["IRN", "2026-11-24", "no list of parties is held after 10 April 2025"],
    [
      "COG",
      "2020-01-01",
      "This state signed the Palermo Protocol on 14 December 2000 and has not joined it.",
    ],
    ["COG", "2026-11-24", "whether it has joined since 10 April 2025 is not known here"],
    ["BGD", "1950-01-01", "The Palermo Protocol did not exist yet."],
    ["EUE", "2026-11-24", "The Palermo Protocol has been in force for the Union since 6 October 2006."],
  ])("%s on %s: %s", (state, on, sentence) => {
    expect(summary(realLaw(), state, on, "en").join(" ")).toContain(sentence);
  });

  it("a stale signature is never told as a failure to ratify", () => {
    const sentences = summary(realLaw(), "SSD", "2026-11-24", "en").join(" ");
    expect(sentences).toContain("are signed; whether ratification followed is not known here");
    expect(sentences).not.toContain("signed but not ratified");
  });

  it("Russian counts one, few and many, and ends no sentence with two stops", () => {
    const [first] = summary(realLaw(), "EUE", "2005-01-01", "ru");
    expect(first).toContain("в силе 1 документ.");
    expect(summary(realLaw(), "BGD", "2010-02-24", "ru").join(" ")).toContain("2 документа");
    expect(summary(realLaw(), "BGD", "2010-02-24", "ru")[0]).toContain("19 документов");
    for (const sentence of summary(realLaw(), "SSD", "2026-11-24", "ru"))
      expect(sentence).not.toMatch(/\.\.$/);
  });

  it("Arabic counts one, two, few and many by the noun", () => {
    const arabic = (state: string, on: string) => summary(realLaw(), state, on, "ar").join(" ");
    expect(arabic("EUE", "2005-01-01")).toContain("صك واحد نافذ");
    expect(arabic("BGD", "2010-02-24")).toContain("صكان موقَّعان");
    expect(arabic("BGD", "2010-02-24")).toContain("6 صكوك متاحة");
    expect(arabic("BGD", "2010-02-24")).toContain("19 صكًا نافذًا");
  });

  it("French writes the first of the month as 1er", () => {
    expect(summary(realLaw(), "FRA", "2005-01-01", "fr")[0]).toContain("1er janvier 2005");
  });

  it("every state, in every language, on any kind of day: whole sentences without holes", () => {
    const law = realLaw();
    for (const language of LANGUAGES)
      for (const { iso3 } of law.states.filter((_, at) => at % 7 === 0 || at > 190))
        for (const on of ["1904-01-01", "1965-05-05", "2026-11-24"])
          for (const sentence of summary(law, iso3, on, language)) {
            expect(sentence).toMatch(/[.。]$/);
            expect(sentence).not.toMatch(/undefined|null|NaN|\(\)| {2}/);
          }
  });
});
