import { SYSTEM } from "@concord/core/access";
import { administratorLink, updateSignInRows } from "@concord/store";
import { onBothEngines } from "@concord/store/testing";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  openPeople,
  PASS_PHRASE,
  type People,
  PUBLIC_URL,
  type TestBrowser,
  tokenOf,
} from "../testing/people.ts";

const EMAIL = "administrator@example.org";
const signIn = (browser: TestBrowser, password = PASS_PHRASE, email = EMAIL) =>
  browser.ask("POST", "/api/auth/sign-in/email", { email, password });
const me = async (browser: TestBrowser) => (await browser.ask("GET", "/api/v1/me")).json;

onBothEngines("signing in", "blank", (store) => {
  let people: People;
  beforeAll(() => {
    people = openPeople(store());
  });
  afterAll(() => people.stop());

  const firstLink = () => administratorLink(store(), PUBLIC_URL, new Date(), { onlyFirst: true });

  describe("the first administrator", () => {
    it("is made by the newest link of the console, once, and by nobody else", async () => {
      const old = await firstLink();
      const link = await firstLink();
      const accept = (token: string, email = EMAIL) =>
        people.browser().ask("POST", "/api/v1/invitations/acceptance", {
          token,
          name: "First Person",
          passPhrase: PASS_PHRASE,
          language: "fr",
          email,
        });
      expect(await accept(tokenOf(old ?? ""))).toMatchObject({ status: 410, json: { reason: "withdrawn" } });
      expect(await accept("a".repeat(43))).toMatchObject({ status: 404 });
      expect(await accept(tokenOf(link ?? ""))).toMatchObject({ status: 201, json: { email: EMAIL } });
      expect(await accept(tokenOf(link ?? ""), "thief@example.org")).toMatchObject({ status: 410 });
      expect(await firstLink()).toBeUndefined();
    });

    it("signs in and acts for the secretariat as administrator", async () => {
      const browser = people.browser();
      const { status, json, response } = await signIn(browser);
      expect(status).toBe(200);
      expect(json).not.toHaveProperty("token");
      const [cookie] = response.headers
        .getSetCookie()
        .filter((set) => set.startsWith("concord.session_token"));
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(await me(browser)).toMatchObject({ role: "administrator", actor: "concord-secretariat" });
      expect((await browser.ask("GET", "/api/v1/me/account")).json).toMatchObject({
        email: EMAIL,
        language: "fr",
      });
    });
  });

  describe("a pass phrase", () => {
    it("that is wrong is answered like an address that has no account", async () => {
      const wrong = await signIn(people.browser("198.51.100.2"), "not the right words at all");
      const unknown = await signIn(people.browser("198.51.100.2"), PASS_PHRASE, "nobody@example.org");
      expect(wrong.status).toBe(401);
      expect(unknown.status).toBe(401);
      expect(unknown.json).toEqual(wrong.json);
    });

    it("that is forgotten is asked for without telling whether the address has an account; the link works once", async () => {
      const ask = (email: string) =>
        people.browser().ask("POST", "/api/auth/request-password-reset", { email });
      const [known, unknown] = [await ask(EMAIL), await ask("nobody@example.org")];
      expect(known.status).toBe(200);
      expect(unknown.json).toEqual(known.json);
      expect(await people.lettersTo("nobody@example.org")).toEqual([]);
      const before = people.browser();
      await signIn(before);
      const token = await people.tokenFor(EMAIL);
      const change = (newPassword: string) =>
        people.browser().ask("POST", "/api/auth/reset-password", { token, newPassword });
      expect(await change("passwordpassword")).toMatchObject({
        status: 422,
        json: { message: "too-common" },
      });
      expect(await change("eleven sign")).toMatchObject({ status: 422, json: { message: "too-short" } });
      expect(await change(PASS_PHRASE)).toMatchObject({ status: 200 });
      expect((await change("another one entirely")).status).toBe(400);
      expect((await me(before)).account).toBeNull();
    });

    it("that is changed ends every other session", async () => {
      const [one, other] = [people.browser(), people.browser()];
      await signIn(one);
      await signIn(other);
      const changed = await one.ask("POST", "/api/auth/change-password", {
        currentPassword: PASS_PHRASE,
        newPassword: PASS_PHRASE,
        revokeOtherSessions: false,
      });
      expect(changed.status).toBe(200);
      expect((await me(one)).account).not.toBeNull();
      expect((await me(other)).account).toBeNull();
    });
  });

  describe("a session", () => {
    it("gets a new secret with each sign-in, so that one planted before opens nothing", async () => {
      const browser = people.browser();
      await signIn(browser);
      const first = browser.cookies.get("concord.session_token");
      await signIn(browser);
      expect(browser.cookies.get("concord.session_token")).not.toBe(first);
      const planted = people.browser();
      planted.cookies.set("concord.session_token", "planted.AAAA");
      expect((await me(planted)).account).toBeNull();
      await signIn(planted);
      expect(planted.cookies.get("concord.session_token")).not.toContain("planted");
    });

    it("that was stolen ends when its owner ends it, and a replay of its cookie opens nothing", async () => {
      const owner = people.browser();
      await signIn(owner);
      const thief = people.browser("203.0.113.9");
      thief.cookies.set("concord.session_token", owner.cookies.get("concord.session_token") ?? "");
      expect((await me(thief)).account).not.toBeNull();
      const another = people.browser();
      await signIn(another);
      await another.ask("DELETE", "/api/v1/me/sessions");
      expect((await me(thief)).account).toBeNull();
      expect((await me(another)).account).not.toBeNull();
    });

    it("ends with signing out, and a cookie kept from before opens nothing", async () => {
      const browser = people.browser();
      await signIn(browser);
      const kept = browser.cookies.get("concord.session_token") ?? "";
      expect((await browser.ask("POST", "/api/auth/sign-out", {})).status).toBe(200);
      browser.cookies.set("concord.session_token", kept);
      expect((await me(browser)).account).toBeNull();
    });

    it("ends a week after signing in", async () => {
      const browser = people.browser();
      await signIn(browser);
      people.clock.aheadMs = 7 * 24 * 3600_000 + 60_000;
      expect((await me(browser)).account).toBeNull();
      people.clock.aheadMs = 0;
    });

    it("whose seal was forged opens nothing", async () => {
      const browser = people.browser();
      await signIn(browser);
      const cookie = browser.cookies.get("concord.session_token") ?? "";
      browser.cookies.set(
        "concord.session_token",
        cookie.replace(/\.[^.]*$/, ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D"),
      );
      expect((await me(browser)).account).toBeNull();
    });
  });

  describe("time-based codes", () => {
    const turnOn = async (browser: TestBrowser) => {
      const { json } = await browser.ask("POST", "/api/auth/two-factor/enable", { password: PASS_PHRASE });
      const uri = new URL(String(json.totpURI));
      const totp = new TOTP({ secret: uri.searchParams.get("secret") ?? "", issuer: "Concord" });
      const confirmed = await browser.ask("POST", "/api/auth/two-factor/verify-totp", {
        code: totp.generate(),
      });
      expect(confirmed.status).toBe(200);
      return { totp, codes: json.backupCodes as string[] };
    };

    it("are asked for after the pass phrase, within a step of the clock, and never twice", async () => {
      const browser = people.browser();
      await signIn(browser);
      const { totp, codes } = await turnOn(browser);
      const at = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
      const attempt = async (code: string, path = "verify-totp") => {
        const next = people.browser();
        const first = await signIn(next);
        expect(first.json).toMatchObject({ twoFactorRedirect: true });
        expect((await me(next)).account).toBeNull();
        const { status } = await next.ask("POST", `/api/auth/two-factor/${path}`, { code });
        return { status, account: (await me(next)).account };
      };
      expect((await attempt(at(-3))).status).toBe(401);
      expect((await attempt(at(3))).status).toBe(401);
      const earlier = at(-1);
      expect(await attempt(earlier)).toMatchObject({ status: 200, account: expect.any(String) });
      expect(await attempt(earlier)).toMatchObject({ status: 401, account: null });
      expect((await attempt(at(1))).status).toBe(200);
      const [recovery = ""] = codes;
      expect((await attempt(recovery, "verify-backup-code")).status).toBe(200);
      expect((await attempt(recovery, "verify-backup-code")).status).toBe(401);
      expect(
        (await browser.ask("POST", "/api/auth/two-factor/disable", { password: PASS_PHRASE })).status,
      ).toBe(200);
    });
  });

  describe("an e-mail address", () => {
    it("changes only when it was confirmed at the old and at the new one", async () => {
      const browser = people.browser();
      await signIn(browser);
      const fresh = "new-address@example.org";
      await browser.ask("POST", "/api/auth/change-email", { newEmail: fresh });
      expect(await people.lettersTo(fresh)).toEqual([]);
      const confirm = (token: string) =>
        people.browser().ask("GET", `/api/auth/verify-email?${new URLSearchParams({ token })}`);
      expect((await confirm(await people.tokenFor(EMAIL))).status).toBe(200);
      expect((await signIn(people.browser())).status).toBe(200);
      expect((await confirm(await people.tokenFor(fresh))).status).toBe(200);
      expect((await signIn(people.browser(), PASS_PHRASE, fresh)).status).toBe(200);
      await store().write(
        (tx) => updateSignInRows(tx, "accounts", [{ field: "email", value: fresh }], { email: EMAIL }),
        SYSTEM,
      );
    });
  });

  describe("the door", () => {
    it("opens to pages of this server alone", async () => {
      const request = new Request(`${PUBLIC_URL}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { origin: "https://elsewhere.example", cookie: "x=1", "content-type": "application/json" },
        body: JSON.stringify({ email: EMAIL, password: PASS_PHRASE }),
      });
      const answered = await people.raw(request);
      expect(answered.status).toBe(403);
      expect(answered.headers.getSetCookie()).toEqual([]);
    });

    it.each([
      ["POST", "/api/auth/sign-up/email", 404],
      ["POST", "/api/auth/update-user", 404],
      ["GET", "/api/auth/get-session", 404],
      ["GET", "/api/auth/sign-in/email", 405],
    ])("%s %s is not there", async (method, path, status) => {
      const answered = await people.browser().ask(method, path, method === "POST" ? {} : undefined);
      expect(answered.status).toBe(status);
    });
  });
});
