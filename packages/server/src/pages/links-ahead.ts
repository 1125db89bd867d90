/** What a page will ask for, known before its script runs: from the list that the build keeps of its own files. */
import type { Language } from "@concord/core/vocabulary";

/** The build's list: which file each module became, and what that file needs. */
export type Manifest = Readonly<
  Record<string, { file: string; imports?: readonly string[]; css?: readonly string[] }>
>;

/** The module that draws a page, by the first part of its address; with `/` after it, the pages beneath. */
export const PAGE_MODULES: Readonly<Record<string, string>> = {
  "": "overview-page",
  about: "about-data-page",
  "about-data": "about-data-page",
  changes: "changes-page",
  compare: "compare-page",
  corridors: "corridors-page",
  "corridors/": "corridor-page",
  instruments: "instrument-list-page",
  "instruments/": "instrument-page",
  matrix: "matrix-page",
  "nearly-all": "nearly-all-page",
  roadmap: "roadmap-page",
  states: "states-page",
  "states/": "state-page",
  themes: "themes-page",
  "themes/": "theme-page",
};

/**
 * The modules that a page needs beside the entry.
 * @param path of the page's address, without a slash at its end
 */
export function modulesOf(path: string, language: Language): string[] {
  const [first = "", ...beneath] = path.split("/").slice(1);
  const page = PAGE_MODULES[beneath.length > 0 ? `${first}/` : first];
  return [
    "src/shell/router.ts",
    "src/shell/open-pages.tsx",
    `src/locales/${language}.po`,
    ...(page ? [`src/rooms/instruments/${page}.tsx`] : []),
  ];
}

/** Links for these modules, for all that they import, and for their style sheets; each file once. */
export function linksAhead(manifest: Manifest, sources: readonly string[]): string {
  const scripts = new Set<string>();
  const sheets = new Set<string>();
  const walk = (source: string) => {
    const built = manifest[source];
    if (!built || scripts.has(built.file)) return;
    scripts.add(built.file);
    for (const sheet of built.css ?? []) sheets.add(sheet);
    built.imports?.forEach(walk);
  };
  sources.forEach(walk);
  const links = [
    ...[...sheets].map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...[...scripts].map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ];
  return links.map((link) => `  ${link}\n`).join("");
}
