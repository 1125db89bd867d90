import type { Principal } from "@concord/core/access";
import { onBothEngines } from "@concord/store/testing";
import { beforeAll, expect, it } from "vitest";
import { sha256 } from "./api/consultation-log.ts";
import { type App, createApp } from "./app.ts";
import { NO_FILES, testHoldings } from "./testing/holdings.ts";
import { ASKS_AS, principalOf } from "./testing/private-side.ts";

const SECRETARIAT: Principal = { account: "s1", actor: "concord-secretariat", role: "secretariat" };
const FACILITATOR: Principal = { account: "f1", actor: "A9", role: "facilitator" };
const A1: Principal = { account: "m1", actor: "A1", role: "member" };
const A2: Principal = { account: "m2", actor: "A2", role: "member" };
const NGO: Principal = { account: "n1", actor: "ngo-y", role: "observer" };
const PUBLIC: Principal = { account: null, actor: null, role: "anonymous" };
const TEXT = "Urges States to protect victims of trafficking;";

onBothEngines("a consultation over HTTP", "blank", (store) => {
  let app: App;
  let now = Date.parse("2026-11-24T10:00:00.000Z");
  let consultation = "";
  beforeAll(async () => {
    const side = {
      store: store(),
      identify: async (request: Request) => principalOf(request),
      now: () => new Date(now),
      origin: "https://concord.example",
    };
    app = createApp(await testHoldings(), NO_FILES, side);
  });

  async function ask(path: string, principal: Principal, body?: unknown) {
    const headers = {
      [ASKS_AS]: JSON.stringify(principal),
      "content-type": "application/json",
      origin: "https://concord.example",
    };
    const init = body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
    const response = await app.fetch(
      new Request(`https://concord.example/api/v1/consultations${path}`, init),
    );
    return { status: response.status, body: await response.json() };
  }
  const step = (type: string, body: unknown, principal: Principal) =>
    ask(`/${consultation}/steps/${type}`, principal, body);
  const proposal = (words: string) => ({ kind: "amend", paragraph: "one", range: { from: 0, to: 5 }, words });

  it("is opened by the secretariat, and not by a member", async () => {
    const opening = {
      title: "A plan of Organization A",
      body: "Organization A",
      agendaItem: "1",
      seat: { timeZone: "Europe/Vienna" },
      facilitators: [{ account: "f1", actor: "A9" }],
      participants: [
        { actor: "A1", kind: "member" },
        { actor: "A2", kind: "member" },
        { actor: "ngo-y", kind: "stakeholder" },
      ],
    };
    expect((await ask("", A1, opening)).status).toBe(403);
    const opened = await ask("", SECRETARIAT, opening);
    expect(opened.status).toBe(201);
    consultation = opened.body.consultation;
    expect((await ask("", PUBLIC)).body.consultations).toMatchObject([{ id: consultation }]);
    const issued = await step(
      "draft-issued",
      { title: "Draft", paragraphs: [{ id: "one", kind: "operative", text: TEXT }] },
      FACILITATOR,
    );
    expect(issued.body).toMatchObject({ step: 2, rule: "P5" });
    expect((await step("stage-begun", { kind: "negotiation" }, FACILITATOR)).status).toBe(201);
  });

  it("takes proposals and positions of those who may, each with the rule that decided", async () => {
    const filed = await step("proposal-filed", proposal("Calls upon"), A1);
    expect([filed.status, filed.body]).toMatchObject([201, { rule: "P2", made: "p1" }]);
    const denied = await step("proposal-filed", proposal("Invites"), NGO);
    expect([denied.status, denied.body.reason]).toEqual([403, "P6 not-entitled"]);
    expect((await step("position-taken", { proposal: "p1", stance: "support" }, A2)).status).toBe(201);
    expect((await step("ad-ref-asked", { paragraph: "one" }, A1)).status).toBe(403);
    expect((await step("proposal-filed", proposal("x"), PUBLIC)).status).toBe(401);
    const { body } = await ask(`/${consultation}/text`, PUBLIC);
    expect(body.paragraphs[0].segments.slice(0, 2)).toEqual([
      { text: "Urges", deleted_by: ["p1"], proposal: null },
      { text: "Calls upon", deleted_by: [], proposal: "p1" },
    ]);
    expect(body.proposals).toMatchObject([{ proposers: ["A1"], supporters: ["A2"], member_count: 2 }]);
  });

  it("refuses what the rules refuse and leaves the log as it was", async () => {
    const before = (await ask(`/${consultation}/log`, PUBLIC)).body.events.length;
    const outside = await step("proposal-filed", { ...proposal("x"), range: { from: 0, to: 999 } }, A1);
    expect([outside.status, outside.body.reason, outside.body.errors[0].pointer]).toEqual([
      422,
      "P2 outside-text",
      "/range",
    ]);
    expect((await step("silence-opened", { length: { hours: 1 } }, FACILITATOR)).body.reason).toBe(
      "P9 too-short",
    );
    expect((await ask(`/${consultation}/log`, PUBLIC)).body.events).toHaveLength(before);
  });

  it("keeps what comes after the deadline, and the facilitator admits it with a reason", async () => {
    await step("deadline-set", { deadline: "2026-11-24T12:00:00.000Z", reason: "Round one." }, FACILITATOR);
    now = Date.parse("2026-11-24T12:00:00.001Z");
    const late = await step("proposal-filed", proposal("Invites"), A2);
    expect([late.status, late.body]).toMatchObject([202, { kept_late: true, made: "late1" }]);
    const admitted = await step(
      "late-filing-admitted",
      { filing: "late1", reason: "The line was down." },
      FACILITATOR,
    );
    expect(admitted.body).toMatchObject({ rule: "P8", made: "p2" });
  });

  it("two who file at once both stand in the log, and a clock that goes back doesn't stop it", async () => {
    now = Date.parse("2026-11-24T11:00:00.000Z");
    await step("deadline-set", { deadline: null, reason: "Open again." }, FACILITATOR);
    const filed = await Promise.all([
      step("proposal-filed", proposal("a"), A1),
      step("proposal-filed", proposal("b"), A2),
    ]);
    expect(filed.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(filed.map(({ body }) => body.made)).size).toBe(2);
    const { events } = (await ask(`/${consultation}/log`, PUBLIC)).body;
    expect(events.map((event: { step: number }) => event.step)).toEqual(
      events.map((_: unknown, at: number) => at + 1),
    );
    expect((await ask(`/${consultation}/log?after=2`, PUBLIC)).body.events).toHaveLength(events.length - 2);
  });

  it("gives each version with a hash that its canonical form has, and shows restriction with its reason", async () => {
    const { body } = await ask(`/${consultation}/versions/0`, PUBLIC);
    const form = `{"form":"concord-text/1","language":"en","paragraphs":[{"kind":"operative","name":"OP1","parent":null,"text":"${TEXT}"}],"title":"Draft"}`;
    expect(body.hash).toBe(sha256(form));
    await step(
      "stage-begun",
      { kind: "negotiation", restricted: "Positions are being sought." },
      FACILITATOR,
    );
    await step("statement-made", { text: "We are near." }, A1);
    expect((await ask(`/${consultation}/text`, PUBLIC)).status).toBe(403);
    expect((await ask(`/${consultation}/text`, NGO)).status).toBe(200);
    const shown = (await ask(`/${consultation}`, PUBLIC)).body;
    expect([shown.stage.restricted, shown.contributions]).toEqual(["Positions are being sought.", []]);
    expect((await ask(`/${consultation}/log`, PUBLIC)).body.events.at(-1)).toMatchObject({
      type: "statement-made",
      data: null,
    });
    expect((await ask("/nowhere", PUBLIC)).status).toBe(404);
  });
});
