/** The first page: weight of its scripts, and what Lighthouse says of it (desktop, local). */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium } from "playwright-core";
import { freePort, startConcord } from "../../test/journeys/concord.ts";

/** Memory that a process holds, in megabytes. */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** Gzipped size of every script that the first page asks for, as the browser sees it. */
async function scriptWeight(url: string): Promise<{ kilobytes: number; scripts: number }> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") {
      sizes.push(response.body().then((body) => gzipSync(body).length));
    }
  });
  await page.goto(url);
  await page.locator(".map canvas").waitFor();
  const bytes = await Promise.all(sizes);
  await browser.close();
  return { kilobytes: bytes.reduce((sum, size) => sum + size, 0) / 1000, scripts: bytes.length };
}

const chromiumPath = () => process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

async function lighthouseScores(url: string): Promise<Record<string, number>> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
  });
  const result = await lighthouse(
    `${url}/`,
    {
      port,
      onlyCategories: ["performance", "accessibility", "best-practices"],
      logLevel: "error",
    },
    desktopConfig,
  );
  await browser.close();
  const categories = result?.lhr.categories ?? {};
  return Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
}

/** Frames that reach the screen in a second while the film through time runs, counted over five of them. */
async function filmRate(url: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(url);
  const play = page.locator(".time-track button").first();
  await play.waitFor();
  await page.waitForLoadState("networkidle");
  await play.click();
  const rate = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const day = document.querySelector(".time-day");
        const begun = performance.now();
        let frames = 0;
        let shown = day?.textContent;
        const count = (now: number) => {
          // Only a frame that shows another day is one of the film.
          if (day?.textContent !== shown) frames += 1;
          shown = day?.textContent;
          if (now - begun < 5_000) requestAnimationFrame(count);
          else resolve(frames / ((now - begun) / 1_000));
        };
        requestAnimationFrame(count);
      }),
  );
  await browser.close();
  return rate;
}

const server = await startConcord();
const { kilobytes, scripts } = await scriptWeight(server.url);
console.log(`script before use     ${kilobytes.toFixed(0)} kB gzipped in ${scripts} files (asked: ≤ 230 kB)`);
const scores = await lighthouseScores(server.url);
console.log(`Lighthouse            ${JSON.stringify(scores)} (asked: 95, 100, 100)`);
for (const [name, path] of [
  ["overview", "/"],
  ["matrix", "/matrix"],
] as const)
  console.log(
    `film of the ${name.padEnd(9)} ${(await filmRate(server.url + path)).toFixed(0)} frames a second (asked: ≥ 30)`,
  );
console.log(
  `memory of the server  ${residentMegabytes(server.pid).toFixed(0)} MB resident (asked: ≤ 600 MB)`,
);
await server.stop();
