import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "./app.ts";
import { get, testApp } from "./testing/holdings.ts";

const PROFILE = "/api/v1/states/BGD/profile?date=2010-02-24";
let app: App;
beforeAll(async () => {
  app = await testApp();
});

describe("how an answer travels", () => {
  it("is packed as the asker wishes, and says so to caches", async () => {
    const plain = await (await get(app, PROFILE)).text();
    for (const [wish, packing, unpack] of [
      ["gzip", "gzip", gunzipSync],
      ["gzip, br", "br", brotliDecompressSync],
      ["br;q=0.1, gzip;q=0.9", "gzip", gunzipSync],
      ["zstd", null, (bytes: Uint8Array) => bytes],
    ] as const) {
      const response = await get(app, PROFILE, { "accept-encoding": wish });
      expect(response.headers.get("content-encoding")).toBe(packing);
      expect(response.headers.get("vary")).toContain("accept-encoding");
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(Number(response.headers.get("content-length"))).toBe(bytes.byteLength);
      expect(new TextDecoder().decode(unpack(bytes))).toBe(plain);
    }
  });

  it("is not sent again to who has it: 304, with the same tag in every packing", async () => {
    const first = await get(app, PROFILE);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/".+"$/);
    const again = await get(app, PROFILE, { "if-none-match": tag, "accept-encoding": "br" });
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, tag, ""]);
    expect((await get(app, PROFILE, { "if-none-match": '"other"' })).status).toBe(200);
    expect((await get(app, PROFILE, { "if-none-match": "*" })).status).toBe(304);
  });

  it("may be kept by caches", async () => {
    expect((await get(app, PROFILE)).headers.get("cache-control")).toBe("public, max-age=300");
    expect((await get(app, "/states")).headers.get("cache-control")).toBe("no-cache");
    expect((await get(app, "/api/v1/states/ZZZ")).headers.get("cache-control")).toBe("no-store");
  });

  it("has a head without a body", async () => {
    const whole = await get(app, PROFILE);
    for (let round = 0; round < 2; round++) {
      const head = await app.fetch(new Request(`http://localhost${PROFILE}`, { method: "HEAD" }));
      expect(head.status).toBe(200);
      expect(head.headers.get("content-length")).toBe(whole.headers.get("content-length"));
      expect(await head.text()).toBe("");
    }
  });

  it("is the table when CSV is preferred, and JSON otherwise", async () => {
    const type = async (accept: string) =>
      (await get(app, PROFILE, { accept })).headers.get("content-type")?.split(";")[0];
    expect(await type("text/csv")).toBe("text/csv");
    expect(await type("text/csv;q=0.5, application/json")).toBe("application/json");
    expect(await type("text/html, */*;q=0.1")).toBe("application/json");
  });

  it("carries the security headers, errors too; strict transport only over TLS", async () => {
    for (const path of [PROFILE, "/", "/api", "/nothing-here", "/api/v1/states/ZZZ", "/health"]) {
      const { headers } = await get(app, path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).not.toContain("unsafe-inline");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toBeNull();
    }
    const secure = await get(app, PROFILE, { "x-forwarded-proto": "https" });
    expect(secure.headers.get("strict-transport-security")).toContain("max-age");
  });
});

describe("long lists", () => {
  it("come in pieces that link to each other", async () => {
    const response = await get(app, "/api/v1/states?limit=50&offset=50");
    const body = await response.json();
    expect([body.total, body.states.length]).toEqual([198, 50]);
    const link = response.headers.get("link") ?? "";
    expect(link).toContain('</api/v1/states?limit=50&offset=100>; rel="next"');
    expect(link).toContain('</api/v1/states?limit=50&offset=0>; rel="prev"');
    expect(link).toContain('</api/v1/states?limit=50&offset=150>; rel="last"');
  });

  it("are whole as CSV", async () => {
    const text = await (await get(app, "/api/v1/instruments/untoc/participation.csv")).text();
    const body = await (await get(app, "/api/v1/instruments/untoc/participation")).json();
    expect(body.total).toBeGreaterThan(body.participation.length);
    expect(text.trim().split("\r\n").length).toBe(body.total + 1);
  });
});

describe("facts that must come out", () => {
  it("on 2010-02-24 Bangladesh was not bound by the Palermo Protocol, but by CEDAW and C182", async () => {
    const body = await (await get(app, PROFILE)).json();
    expect(body.in_force).toHaveProperty("cedaw");
    expect(body.in_force).toHaveProperty("ilo-c182");
    expect(body.in_force).not.toHaveProperty("palermo-protocol");
    expect(body.as_of["palermo-protocol"]).toBe("2025-04-10");
    expect(body.sources.length).toBeGreaterThan(0);
  });

  it("an instrument without a list is unknown for every state", async () => {
    const body = await (await get(app, "/api/v1/states/FRA/profile")).json();
    expect(body.unknown["saarc-2002"]).toBe("no-list");
  });

  it("health tells version and data", async () => {
    const body = await (await get(app, "/health")).json();
    expect(body).toEqual({ status: "ok", version: "0.1.0", data_hash: "0123456789abcdef" });
  });
});
