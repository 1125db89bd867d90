import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import { act, rule, smallLaw, treaty } from "../testing/small-law.ts";
import { overlaps } from "./overlap.ts";
import { signedOnly } from "./signed-only.ts";

describe("overlaps (R18)", () => {
  it("Nigeria on 24 February 2010: 49, extradition asked by the Palermo Protocol and UNTOC", () => {
    const answer = overlaps(realLaw(), "NGA", "2010-02-24");
    expect(answer.count).toBe(49);
    const extradition = answer.overlaps.find(
      ({ theme, addressee }) => theme === "prosecution.extradition" && addressee === "state-party",
    )!;
    expect(Object.keys(extradition.instruments)).toEqual(["palermo-protocol", "untoc"]);
    expect(extradition.instruments["palermo-protocol"]).toEqual([["art. 1(3)", "binding"]]);
    expect(extradition.instruments.untoc).toHaveLength(7);
  });

  const participation = ["a", "b", "c", "d"].map((id) => act(id, "AAA", "2001-01-01"));
  const law = smallLaw({
    themes: ["t.one"],
    instruments: [
      treaty("a"),
      treaty("b"),
      treaty("c", { relevance: "context" }),
      treaty("d"),
      treaty("soft", { kind: "soft-law" }),
    ],
    provisions: [
      rule("a", "t.one"),
      rule("b", "t.one", { strength: "declaratory" }),
      rule("c", "t.one"),
      rule("d", "t.one", { addressee: "igo" }),
      rule("a", "t.one", { provision: "art. 9", addressee: "igo" }),
      rule("soft", "t.one", { strength: "recommended" }),
    ],
    participation,
  });

  it("any strength and every addressee counts, context and soft law don't", () => {
    expect(overlaps(law, "AAA", "2005-01-01").overlaps).toEqual([
      {
        theme: "t.one",
        addressee: "igo",
        instruments: { a: [["art. 9", "binding"]], d: [["art. 1", "binding"]] },
      },
      {
        theme: "t.one",
        addressee: "state-party",
        instruments: { a: [["art. 1", "binding"]], b: [["art. 1", "declaratory"]] },
      },
    ]);
  });

  it("one instrument alone is no overlap, however many of its provisions speak", () => {
    const alone = smallLaw({
      themes: ["t.one"],
      instruments: [treaty("a")],
      provisions: [rule("a", "t.one"), rule("a", "t.one", { provision: "art. 2" })],
      participation: [act("a", "AAA", "2001-01-01")],
    });
    expect(overlaps(alone, "AAA", "2005-01-01")).toMatchObject({ count: 0, overlaps: [] });
  });
});

describe("signed without joining (R10)", () => {
  it("looks at the day asked: a later ratification doesn't matter", () => {
    const law = realLaw();
    const signedOn = (state: string, on: string) =>
      signedOnly(law, state, on).signed_only.map(({ instrument }) => instrument);
    expect(signedOn("USA", "2026-11-24")).toContain("cedaw");
    expect(signedOn("NGA", "2001-01-01")).toContain("palermo-protocol");
    expect(signedOn("NGA", "2026-11-24")).not.toContain("palermo-protocol");
  });

  it("tells until when it is known", () => {
    const cedaw = (on: string) =>
      signedOnly(realLaw(), "USA", on).signed_only.find(({ instrument }) => instrument === "cedaw");
    const signed = { instrument: "cedaw", signed: "1980-07-17", known_until: "2022-08-25" };
    expect(cedaw("2022-08-25")).toEqual({ ...signed, stale: false });
    expect(cedaw("2022-08-26")).toEqual({ ...signed, stale: true });
  });
});
