import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

/** Script that the first page may need before it can be used, gzipped, in bytes. */
const SCRIPT_BUDGET = 230_000;
/** Style sheets of the first page, gzipped, in bytes. */
const STYLE_BUDGET = 20_000;

const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"];

const BUILT = join(import.meta.dirname, "../../packages/web/dist");

interface BuiltFile {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

const manifest = JSON.parse(readFileSync(join(BUILT, ".vite/manifest.json"), "utf8")) as Record<
  string,
  BuiltFile
>;

/** The files that the entries need at once, found by following static imports. */
function neededBy(entries: readonly string[]): BuiltFile[] {
  const found = new Set<string>();
  const add = (key: string) => {
    if (found.has(key)) return;
    found.add(key);
    for (const next of manifest[key]?.imports ?? []) add(next);
  };
  entries.forEach(add);
  return [...found].flatMap((key) => manifest[key] ?? []);
}

/** The entry, and the parts that it fetches by itself, one after the other. */
const ENTRY = [
  "index.html",
  ...(manifest["index.html"]?.dynamicImports ?? []).filter((key) => !key.endsWith(".po")),
];

const weigh = (files: Iterable<string>) =>
  [...new Set(files)].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length,
    0,
  );

describe("the first page is light", () => {
  it.each(LANGUAGES)("script and words in %s stay within the budget", (language) => {
    const needed = neededBy([
      ...ENTRY,
      "src/rooms/instruments/overview-page.tsx",
      `src/locales/${language}.po`,
    ]);
    expect(weigh(needed.map(({ file }) => file))).toBeLessThanOrEqual(SCRIPT_BUDGET);
    expect(weigh(needed.flatMap(({ css }) => css ?? []))).toBeLessThanOrEqual(STYLE_BUDGET);
  });

  it("only the reader's language is fetched", () => {
    const entry = neededBy(ENTRY).map(({ file }) => file);
    for (const language of LANGUAGES)
      expect(entry).not.toContain(manifest[`src/locales/${language}.po`]?.file);
  });
});
