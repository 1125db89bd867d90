import { beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "./app.ts";
import { get, NO_FILES, testHoldings } from "./testing/holdings.ts";
import { ASKS_AS, countingStore, testSide } from "./testing/private-side.ts";

let app: App;
beforeAll(async () => {
  app = createApp(await testHoldings(), NO_FILES, testSide(countingStore().store));
});
const focal = { [ASKS_AS]: JSON.stringify({ account: "a1", actor: "BGD", role: "focal-point" }) };
const ask = async (path: string, headers: Record<string, string> = {}) =>
  (await get(app, `/api/v1${path}`, headers)).json();

describe("a person", () => {
  it("sees as whom they act and what they may do", async () => {
    const me = await ask("/me", focal);
    expect(me).toMatchObject({ account: "a1", actor: "BGD", role: "focal-point" });
    expect(me.may).toContain("membership.see");
    expect(me.may).not.toContain("backup.make");
    expect(await ask("/me")).toMatchObject({ account: null, actor: null, role: "anonymous" });
  });

  it("is told why they may, and why not, and what would cure it", async () => {
    expect(await ask("/may?deed=invitation.create&role=member", focal)).toMatchObject({
      allowed: true,
      does: "invite a person to an actor",
      cure: null,
    });
    expect(await ask("/may?deed=invitation.create&role=member&actor=IND", focal)).toMatchObject({
      allowed: false,
      reasons: [{ code: "not-own-actor", values: { actor: "IND" } }],
      cure: { code: "cure-own-actor" },
    });
  });

  it("who misspells a deed is told the nearest", async () => {
    expect(await ask("/may?deed=invitation.creat")).toMatchObject({
      status: 400,
      cure: 'Did you mean "invitation.create"?',
    });
  });

  it("asks without the answer being kept, while public answers are", async () => {
    expect((await get(app, "/api/v1/me", focal)).headers.get("cache-control")).toBe("no-store");
    expect((await get(app, "/api/v1/states")).headers.get("cache-control")).toContain("public");
  });
});
