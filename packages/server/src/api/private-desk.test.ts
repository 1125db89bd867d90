import type { Principal } from "@concord/core/access";
import { ok } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import { beforeEach, describe, expect, it } from "vitest";
import { ASKS_AS, countingStore, testSide } from "../testing/private-side.ts";
import { action, DONE, done, failed } from "./action.ts";
import { createPrivateDesk, type PrivateDesk } from "./private-desk.ts";
import type { Mount } from "./private-side.ts";

const FOCAL: Principal = { account: "a1", actor: "BGD", role: "focal-point" };
const MEMBER: Principal = { account: "a2", actor: "BGD", role: "member" };

/** Addresses with every kind of outcome. */
const SAMPLE = [
  action({
    id: "createInvitation",
    section: "people",
    method: "POST",
    path: "/actors/{actor}/invitations",
    deed: "invitation.create",
    summary: "Invite",
    description: "",
    params: z.object({ actor: z.string() }),
    query: z.object({}),
    body: z.object({
      role: z.enum(["member", "observer", "focal-point"]),
      letter: z.object({ lines: z.array(z.string()) }),
    }),
    answer: z.object({ id: z.string() }),
    subject: ({ params, body }) =>
      params.actor === "ZZZ" ? undefined : { kind: "invitation", actor: params.actor, role: body.role },
    handle({ body }) {
      if (body.letter.lines.includes("twice"))
        return failed({ code: "conflict", status: 409, detail: "Invited already.", cure: "Send it anew." });
      if (body.letter.lines.includes("break")) throw new Error("secret inside");
      return done({ id: "i1" }, { status: 201, headers: { location: "/api/v1/invitations/i1" } });
    },
  }),
  action({
    id: "renew",
    section: "people",
    method: "PUT",
    path: "/actors/mine",
    deed: "me.see",
    summary: "",
    description: "",
    params: z.object({}),
    query: z.object({}),
    handle: () => DONE,
  }),
  action({
    id: "download",
    section: "people",
    method: "GET",
    path: "/actors/{actor}/list",
    deed: "me.see",
    summary: "",
    description: "",
    params: z.object({ actor: z.string() }),
    query: z.object({}),
    files: ["text/csv"],
    handle: ({ params }) =>
      params.actor === "ok"
        ? { ok: true, file: { type: "text/csv; charset=utf-8", name: 'a"\n<b>.csv', content: "a,b" } }
        : ok(undefined),
  }),
];

let desk: PrivateDesk;
let seen: ReturnType<typeof countingStore>["seen"];
const mount: Mount = {
  prefix: "/api/auth/",
  answer: async () => {
    const headers = new Headers({ "content-type": "text/plain" });
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    return new Response("signed in", { headers });
  },
};
beforeEach(() => {
  const counting = countingStore();
  seen = counting.seen;
  desk = createPrivateDesk(SAMPLE, ["/actors/{actor}/invitations"], {
    ...testSide(counting.store),
    mounts: [mount],
  });
});

const BODY = { role: "member", letter: { lines: [] as string[] } };
const ADDRESS = "/api/v1/actors/BGD/invitations";

