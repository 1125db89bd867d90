/**
 * The built pages: every file that may be served is listed once, at the start. What isn't in the list doesn't exist, so
 * no address, however it is written, reaches another file.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FinishedAnswer } from "../http/answer-cache.ts";
import { entityTag, press } from "../http/finish.ts";
import type { Packing } from "../http/negotiate.ts";
import { SECURITY_HEADERS } from "../http/security-headers.ts";
import { linksAhead, type Manifest } from "./links-ahead.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  mjs: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

/** Files whose name holds a hash of their content never change. */
const HASHED = /^\/assets\/.*-[A-Za-z0-9_-]{8,}\.\w+$/;
const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_AN_HOUR = "public, max-age=3600";
const PRESSED: readonly [Packing, string][] = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

export interface PageFiles {
  /** The page that every address of the application gets, as built; undefined before the pages are built. */
  readonly template: string | undefined;
  /**
   * A file by its address, e.g. `/assets/index-ab12cd34.js`.
   * @returns undefined when no such file was built
   */
  find(path: string, packing: Packing): Promise<FinishedAnswer> | undefined;
  /**
   * Elements for the head of a page that fetch its scripts and style sheets at once, instead of one after the other as each
   * is found to need the next.
   * @param sources modules as the build names them, e.g. `src/locales/fr.po`; those it doesn't know are passed over
   */
  linksFor(sources: readonly string[]): string;
}

function listFiles(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}

const extensionOf = (path: string) => path.slice(path.lastIndexOf(".") + 1);

/**
 * Lists the built pages.
 * @param folder where they were built, `packages/web/dist`; may be missing
 */
export async function openPageFiles(folder: string | undefined): Promise<PageFiles> {
  if (!folder || !existsSync(folder) || !statSync(folder).isDirectory())
    return { template: undefined, find: () => undefined, linksFor: () => "" };
  const listed = listFiles(folder);
  const served = new Set(listed.filter((path) => TYPES[extensionOf(path)] && path !== "/index.html"));
  const beside = new Set(listed);
  const kept = new Map<string, Promise<FinishedAnswer>>();

  async function read(path: string, packing: Packing): Promise<FinishedAnswer> {
    const plain = await readFile(join(folder ?? "", path));
    const etag = entityTag(plain);
    const suffix = PRESSED.find(([name]) => name === packing)?.[1];
    const isText = !/\.(woff2|png|ico)$/.test(path);
    const packs = suffix !== undefined && isText && plain.byteLength > 512;
    const body = !packs
      ? new Uint8Array(plain)
      : beside.has(path + suffix)
        ? new Uint8Array(await readFile(join(folder ?? "", path + suffix)))
        : await press(plain, packing, "hard");
    const headers: Record<string, string> = {
      ...SECURITY_HEADERS,
      "content-type": TYPES[extensionOf(path)] ?? "application/octet-stream",
      "content-length": String(body.byteLength),
      "cache-control": HASHED.test(path) ? FOR_EVER : FOR_AN_HOUR,
      vary: "accept-encoding",
      etag,
    };
    if (packs) headers["content-encoding"] = packing;
    return { headers, body, etag };
  }

  const templatePath = join(folder, "index.html");
  const manifestPath = join(folder, ".vite", "manifest.json");
  const manifest = existsSync(manifestPath)
    ? (JSON.parse(await readFile(manifestPath, "utf8")) as Manifest)
    : {};
  return {
    template: existsSync(templatePath) ? await readFile(templatePath, "utf8") : undefined,
    linksFor: (sources) => linksAhead(manifest, sources),
    find(path, packing) {
      if (!served.has(path)) return undefined;
      const key = `${path} ${packing}`;
      let answer = kept.get(key);
      if (!answer) {
        answer = read(path, packing);
        kept.set(key, answer);
        answer.catch(() => kept.delete(key));
      }
      return answer;
    },
  };
}
