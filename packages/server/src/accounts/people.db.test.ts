import { onBothEngines } from "@concord/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeople, PASS_PHRASE, type People, type TestBrowser } from "../testing/people.ts";

const DAY_MS = 24 * 3600_000;
const me = async (browser: TestBrowser) => (await browser.ask("GET", "/api/v1/me")).json;
const accountOf = async (browser: TestBrowser) => String((await me(browser)).account);

onBothEngines("people of actors", "blank", (store) => {
  let people: People;
  let administrator: TestBrowser;
  let focal: TestBrowser;
  beforeAll(async () => {
    people = openPeople(store());
    administrator = await people.administrator();
    const admit = (name: string, acronym: string) =>
      administrator.ask("POST", "/api/v1/admissions", { name, acronym, kind: "ngo", website: "" });
    expect(await admit("Organization A", "ORG-A")).toMatchObject({ status: 201, json: { id: "org-a" } });
    expect(await admit("Organization B", "ORG-B")).toMatchObject({ status: 201 });
    expect(await admit("Another A", "ORG-A")).toMatchObject({ status: 409, json: { reason: "same-actor" } });
    focal = await people.person(administrator, "org-a", "focal-point", "focal@org-a.example");
  });
  afterAll(() => people.stop());

  describe("invitations", () => {
    it("a focal point invites to the own actor, below the own role, and hears why not elsewhere", async () => {
      const invite = (actor: string, role: string) =>
        focal.ask("POST", `/api/v1/actors/${actor}/invitations`, {
          email: `${role}@org-a.example`,
          role,
          language: "ar",
        });
      expect(await invite("org-b", "member")).toMatchObject({
        status: 403,
        json: { reason: "not-own-actor" },
      });
      expect(await invite("org-a", "focal-point")).toMatchObject({ status: 403 });
      expect(await invite("org-a", "observer")).toMatchObject({ status: 201 });
      const misplaced = await administrator.ask("POST", "/api/v1/actors/org-a/invitations", {
        email: "misplaced@org-a.example",
        role: "secretariat",
        language: "en",
      });
      expect(misplaced).toMatchObject({ status: 409, json: { reason: "role-not-here" } });
      const [letter] = await people.lettersTo("observer@org-a.example");
      expect(letter?.subject).toContain("Organization A");
      expect(letter?.body).toContain("مراقب");
      expect(letter?.body).toContain("/people/invitation#token=");
    });

    it("one that has expired leads to a new link at the same address, one that was used to signing in", async () => {
      const email = "late@org-a.example";
      await focal.ask("POST", "/api/v1/actors/org-a/invitations", { email, role: "member", language: "en" });
      const old = await people.tokenFor(email);
      const look = (token: string) => people.browser().ask("POST", "/api/v1/invitations/look", { token });
      const accept = (token: string) =>
        people.browser().ask("POST", "/api/v1/invitations/acceptance", {
          token,
          name: "Late Person",
          passPhrase: PASS_PHRASE,
          language: "en",
        });
      expect(await look(old)).toMatchObject({
        status: 200,
        json: {
          standing: "open",
          actorName: "Organization A",
          address: "l…e@org-a.example",
          hasAccount: false,
        },
      });
      people.clock.aheadMs = 15 * DAY_MS;
      expect((await look(old)).json.standing).toBe("expired");
      expect(await accept(old)).toMatchObject({ status: 410, json: { reason: "expired" } });
      const asked = await people.browser().ask("POST", "/api/v1/invitations/new-link", { token: old });
      expect(asked.status).toBe(204);
      people.clock.aheadMs = 0;
      const fresh = await people.tokenFor(email);
      expect(fresh).not.toBe(old);
      expect((await look(old)).status).toBe(404);
      expect((await accept(fresh)).status).toBe(201);
      expect(await accept(fresh)).toMatchObject({ status: 410, json: { reason: "used" } });
    });

    it("for somebody who has an account is taken up with it, and by nobody else", async () => {
      const member = await people.person(focal, "org-a", "member", "both@org-a.example");
      const email = "both@org-a.example";
      await administrator.ask("POST", "/api/v1/actors/org-b/invitations", {
        email,
        role: "observer",
        language: "en",
      });
      const token = await people.tokenFor(email);
      expect(await people.browser().ask("POST", "/api/v1/me/memberships", { token })).toMatchObject({
        status: 401,
      });
      expect(await focal.ask("POST", "/api/v1/me/memberships", { token })).toMatchObject({
        status: 409,
        json: { reason: "other-address" },
      });
      expect((await member.ask("POST", "/api/v1/me/memberships", { token })).status).toBe(204);
      expect(await me(member)).toMatchObject({ actor: "org-a", role: "member" });
      expect((await member.ask("PUT", "/api/v1/me/acting", { actor: "org-b" })).status).toBe(204);
      expect(await me(member)).toMatchObject({ actor: "org-b", role: "observer" });
      expect((await member.ask("PUT", "/api/v1/me/acting", { actor: "org-c" })).status).toBe(409);
    });

    it("one that was withdrawn opens nothing", async () => {
      const email = "withdrawn@org-a.example";
      const { json } = await focal.ask("POST", "/api/v1/actors/org-a/invitations", {
        email,
        role: "member",
        language: "en",
      });
      const token = await people.tokenFor(email);
      expect((await focal.ask("DELETE", `/api/v1/invitations/${json.id}`)).status).toBe(204);
      const looked = await people.browser().ask("POST", "/api/v1/invitations/look", { token });
      expect(looked.json.standing).toBe("withdrawn");
    });
  });

  describe("roles", () => {
    it("what is taken from a person is gone in the sessions that run", async () => {
      const member = await people.person(focal, "org-a", "member", "changed@org-a.example");
      const account = await accountOf(member);
      const change = (by: TestBrowser, role: string) =>
        by.ask("PUT", `/api/v1/actors/org-a/people/${account}`, { role });
      expect((await change(member, "focal-point")).status).toBe(403);
      expect((await change(focal, "observer")).status).toBe(204);
      expect(await me(member)).toMatchObject({ role: "observer" });
      expect((await change(focal, "focal-point")).status).toBe(403);
      expect((await change(administrator, "focal-point")).status).toBe(204);
      expect(await me(member)).toMatchObject({ role: "focal-point" });
    });

    it("a suspended member loses live sessions at once and comes back when the suspension is lifted", async () => {
      const member = await people.person(focal, "org-a", "member", "suspended@org-a.example");
      const account = await accountOf(member);
      const path = `/api/v1/actors/org-a/people/${account}/suspension`;
      expect((await focal.ask("POST", path)).status).toBe(204);
      expect(await me(member)).toMatchObject({ account: null, role: "anonymous" });
      expect((await focal.ask("DELETE", path)).status).toBe(204);
      const again = await member.ask("POST", "/api/auth/sign-in/email", {
        email: "suspended@org-a.example",
        password: PASS_PHRASE,
      });
      expect(again.status).toBe(200);
      expect(await me(member)).toMatchObject({ role: "member" });
    });

    it("a suspended account is signed out and can't sign in", async () => {
      const member = await people.person(focal, "org-a", "member", "gone@org-a.example");
      const path = `/api/v1/accounts/${await accountOf(member)}/suspension`;
      expect((await focal.ask("POST", path)).status).toBe(403);
      expect((await administrator.ask("POST", path)).status).toBe(204);
      expect((await me(member)).account).toBeNull();
      const again = await member.ask("POST", "/api/auth/sign-in/email", {
        email: "gone@org-a.example",
        password: PASS_PHRASE,
      });
      expect(again.status).toBe(403);
    });

    it("nobody acts for an actor whose admission has ended, signed in or not", async () => {
      await administrator.ask("POST", "/api/v1/admissions", {
        name: "Organization C",
        acronym: "ORG-C",
        kind: "ngo",
      });
      const member = await people.person(administrator, "org-c", "member", "member@org-c.example");
      expect(await me(member)).toMatchObject({ actor: "org-c" });
      expect((await administrator.ask("DELETE", "/api/v1/admissions/org-c")).status).toBe(204);
      expect(await me(member)).toMatchObject({ actor: null, role: "observer" });
    });

    it("who has access to what is seen by the secretariat, an actor's people by its own", async () => {
      expect((await focal.ask("GET", "/api/v1/accounts")).status).toBe(403);
      const { json } = await administrator.ask("GET", "/api/v1/accounts");
      expect(json.accounts).toContainEqual(expect.objectContaining({ email: "focal@org-a.example" }));
      const own = await focal.ask("GET", "/api/v1/actors/org-a/people");
      expect(own.json.people).toContainEqual(
        expect.objectContaining({ email: "focal@org-a.example", role: "focal-point", live: true }),
      );
      expect((await focal.ask("GET", "/api/v1/actors/org-b/people")).status).toBe(403);
    });
  });

  describe("the role of administrator", () => {
    it("is given by one while alone, then by two, and two can't demote each other", async () => {
      const second = await people.person(
        administrator,
        "concord-secretariat",
        "secretariat",
        "second@example.org",
      );
      const third = await people.person(
        administrator,
        "concord-secretariat",
        "secretariat",
        "third@example.org",
      );
      const [one, two, three] = [
        await accountOf(administrator),
        await accountOf(second),
        await accountOf(third),
      ];
      const propose = (by: TestBrowser, account: string, change: string) =>
        by.ask("POST", "/api/v1/administrators/proposals", { account, change });
      const confirm = (by: TestBrowser, id: unknown) =>
        by.ask("POST", `/api/v1/administrators/proposals/${id}/confirmation`);
      expect(await propose(administrator, one, "take")).toMatchObject({ status: 409 });
      expect((await propose(second, two, "give")).status).toBe(403);
      expect(await propose(administrator, two, "give")).toMatchObject({
        status: 201,
        json: { settled: true },
      });
      expect(await me(second)).toMatchObject({ role: "administrator" });

      const given = await propose(administrator, three, "give");
      expect(given.json.settled).toBe(false);
      expect(await me(third)).toMatchObject({ role: "secretariat" });
      expect((await confirm(administrator, given.json.id)).status).toBe(403);
      expect((await confirm(second, given.json.id)).status).toBe(204);
      expect((await confirm(second, given.json.id)).status).toBe(404);
      expect(await me(third)).toMatchObject({ role: "administrator" });

      const ids = [await propose(administrator, two, "take"), await propose(second, one, "take")];
      expect((await confirm(second, ids[0]?.json.id)).status).toBe(204);
      expect((await confirm(administrator, ids[1]?.json.id)).status).toBe(204);
      expect(await me(second)).toMatchObject({ role: "secretariat" });
      expect(await me(administrator)).toMatchObject({ role: "secretariat" });
      const last = await propose(third, three, "take");
      expect(last).toMatchObject({ status: 409, json: { reason: "last-administrator" } });
      const leaving = await third.ask("DELETE", "/api/v1/me/account", { email: "third@example.org" });
      expect(leaving.status).toBe(409);
      expect(await propose(third, one, "give")).toMatchObject({ json: { settled: true } });
    });

    it("keeps an account from being suspended by another administrator alone", async () => {
      const account = await accountOf(administrator);
      const third = people.browser();
      await third.ask("POST", "/api/auth/sign-in/email", {
        email: "third@example.org",
        password: PASS_PHRASE,
      });
      expect(await third.ask("POST", `/api/v1/accounts/${account}/suspension`)).toMatchObject({
        status: 409,
        json: { reason: "by-proposal" },
      });
    });
  });

  describe("one's own data", () => {
    it("are taken out as a file, without what would let anybody sign in", async () => {
      const { response, status } = await focal.ask("GET", "/api/v1/me/export");
      expect(status).toBe(200);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ account: { email: "focal@org-a.example" } });
      expect(text).not.toMatch(/argon2|token|secret/i);
    });

    it("are changed by oneself, and a name that is none is refused by its place", async () => {
      expect(
        (await focal.ask("PATCH", "/api/v1/me/account", { language: "ru", digest: "weekly" })).status,
      ).toBe(204);
      expect((await focal.ask("GET", "/api/v1/me/account")).json).toMatchObject({
        language: "ru",
        digest: "weekly",
      });
      expect(await focal.ask("PATCH", "/api/v1/me/account", { name: "<b>" })).toMatchObject({
        status: 422,
        json: { errors: [expect.objectContaining({ pointer: "/name" })] },
      });
    });

    it("go with the account: nothing about the person stays", async () => {
      const email = "leaver@org-a.example";
      const leaver = await people.person(focal, "org-a", "member", email);
      const remove = (typed: string) => leaver.ask("DELETE", "/api/v1/me/account", { email: typed });
      expect((await remove("other@org-a.example")).status).toBe(422);
      expect((await remove(email)).status).toBe(204);
      expect((await me(leaver)).account).toBeNull();
      const { json } = await administrator.ask("GET", "/api/v1/accounts");
      expect(JSON.stringify(json)).not.toContain(email);
    });
  });
});
