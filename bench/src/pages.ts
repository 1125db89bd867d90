/** The first page: weight of its scripts, and what Lighthouse says of it (desktop, local). */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PORT = 4590;
const DEBUG_PORT = 4591;
const URL_OF_PAGES = `http://localhost:${PORT}`;

/** Starts the server and waits until it answers; returns the way to end it and how much memory it holds. */
async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
  const main = join(ROOT, "packages", "server", "src", "main.ts");
  const child = spawn(process.execPath, [main, "--port", String(PORT), "--var", folder], { stdio: "ignore" });
  for (let tries = 0; ; tries++) {
    if ((await fetch(`${URL_OF_PAGES}/health`).catch(() => undefined))?.ok) break;
    if (child.exitCode !== null || tries > 1200) throw new Error("the server did not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    residentMegabytes() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
    },
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gzipped size of every script that the first page asks for, as the browser sees it. */
async function scriptWeight(): Promise<{ kilobytes: number; scripts: number }> {
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
  await page.goto(URL_OF_PAGES);
  await page.locator(".map canvas").waitFor();
  const bytes = await Promise.all(sizes);
  await browser.close();
  return { kilobytes: bytes.reduce((sum, size) => sum + size, 0) / 1000, scripts: bytes.length };
}

const chromiumPath = () => process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

async function lighthouseScores(): Promise<Record<string, number>> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${DEBUG_PORT}`],
  });
  const result = await lighthouse(
    `${URL_OF_PAGES}/`,
    {
      port: DEBUG_PORT,
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

const server = await startServer();
const { kilobytes, scripts } = await scriptWeight();
console.log(`script before use     ${kilobytes.toFixed(0)} kB gzipped in ${scripts} files (asked: ≤ 230 kB)`);
const scores = await lighthouseScores();
console.log(`Lighthouse            ${JSON.stringify(scores)} (asked: 95, 100, 100)`);
console.log(`memory of the server  ${server.residentMegabytes().toFixed(0)} MB resident (asked: ≤ 600 MB)`);
await server.stop();
