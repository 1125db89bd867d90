import { TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, openBrowser, openPage, type WatchedPage } from "./browser.ts";
import { type RunningConcord, startConcord } from "./concord.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const PASS_PHRASE = "lantern river seven quietly";

/** Waits until the server's log holds another link than those seen before, and gives it. */
function linkReader(concord: RunningConcord) {
  const seen = new Set<string>();
  return async (): Promise<string> => {
    for (let attempt = 0; attempt < 300; attempt++) {
      const links = concord.printed().match(/http:\/\/\S+\/people\/invitation#token=[\w-]+/g) ?? [];
      const fresh = links.find((link) => !seen.has(link));
      if (fresh) {
        seen.add(fresh);
        return fresh;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no link was printed:\n${concord.printed()}`);
  };
}

/** An authenticator that the browser believes to be a part of the device. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const send = (page: Page, form: string) => page.locator(`${form} button[type=submit]`).click();

async function accept(page: Page, name: string, email?: string): Promise<void> {
  await page.locator("input[name=name]").fill(name);
  if (email) await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=passPhrase]").fill(PASS_PHRASE);
  await expectAccessible(page);
  await send(page, "form");
  await page.waitForURL(/\/people\/account/);
  await page.locator("#second-factor").waitFor();
}

async function invite(page: Page, email: string): Promise<void> {
  await page.locator("input[name=email]").fill(email);
  await send(page, "form:has(input[name=email])");
  await page.getByText(email).first().waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page.locator(".account-menu > summary").click();
}

describe.each(["en", "ar"])("from the first start to a member of an organization in %s", (lang) => {
  let concord: RunningConcord;
  let nextLink: () => Promise<string>;
  const opened: WatchedPage[] = [];
  const open = async (link: string) => {
    const url = new URL(link);
    url.searchParams.set("lang", lang);
    const watched = await openPage(browser, url.href);
    opened.push(watched);
    return watched.page;
  };

  beforeAll(async () => {
    concord = await startConcord();
    nextLink = linkReader(concord);
  });
  afterAll(() => concord?.stop());

  it("makes an administrator with passkey and codes, who admits an organization, whose focal point invites a member", async () => {
    const first = await nextLink();
    const administrator = await open(first);
    await addAuthenticator(administrator);
    expect(await administrator.locator("html").getAttribute("dir")).toBe(lang === "ar" ? "rtl" : "ltr");
    await accept(administrator, "First Person", "administrator@example.org");

    await administrator.locator("#second-factor input[name=password]").fill(PASS_PHRASE);
    await send(administrator, "#second-factor form");
    const key = (await administrator.locator(".people-key").textContent()) ?? "";
    await administrator.locator("img.people-qr").waitFor();
    const totp = new TOTP({ secret: key.replace(/\s/g, "") });
    await administrator.locator("#second-factor input[name=code]").fill(totp.generate());
    await send(administrator, "#second-factor form");
    await administrator.locator(".people-codes li").first().waitFor();
    const recovery = (await administrator.locator(".people-codes li").first().textContent()) ?? "";

    const passkeys = "section[aria-labelledby=passkeys]";
    await administrator.locator(`${passkeys} input[name=name]`).fill("Laptop");
    await send(administrator, `${passkeys} form`);
    await administrator.locator(`${passkeys} li`).first().waitFor();
    await expectAccessible(administrator);

    await openMenu(administrator);
    await administrator.locator(".account-choices button").last().click();
    await administrator.locator("header a[href^='/people/sign-in']").click();
    await administrator.locator("section[aria-labelledby=other-ways] button").first().waitFor();
    await expectAccessible(administrator);
    await administrator.locator("section[aria-labelledby=other-ways] button").first().click();
    await administrator.waitForURL(/\/people\/account/);

    await openMenu(administrator);
    await administrator.locator(".account-choices a[href^='/people/actors']").click();
    await administrator.locator("input[name=acronym]").fill("ORG-A");
    await administrator.locator("input[name=name]").fill("Organization A");
    await send(administrator, "form:has(input[name=acronym])");
    await administrator.getByText("Organization A").first().waitFor();
    await expectAccessible(administrator);
    await administrator.locator("a[href*='actor=org-a']").click();
    await invite(administrator, "focal@org-a.example");
    await expectAccessible(administrator);

    const focal = await open(await nextLink());
    await accept(focal, "Focal Person");
    await openMenu(focal);
    expect(await focal.locator(".account-choices a[href^='/people/actors']").count()).toBe(0);
    await focal.locator(".account-choices a[href^='/people/actor']").click();
    await invite(focal, "member@org-a.example");

    const member = await open(await nextLink());
    await accept(member, "Member Person");
    await openMenu(member);
    await member.locator(".account-choices a[href^='/people/actor']").click();
    await member.getByText("Focal Person").waitFor();
    expect(await member.locator("input[name=email]").count()).toBe(0);

    // The focal point makes the member an observer; the member sees it at once.
    await focal.reload();
    const row = focal.locator(".people-row", { hasText: "Member Person" });
    await row.locator("select").selectOption("observer");
    await focal.waitForLoadState("networkidle");
    const role = await member.evaluate(async () => (await (await fetch("/api/v1/me")).json()).role);
    expect(role).toBe("observer");
    await row.getByRole("button").first().click();
    await row.locator(".people-mark").waitFor();
    await member.goto(`${concord.url}/people/account?lang=${lang}`);
    await member.locator("main a[href^='/people/sign-in']").waitFor();

    // With the pass phrase the code is asked for; a recovery code stands in for it, once.
    const again = await open(`${concord.url}/people/sign-in`);
    await again.locator("input[name=email]").fill("administrator@example.org");
    await again.locator("input[name=password]").fill(PASS_PHRASE);
    await send(again, "form:has(input[name=password])");
    await again.locator("input[name=code]").waitFor();
    await expectAccessible(again);
    await again.locator("form button[type=button]").first().click();
    await again.locator("input[name=code]").fill(recovery);
    await send(again, "form");
    await again.waitForURL(/\/people\/account/);

    // The link of the first start leads to signing in, not to a dead end.
    const used = await open(first);
    await used.locator("main a[href^='/people/sign-in']").waitFor();
    await expectAccessible(used);
    for (const { complaints, close } of opened) {
      expect(complaints).toEqual([]);
      await close();
    }
  });
});
