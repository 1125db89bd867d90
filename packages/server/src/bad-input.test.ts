import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { API_ROOT } from "./api/document.ts";
import { QUESTIONS } from "./api/questions.ts";
import type { App } from "./app.ts";
import { get, testApp } from "./testing/holdings.ts";

let app: App;
beforeAll(async () => {
  app = await testApp();
});

async function problemAt(path: string, headers: Record<string, string> = {}) {
  const response = await get(app, path.startsWith("/") ? API_ROOT + path : path, headers);
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const body = await response.json();
  expect(body.status).toBe(response.status);
  expect(body.title).not.toBe("");
  expect(body.cure).not.toBe("");
  return { status: response.status, type: body.type, parameter: body.parameter, cure: body.cure, body };
}

describe("bad input gets the right status, the place and the cure", () => {
  const cases: [path: string, status: number, type: string, parameter: string | undefined][] = [
    ["/states/ZZZ/profile", 404, "unknown-state", "state"],
    ["/instruments/palermo", 404, "unknown-instrument", "instrument"],
    ["/themes/protection.nothing", 404, "unknown-theme", "theme"],
    ["/groups/atlantis/gaps", 404, "unknown-group", "group"],
    ["/states/BGD/profile?date=2010-02-30", 400, "impossible-date", "date"],
    ["/states/BGD/profile?date=", 400, "impossible-date", "date"],
    ["/states/BGD/profile?date=yesterday", 400, "impossible-date", "date"],
    ["/states/BGD/profile?date=1903-12-31", 422, "date-out-of-range", "date"],
    ["/states/BGD/profile?date=2026-11-25", 422, "date-out-of-range", "date"],
    ["/states/BGD/profile?date=2010-01-01&date=2011-01-01", 400, "bad-parameter", "date"],
    ["/states/BGD/roadmap?k=0", 422, "out-of-range", "k"],
    ["/states/BGD/roadmap?k=many", 400, "bad-parameter", "k"],
    ["/states/BGD/roadmap?target=strong", 400, "bad-parameter", "target"],
    ["/states/EUE/roadmap", 422, "not-a-state", "state"],
    ["/corridors/BGD/BGD", 422, "same-state-twice", "destination"],
    ["/corridors/BGD/ZZZ", 404, "unknown-state", "destination"],
    ["/changes", 400, "bad-parameter", "from"],
    ["/changes?from=2020-01-01&to=2019-01-01", 422, "dates-out-of-order", "to"],
    ["/compare?state=BGD", 422, "out-of-range", "columns"],
    ["/compare?state=BGD&state=BGD", 422, "same-state-twice", "columns"],
    ["/film?from=1900", 400, "bad-parameter", "from"],
    ["/states?limit=0", 400, "bad-parameter", "limit"],
    ["/states?offset=-1", 400, "bad-parameter", "offset"],
    ["/nothing", 404, "not-found", undefined],
    ["/states/BGD/profile?%zz=1", 400, "bad-encoding", undefined],
    ["/states/%E0%A4%A/profile", 400, "bad-encoding", undefined],
    [`/states/BGD/profile?date=${"9".repeat(5000)}`, 414, "address-too-long", undefined],
  ];
  for (const [path, status, type, parameter] of cases)
    it(`${path.slice(0, 60)} is ${status} ${type}`, async () => {
      const problem = await problemAt(path);
      expect([problem.status, problem.type, problem.parameter]).toEqual([status, `/api#${type}`, parameter]);
    });

  it("an unknown state comes with what was probably meant", async () => {
    expect((await problemAt("/states/Banglades/profile")).cure).toContain("Bangladesh (BGD)");
  });

  it("a form that isn't given is 406", async () => {
    expect((await problemAt("/states", { accept: "image/png" })).status).toBe(406);
    expect((await problemAt("/knowledge.csv")).status).toBe(406);
  });

  it("nothing can be written: 405 names what is allowed, 413 comes first for a large body", async () => {
    const post = await app.fetch(
      new Request(`http://localhost${API_ROOT}/states`, { method: "POST", body: "{}" }),
    );
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    const large = new Request(`http://localhost${API_ROOT}/states`, {
      method: "PUT",
      body: "x",
      headers: { "content-length": "1000000" },
    });
    expect((await app.fetch(large)).status).toBe(413);
  });
});

describe("whatever is asked", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("..", "%2e%2e", "%00", "BGD", "states", "api", "v1", ".csv", "__proto__", "constructor"),
    fc.string({ unit: "binary", maxLength: 20 }).map(encodeURIComponent.bind(null)),
  );
  const safely = (text: string) => text.replace(/[#\s]/g, "").replace(/[\ud800-\udfff]/g, "");

  it("no path and no query makes the server fail", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 6 }),
        fc.array(piece, { maxLength: 4 }),
        async (path, query) => {
          const address = `/${path.map(safely).join("/")}?${query.map(safely).join("&")}`;
          if (!URL.canParse(`http://localhost${address}`)) return;
          const response = await get(app, address);
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("no value of a known parameter makes a question fail", async () => {
    const value = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        "",
        "0",
        "-1",
        "1e9",
        "NaN",
        "2010-02-24",
        "9999-12-31",
        "0000-00-00",
        "BGD@",
        "@",
        "true",
      ),
    );
    const asked = fc.constantFrom(...QUESTIONS.filter(({ id }) => id !== "groupRoadmap")).chain((question) =>
      fc.record({
        question: fc.constant(question),
        path: fc.array(fc.oneof(value, fc.constantFrom("BGD", "asean", "untoc")), {
          minLength: 3,
          maxLength: 3,
        }),
        query: fc.dictionary(fc.constantFrom("date", ...Object.keys(question.query.shape)), value, {
          maxKeys: 3,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ question, path, query }) => {
        const parts = [...path];
        const filled = question.path.replace(/\{\w+\}/g, () => encodeURIComponent(parts.pop() ?? "x") || "x");
        const response = await get(app, `${API_ROOT}${filled}?${new URLSearchParams(query)}`);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});
