import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { LANGUAGES } from "@concord/core/vocabulary";
import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../app.ts";
import { WORDS } from "../plain/words/words.ts";
import { get, realLaw, testApp } from "../testing/holdings.ts";
import { openPageFiles } from "./files.ts";
import { escapeHtml, html } from "./html.ts";
import { linksAhead, modulesOf } from "./links-ahead.ts";

const TEMPLATE = `<!doctype html><html lang="en" dir="ltr"><head><meta name="description" content="x" /><title>Concord</title></head>
<body><div id="root"></div><noscript><p>built note</p></noscript><script type="module" src="/assets/index-abcd1234.js"></script></body></html>`;
const SCRIPT = `console.log("${"concord ".repeat(200)}");`;

let app: App;
let bare: App;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "concord-pages-"));
  await mkdir(join(folder, "assets"));
  await mkdir(join(folder, ".vite"));
  await writeFile(join(folder, "index.html"), TEMPLATE);
  await writeFile(join(folder, "mark.svg"), "<svg/>");
  await writeFile(join(folder, "assets", "index-abcd1234.js"), SCRIPT);
  await writeFile(join(folder, ".vite", "manifest.json"), "{}");
  await writeFile(join(folder, "..", "outside.txt"), "outside");
  app = await testApp(await openPageFiles(folder));
  bare = await testApp();
});

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await get(app, path, headers);
  return { response, text: await response.text() };
};

describe("built files", () => {
  it("with a hash in their name may be kept for ever, packed for who can unpack", async () => {
    const response = await get(app, "/assets/index-abcd1234.js", { "accept-encoding": "br" });
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toContain("text/javascript");
    expect(brotliDecompressSync(new Uint8Array(await response.arrayBuffer())).toString()).toBe(SCRIPT);
  });

  it("others are asked for again within the hour", async () => {
    expect((await get(app, "/mark.svg")).headers.get("cache-control")).toBe("public, max-age=3600");
  });

  it("no address reaches a file outside, a hidden one, or the bare template", async () => {
    for (const path of [
      "/../outside.txt",
      "/..%2foutside.txt",
      "/%2e%2e/outside.txt",
      "/assets/..%2f..%2foutside.txt",
      "/.vite/manifest.json",
      "/index.html",
      "/assets/missing-abcd1234.js",
    ])
      expect((await get(app, path)).status).toBe(404);
  });
});

