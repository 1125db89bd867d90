import { describe, expect, it } from "vitest";
import { errorFacts, requestKind } from "./log.ts";
import { createMeter } from "./meter.ts";
import { createMetrics } from "./metrics.ts";

describe("what is kept of an error", () => {
  it("is its kind, code and place, not the words in it, which may be somebody's", () => {
    const cause = Object.assign(new Error("duplicate key (email)=(ada@example.org)"), { code: "23505" });
    const facts = errorFacts(new Error("Failed query: insert … params: ada@example.org", { cause }));
    expect(JSON.stringify(facts)).not.toContain("ada@");
    expect(facts).toMatchObject({ error: "Error", cause: { code: "23505" } });
    expect(facts.at[0]).toContain("watch.test.ts");
  });
});

describe("requests", () => {
  it.each([
    ["/api/v1/states/BGD/profile", "api"],
    ["/api/auth/sign-in/email", "sign-in"],
    ["/assets/index-abc.js", "file"],
    ["/favicon.svg", "file"],
    ["/states/BGD", "page"],
    ["/ready", "watch"],
  ])("%s is counted as %s", (path, kind) => expect(requestKind(path)).toBe(kind));

  it("are counted and timed by kind and status, without their address", async () => {
    const meter = createMeter();
    const answer = meter.measured((request) =>
      request.url.endsWith("/late")
        ? Promise.resolve(new Response("", { status: 404 }))
        : new Response("", { status: 200 }),
    );
    await answer(new Request("http://localhost/api/v1/states?name=ada"));
    await answer(new Request("http://localhost/api/v1/themes"));
    await answer(new Request("http://localhost/late"));
    const page = await createMetrics(meter, "0.1.0", [])();
    expect(page).toContain('concord_request_seconds_count{kind="api",status="2xx"} 2');
    expect(page).toContain('concord_request_seconds_bucket{kind="page",status="4xx",le="+Inf"} 1');
    expect(page).toContain('concord_info{version="0.1.0"} 1');
    expect(page).not.toContain("ada");
  });

  it("figures that can't be read say so, and the others are there", async () => {
    const figures = [
      { name: "concord_jobs", help: "Jobs", read: async () => [{ labels: { state: "done" }, value: 3 }] },
      { name: "concord_letters", help: "Letters", read: () => Promise.reject(new Error("no database")) },
    ];
    const page = await createMetrics(createMeter(), "0.1.0", figures)();
    expect(page).toContain('concord_jobs{state="done"} 3');
    expect(page).toContain('concord_figure_unread{figure="concord_letters"} 1');
    expect(page).toContain('concord_figure_unread{figure="concord_jobs"} 0');
  });
});
