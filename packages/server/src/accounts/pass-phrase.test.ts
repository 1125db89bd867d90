import { describe, expect, it } from "vitest";
import { hashPassPhrase, refusePassPhrase, TooBusy, verifyPassPhrase } from "./pass-phrase.ts";

describe("a pass phrase", () => {
  it.each([
    ["eleven sign", "too-short"],
    ["a".repeat(201), "too-long"],
    ["aaaaaaaaaaaaaaaa", "too-uniform"],
    ["passwordpassword", "too-common"],
    ["Password-Password", "too-common"],
    ["qwertyuiopasdfghjkl", "too-common"],
    ["correct horse battery staple", "too-common"],
    ["12345 iloveyou welcome", "too-common"],
    ["amina.diallo 99", "about-you"],
  ])("%s is refused: %s", (phrase, fault) => {
    expect(refusePassPhrase(phrase, ["Amina", "Diallo", "ministry.example"])).toBe(fault);
  });

  it.each([
    "lantern river seven quietly",
    "пароль из четырёх разных слов",
    "四个毫不相关的词语放在一起",
    "كلمات لا صلة بينها أبدا",
    "k7f-kq0-zzt-p41",
  ])("%s is taken, whatever its characters", (phrase) => {
    expect(refusePassPhrase(phrase, ["Amina", "Diallo"])).toBeUndefined();
  });

  it("is kept as a salted hash with its cost, and recognized by it alone", async () => {
    const [one, other] = [
      await hashPassPhrase("lantern river seven"),
      await hashPassPhrase("lantern river seven"),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await verifyPassPhrase("lantern river seven", one)).toBe(true);
    expect(await verifyPassPhrase("lantern river Seven", one)).toBe(false);
    expect(await verifyPassPhrase("lantern river seven", "not a hash")).toBe(false);
  });

  it("is the same however its letters are composed", async () => {
    const hash = await hashPassPhrase("café crème et brûlée");
    expect(await verifyPassPhrase("café crème et brûlée", hash)).toBe(true);
  });

  it("a flood of attempts is turned away before it fills the memory, and those before it are answered", async () => {
    const flood = Array.from({ length: 260 }, () => hashPassPhrase("lantern river seven"));
    const outcomes = await Promise.allSettled(flood);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(260 - 204);
    for (const outcome of refused) expect(outcome.reason).toBeInstanceOf(TooBusy);
  });
});
