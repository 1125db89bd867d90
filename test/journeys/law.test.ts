import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, openBrowser, openPage } from "./browser.ts";
import { type RunningConcord, startConcord } from "./concord.ts";

let concord: RunningConcord;
let browser: Browser;

beforeAll(async () => {
  [concord, browser] = await Promise.all([startConcord(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await concord?.stop();
});

const FIRST_LINK_INTO_A_STATE = 'main a[href^="/states/"]';

describe.each([
  { lang: "en", dir: "ltr", bangladesh: "Bangladesh", palermo: "Palermo Protocol" },
  { lang: "ar", dir: "rtl", bangladesh: "بنغلاديش", palermo: "بروتوكول باليرمو" },
])("a delegate's walk through the law in $lang", ({ lang, dir, bangladesh, palermo }) => {
  it("sees map, themes and time on the first page without scrolling on a laptop, and walks to the article", async () => {
    const { page, complaints, close } = await openPage(
      browser,
      `${concord.url}/?lang=${lang}&when=2010-02-24`,
    );
    await page.locator(".map canvas").waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe(dir);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    for (const figure of [".map canvas", ".theme-bars", ".time-track"]) {
      const box = await page.locator(figure).boundingBox();
      expect(box && box.y + box.height, `${figure} ends above the fold`).toBeLessThanOrEqual(768);
    }
    await expectAccessible(page);

    await page.locator(".theme-bars a").first().click();
    await page.locator(".theme-row").first().waitFor();
    expect(await page.locator(".provision-cited").count()).toBeGreaterThan(0);
    await expectAccessible(page);

    await page.goto(`${concord.url}/themes/prosecution.criminalization?lang=${lang}&when=2010-02-24`);
    await page.locator('.theme-row-head a[href*="palermo-protocol"]').click();
    await page.waitForURL(/\/instruments\/palermo-protocol/);
    await page.locator(FIRST_LINK_INTO_A_STATE).first().waitFor();
    expect(page.url()).toContain("when=2010-02-24");
    expect(complaints).toEqual([]);
    await close();
  });

  it("reads a state's position on the day of the letter, and the treaty actions behind it", async () => {
    const { page, complaints, close } = await openPage(
      browser,
      `${concord.url}/states/BGD?lang=${lang}&when=2010-02-24`,
    );
    await page.getByRole("heading", { level: 1, name: bangladesh }).waitFor();
    await page.locator(".facts").waitFor();
    expect(await page.locator(".fact dd").first().textContent()).toBe("19");
    await page.locator(".duty-line").first().click();
    await page.locator(".duty[open] .provision").first().waitFor();
    const row = page.locator("tr", { has: page.getByRole("link", { name: palermo, exact: true }) }).first();
    expect(await row.locator(".standing-not-party").count()).toBe(1);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    "/matrix",
    "/states",
    "/instruments",
    "/themes",
    "/compare?of=BGD,NPL",
    "/corridors",
    "/changes",
    "/nearly-all",
    "/about-data",
  ])("%s is complete and accessible", async (path) => {
    const separator = path.includes("?") ? "&" : "?";
    const { page, complaints, close } = await openPage(
      browser,
      `${concord.url}${path}${separator}lang=${lang}`,
    );
    await page.locator("#main h1").waitFor();
    await page.waitForLoadState("networkidle");
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it("finds the shortest set of ratifications, and the corridor between two states", async () => {
    const { page, complaints, close } = await openPage(
      browser,
      `${concord.url}/roadmap?who=PER&when=2015-01-01&lang=${lang}`,
    );
    await page.locator(".set").first().waitFor();
    expect(await page.locator(".set").count()).toBe(1);
    expect(await page.locator('.set a[href*="coe-cets-197"]').count()).toBe(1);
    await expectAccessible(page);
    await page.goto(`${concord.url}/corridors/NGA/ITA?when=2012-01-01&lang=${lang}`);
    await page.locator(".bridge-line").first().waitFor();
    await page.locator(".year-bars").first().waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("every view holds its question in the address", () => {
  it("opens the same view again in another browser", async () => {
    const first = await openPage(browser, `${concord.url}/?when=1960-05-01&who=african&map=gaps`);
    await first.page.locator(".overview-themes").waitFor();
    const words = await first.page.locator(".lead").textContent();
    const again = await openPage(browser, first.page.url());
    await again.page.locator(".overview-themes").waitFor();
    expect(await again.page.locator(".lead").textContent()).toBe(words);
    await first.close();
    await again.close();
  });

  it("keeps day and place when the page changes", async () => {
    const { page, close } = await openPage(browser, `${concord.url}/?when=1960-05-01&who=african`);
    await page.locator('nav a[href^="/states"]').first().click();
    await page.waitForURL(/\/states\?/);
    expect(page.url()).toContain("when=1960-05-01");
    expect(page.url()).toContain("who=african");
    await close();
  });
});

describe("bad addresses are answered kindly", () => {
  it.each(["/states/ZZZ", "/instruments/nonsense", "/themes/nonsense", "/corridors/BGD/BGD"])(
    "%s says what is wrong and offers a way on",
    async (path) => {
      const { page, close } = await openPage(browser, `${concord.url}${path}`);
      await page.locator(".notice a").first().waitFor();
      await expectAccessible(page);
      await close();
    },
  );
});

describe("without scripts", () => {
  it.each([
    ["/states/BGD?date=2010-02-24&lang=fr", "fr"],
    ["/instruments/palermo-protocol?lang=ru", "ru"],
    ["/themes/prosecution.criminalization?lang=zh", "zh"],
    ["/states/BGD?lang=ar", "ar"],
  ])("%s still reads", async (path, lang) => {
    const { page, close } = await openPage(browser, `${concord.url}${path}`, { javaScriptEnabled: false });
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("table tr").count()).toBeGreaterThan(5);
    await close();
  });
});

describe("by keyboard alone", () => {
  it("moves through the matrix and hears each cell", async () => {
    const { page, close } = await openPage(browser, `${concord.url}/matrix?when=2010-02-24`);
    const grid = page.locator("main canvas").first();
    await grid.waitFor();
    await page.locator('[role="grid"], [role="application"], main [tabindex="0"]').first().focus();
    const live = page.locator("[aria-live]").last();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => live.textContent()).not.toBe("");
    const heard = await live.textContent();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => live.textContent()).not.toBe(heard);
    await close();
  });

  it("skips to the page with the first key", async () => {
    const { page, close } = await openPage(browser, `${concord.url}/states`);
    await page.locator(".context").waitFor();
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("skip-link");
    await close();
  });
});

describe("on a phone", () => {
  it("shows the rooms at the foot and nothing wider than the screen", async () => {
    for (const path of [
      "/",
      "/states/BGD",
      "/instruments/palermo-protocol",
      "/roadmap?who=BGD",
      "/corridors/NGA/ITA",
    ]) {
      const { page, close } = await openPage(browser, `${concord.url}${path}`, {
        viewport: { width: 390, height: 844 },
      });
      await page.locator("#main h1").waitFor();
      await page.waitForLoadState("networkidle");
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${path} is wider than the screen by`).toBeLessThanOrEqual(0);
      await close();
    }
  });
});
