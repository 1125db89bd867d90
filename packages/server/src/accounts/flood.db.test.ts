import { onBothEngines } from "@concord/store/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPeople, PASS_PHRASE, type People, type TestBrowser } from "../testing/people.ts";

const EMAIL = "administrator@example.org";

onBothEngines("ten thousand attempts to sign in", "blank", (store) => {
  let people: People;
  let owner: TestBrowser;
  beforeAll(async () => {
    people = openPeople(store());
    owner = await people.administrator();
  });
  afterAll(() => people.stop());

  it("are turned away without being looked at, while the owner signs in from elsewhere and stays signed in", async () => {
    const thief = people.browser("203.0.113.66");
    const attempt = (browser: TestBrowser, password: string) =>
      browser.ask("POST", "/api/auth/sign-in/email", { email: EMAIL, password });
    const statuses = new Map<number, number>();
    for (let count = 0; count < 10_000; count++) {
      const { status } = await attempt(thief, "guessed at random again");
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(10_000);
    expect(statuses.get(401)).toBeLessThan(30);
    expect((await attempt(thief, PASS_PHRASE)).status).toBe(429);
    expect((await owner.ask("GET", "/api/v1/me")).json.account).not.toBeNull();
    expect((await attempt(people.browser("198.51.100.20"), PASS_PHRASE)).status).toBe(200);
    // A device on which the owner has signed in before passes even from the attacker's own network.
    const device = people.browser("203.0.113.66");
    device.cookies.set("concord.device", owner.cookies.get("concord.device") ?? "");
    expect((await attempt(device, PASS_PHRASE)).status).toBe(200);
  });
});