function send(
  method: string,
  address: string,
  who?: Principal,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const asked = desk(
    new Request(`https://concord.example${address}`, {
      method,
      headers: {
        ...(who ? { [ASKS_AS]: JSON.stringify(who) } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  if (!asked) throw new Error(`${address} is no private address`);
  return asked;
}

async function problemOf(answer: Promise<Response>) {
  const response = await answer;
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  return { ...(await response.json()), headers: response.headers };
}

describe("a private address", () => {
  it("does what is allowed, in one transaction, and nobody keeps the answer", async () => {
    const response = await send("POST", ADDRESS, FOCAL, BODY);
    expect([response.status, await response.json()]).toEqual([201, { id: "i1" }]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("location")).toBe("/api/v1/invitations/i1");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(seen).toMatchObject({ reads: 0, committed: 1, undone: 0 });
    expect(seen.recorded).toEqual([{ deed: "invitation.create", subject: { kind: "invitation" } }]);
  });

  it("asks whoever isn't signed in to sign in, before anything is read", async () => {
    const problem = await problemOf(send("POST", ADDRESS, undefined, "not even JSON"));
    expect(problem).toMatchObject({ status: 401, type: "/api#sign-in-needed", cure: "Sign in." });
    expect(seen).toMatchObject({ reads: 0, committed: 1, undone: 0 });
    expect(seen.recorded).toMatchObject([{ outcome: "refused", reason: "sign-in-needed" }]);
  });

  it("refuses with the reasons and the cure, and undoes the transaction", async () => {
    expect(await problemOf(send("POST", ADDRESS, MEMBER, BODY))).toMatchObject({
      status: 403,
      reason: "role-may-not",
      reasons: ["A member may not invite a person to an actor."],
    });
    expect(await problemOf(send("POST", "/api/v1/actors/IND/invitations", FOCAL, BODY))).toMatchObject({
      status: 403,
      reason: "not-own-actor",
      cure: "Act for IND if you belong to it, or ask its focal point.",
    });
    expect(seen.undone).toBe(1);
    expect(seen.recorded).toMatchObject([
      { outcome: "refused", reason: "role-may-not" },
      { outcome: "refused", reason: "not-own-actor" },
    ]);
  });

  it("that names nothing is 404; a state that forbids it 409; both leave nothing behind", async () => {
    expect((await send("POST", "/api/v1/actors/ZZZ/invitations", FOCAL, BODY)).status).toBe(404);
    const twice = { ...BODY, letter: { lines: ["twice"] } };
    expect(await problemOf(send("POST", ADDRESS, FOCAL, twice))).toMatchObject({
      status: 409,
      type: "/api#conflict",
    });
    expect(seen.committed).toBe(0);
  });

  it("says at which places a body is wrong", async () => {
    const problem = await problemOf(send("POST", ADDRESS, FOCAL, { role: "king", letter: { lines: [1] } }));
    expect(problem.status).toBe(422);
    expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/role",
      "/letter/lines/0",
    ]);
  });

  it("reads JSON alone, and no more of it than it takes", async () => {
    expect((await send("POST", ADDRESS, FOCAL, "{", {})).status).toBe(400);
    expect((await send("POST", ADDRESS, FOCAL, "a=1", { "content-type": "text/plain" })).status).toBe(415);
    expect((await send("POST", ADDRESS, FOCAL, JSON.stringify("x".repeat(70_000)))).status).toBe(413);
  });

  it("a body that comes in pieces without a length is cut off where it grows too large", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    const request = new Request(`https://concord.example${ADDRESS}`, {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: { "content-type": "application/json", [ASKS_AS]: JSON.stringify(FOCAL) },
    } as RequestInit);
    expect((await desk(request))?.status).toBe(413);
    expect(sent).toBeLessThan(12);
  });

  it("refuses what a page of another site sends", async () => {
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "https://concord.example.evil.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "https://concord.example" },
    ] as Record<string, string>[])
      expect(await problemOf(send("POST", ADDRESS, FOCAL, BODY, headers))).toMatchObject({
        status: 403,
        type: "/api#cross-origin",
      });
    const own = { origin: "https://concord.example", "sec-fetch-site": "same-origin" };
    expect((await send("POST", ADDRESS, FOCAL, BODY, own)).status).toBe(201);
  });

  it("a failure answers without its inside, and nothing is committed", async () => {
    const problem = await problemOf(send("POST", ADDRESS, FOCAL, { ...BODY, letter: { lines: ["break"] } }));
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain("secret");
    expect(seen.undone).toBe(1);
    expect(seen.recorded).toMatchObject([{ outcome: "failed", reason: "internal" }]);
  });

  it("answers the methods it has and names them; a word comes before a parameter", async () => {
    const problem = await problemOf(send("DELETE", ADDRESS, FOCAL));
    expect([problem.status, problem.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect((await send("PUT", "/api/v1/actors/mine", FOCAL)).status).toBe(204);
  });

  it("a parameter that isn't known is named", async () => {
    expect(await problemOf(send("PUT", "/api/v1/actors/mine?dat=1", FOCAL))).toMatchObject({
      status: 400,
      parameter: "dat",
    });
  });

  it("a file is offered for saving under a harmless name", async () => {
    const response = await send("GET", "/api/v1/actors/ok/list", FOCAL);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a-b-.csv"');
    expect(await response.text()).toBe("a,b");
    const head = await send("HEAD", "/api/v1/actors/ok/list", FOCAL);
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});

describe("beside the private addresses", () => {
  it("public ones are left to the gate", () => {
    for (const [method, address] of [
      ["GET", "/"],
      ["GET", "/api/v1/states"],
      ["GET", "/api/v1/states/BGD/profile?date=2010-01-01"],
      ["GET", "/api/v1/actors/BGD/invitations"],
      ["POST", "/api/v1/states"],
      ["GET", "/api/v1/actors/%E0%A4%A/list"],
    ] as const)
      expect(desk(new Request(`https://concord.example${address}`, { method }))).toBeUndefined();
  });

  it("a mounted part answers its own tree, keeps all its cookies and gets the security headers", async () => {
    const response = await send("POST", "/api/auth/sign-in");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
