import { onBothEngines } from "@concord/store/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CLIENT, type IdentityProvider, startIdentityProvider } from "../testing/identity-provider.ts";
import { openPeople, type People, PUBLIC_URL, type TestBrowser } from "../testing/people.ts";

const EMAIL = "administrator@example.org";
const CALLBACK = `${PUBLIC_URL}/api/auth/callback/sso`;

onBothEngines("single sign-on", "blank", (store) => {
  let provider: IdentityProvider;
  let people: People;
  beforeAll(async () => {
    provider = await startIdentityProvider(CALLBACK);
    const { issuer } = provider;
    people = openPeople(store(), {
      oidc: { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: "Provider A" },
    });
    await people.administrator();
  });
  afterAll(async () => {
    await people.stop();
    await provider.stop();
  });

  const begin = (browser: TestBrowser) =>
    browser.ask("POST", "/api/auth/sign-in/social", {
      provider: "sso",
      callbackURL: "/people/account",
      errorCallbackURL: "/people/sign-in",
    });
  async function signIn(browser: TestBrowser) {
    const { json } = await begin(browser);
    const back = await provider.walk(String(json.url), CALLBACK);
    const { response } = await browser.ask("GET", back.slice(PUBLIC_URL.length));
    return response.headers.get("location") ?? "";
  }

  it("is offered by the provider's name", async () => {
    expect((await people.browser().ask("GET", "/api/auth/ways")).json).toEqual({ sso: "Provider A" });
  });

  it("signs in whoever has an account under the address that the provider has verified", async () => {
    provider.person.email = EMAIL;
    const browser = people.browser();
    expect(await signIn(browser)).toContain("/people/account");
    expect((await browser.ask("GET", "/api/v1/me")).json).toMatchObject({ role: "administrator" });
  });

  it("makes no account for anybody who was not invited, and takes no address that isn't verified", async () => {
    for (const person of [
      { subject: "stranger", email: "stranger@example.org", verified: true },
      { subject: "impostor", email: EMAIL, verified: false },
    ]) {
      Object.assign(provider.person, person);
      const browser = people.browser();
      expect(await signIn(browser)).toMatch(/\/people\/sign-in\?error=/);
      expect((await browser.ask("GET", "/api/v1/me")).json.account).toBeNull();
    }
  });

  it("takes an answer of the provider once, and from the browser that asked alone", async () => {
    Object.assign(provider.person, { subject: "subject-1", email: EMAIL, verified: true });
    const browser = people.browser();
    const { json } = await begin(browser);
    const back = (await provider.walk(String(json.url), CALLBACK)).slice(PUBLIC_URL.length);
    const thief = people.browser("203.0.113.9");
    await thief.ask("GET", back);
    expect((await thief.ask("GET", "/api/v1/me")).json.account).toBeNull();
    const again = people.browser();
    await again.ask("GET", back);
    expect((await again.ask("GET", "/api/v1/me")).json.account).toBeNull();
  });

  it("that is down says so, and the other ways stay open", async () => {
    const down = openPeople(store(), {
      oidc: { issuer: "http://127.0.0.1:9", clientId: "a", clientSecret: "b", name: "Provider B" },
    });
    expect(await begin(down.browser())).toMatchObject({
      status: 503,
      json: { code: "PROVIDER_UNREACHABLE" },
    });
    const browser = await down.administrator();
    expect((await browser.ask("GET", "/api/v1/me")).json.account).not.toBeNull();
    await down.stop();
  });
});