describe("pages without a script", () => {
  it("a state's page reads: name, sentences, duties, instruments", async () => {
    const { response, text } = await page("/states/BGD?when=2010-02-24");
    expect(response.status).toBe(200);
    expect(text).toContain("<h1>Bangladesh</h1>");
    expect(text).toContain("<title>Bangladesh · Concord</title>");
    expect(text).toContain("24 February 2010");
    expect(text).toContain('href="/instruments/cedaw?when=2010-02-24"');
    expect(text).toContain('<script type="module" src="/assets/index-abcd1234.js">');
    expect(text).not.toContain("built note");
  });

  it("the language is the address's, else the browser's, else English", async () => {
    const languageOf = async (path: string, wish?: string) =>
      /<html lang="(\w+)" dir="(\w+)">/
        .exec((await page(path, wish ? { "accept-language": wish } : {})).text)
        ?.slice(1);
    expect(await languageOf("/states/BGD?lang=ar", "fr")).toEqual(["ar", "rtl"]);
    expect(await languageOf("/states/BGD", "de, fr-CH;q=0.9, en;q=0.8")).toEqual(["fr", "ltr"]);
    expect(await languageOf("/states/BGD")).toEqual(["en", "ltr"]);
  });

  it("every page has one main heading, its language and a description, in all six languages", async () => {
    for (const language of LANGUAGES)
      for (const path of [
        "/states/FRA",
        "/instruments/saarc-2002",
        "/themes/protection.reflection",
        "/states",
        "/instruments",
        "/themes",
        "/plain",
      ]) {
        const { response, text } = await page(`${path}?lang=${language}`);
        expect([path, response.status]).toEqual([path, 200]);
        expect(text.match(/<h1>/g)).toHaveLength(1);
        expect(text).toContain(`<html lang="${language}"`);
        expect(text).not.toMatch(/\{\w+\}|undefined|\[object/);
        expect(/<meta name="description" content="(.+?)"/.exec(text)?.[1]?.length).toBeGreaterThan(15);
      }
  });

  it("every link of a list leads to a page", async () => {
    const law = await realLaw();
    const { text } = await page("/states");
    expect(text.match(/href="\/states\/[A-Z]{3}"/g)).toHaveLength(law.states.length);
    for (const { id } of law.knowledge.instruments)
      expect((await get(bare, `/instruments/${id}`)).status).toBe(200);
    for (const { id } of law.themes) expect((await get(bare, `/themes/${id}`)).status).toBe(200);
  });

  it("a page drawn by its script says so to who has none", async () => {
    for (const path of [
      "/",
      "/matrix",
      "/compare",
      "/roadmap",
      "/corridors",
      "/corridors/BGD/ARE",
      "/changes",
      "/nearly-all",
      "/about",
    ]) {
      const { response, text } = await page(path);
      expect(response.status).toBe(200);
      expect(text).toContain(`<noscript>`);
      expect(text).toContain(escapeHtml(WORDS.en.needsScript));
    }
  });

  it("the first page answers before its script runs, in each language", async () => {
    for (const language of LANGUAGES) {
      const { text } = await page(`/?lang=${language}&when=2010-02-24`);
      const headline = /<p class="headline">([\s\S]*?)<\/p>/.exec(text)?.[1] ?? "";
      expect(headline).toContain("134");
      expect(headline).toContain("197");
      expect(headline).not.toMatch(/[{}]|undefined/);
    }
    expect((await page("/?who=BGD")).text).not.toContain(`class="headline"`);
  });

  it("files fetched ahead are those of the page's modules and of all that these import, each once", () => {
    const manifest = {
      "src/a.tsx": { file: "a.js", imports: ["_shared.js"], css: ["a.css"] },
      "src/b.po": { file: "b.js", imports: ["_shared.js"] },
      "_shared.js": { file: "shared.js" },
    };
    expect(linksAhead(manifest, ["src/a.tsx", "src/b.po", "src/none.tsx"]).match(/\/[\w.]+(?=")/g)).toEqual([
      "/a.css",
      "/a.js",
      "/shared.js",
      "/b.js",
    ]);
    const web = new URL("../../../web/", import.meta.url);
    for (const path of ["/", "/states", "/states/BGD", "/corridors/BGD/ARE", "/about", "/nearly-all"])
      for (const source of modulesOf(path, "en")) expect(existsSync(new URL(source, web)), source).toBe(true);
    expect(modulesOf("/nothing", "en")).toHaveLength(3);
  });

  it("what isn't there is 404, and leads on", async () => {
    for (const path of ["/states/ZZZ", "/instruments/none", "/nothing", "/states/BGD/more"]) {
      const { response, text } = await page(path);
      expect(response.status).toBe(404);
      expect(text).toContain(WORDS.en.notFoundTitle);
    }
  });

  it("an unreadable day is left out rather than refused", async () => {
    expect((await page("/states/BGD?when=2010-99-99")).response.status).toBe(200);
  });

  it("what was typed into an address never becomes markup", async () => {
    const { text } = await page('/states/BGD?lang="><script>alert(1)</script>&when=<b>');
    expect(text).not.toContain("<script>alert");
    expect(html`<p>${'<img src="x">'}</p>`.html).toBe("<p>&lt;img src=&quot;x&quot;&gt;</p>");
  });

  it("the API's page shows every question with an example, and needs no script", async () => {
    const { response, text } = await page("/api");
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(text).toContain("curl 'http://localhost/api/v1/states/BGD/profile?date=2010-02-24'");
    expect(text).not.toContain("<script");
    expect(text).not.toMatch(/(src|href)="https?:/);
  });
});
