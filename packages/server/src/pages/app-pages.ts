/** The addresses of the pages: which content stands at each before, or without, the script. */
import { askDay, askInstrument, askState, askTheme, type Law } from "@concord/core/instruments";
import type { Language } from "@concord/core/vocabulary";
import type { Holdings } from "../holdings.ts";
import { firstViewOfWorld } from "../plain/first-view.ts";
import { instrumentPage } from "../plain/instrument-page.ts";
import {
  drawnPage,
  instrumentList,
  notFoundPage,
  plainIndex,
  stateList,
  themeList,
} from "../plain/list-pages.ts";
import { createReader, type Reader } from "../plain/reader.ts";
import { statePage } from "../plain/state-page.ts";
import { themePage } from "../plain/theme-page.ts";
import type { Words } from "../plain/words/words.ts";
import type { PageContent } from "./template.ts";

export interface FoundPage {
  status: 200 | 404;
  content: PageContent;
}

/** Pages that are drawn by their script alone, with the word that names them. */
const DRAWN: Readonly<Record<string, keyof Words>> = {
  "/matrix": "matrix",
  "/compare": "compare",
  "/roadmap": "roadmap",
  "/corridors": "corridors",
  "/changes": "changes",
  "/nearly-all": "nearlyAll",
  "/about": "about",
  "/about-data": "about",
  "/people/sign-in": "people",
  "/people/forgotten": "people",
  "/people/new-pass-phrase": "people",
  "/people/confirm-address": "people",
  "/people/invitation": "people",
  "/people/account": "people",
  "/people/actor": "people",
  "/people/actors": "people",
  "/people/access": "people",
};

const LISTS: Readonly<Record<string, (reader: Reader) => PageContent>> = {
  "/plain": plainIndex,
  "/states": stateList,
  "/instruments": instrumentList,
  "/themes": themeList,
};

/** The page of one state, instrument, theme or corridor; undefined when the address names nothing held. */
function singlePage(reader: Reader, law: Law, parts: readonly string[]): PageContent | undefined {
  const [kind, id = "", second] = parts;
  if (kind === "corridors" && second !== undefined && parts.length === 3) {
    const [origin, destination] = [askState(law, id), askState(law, second)];
    if (!origin.ok || !destination.ok) return undefined;
    return drawnPage(reader, `${reader.state(origin.value.iso3)} – ${reader.state(destination.value.iso3)}`);
  }
  if (parts.length !== 2) return undefined;
  if (kind === "states") {
    const found = askState(law, id);
    return found.ok ? statePage(reader, found.value) : undefined;
  }
  if (kind === "instruments") {
    const found = askInstrument(law, id);
    return found.ok ? instrumentPage(reader, found.value) : undefined;
  }
  if (kind === "themes") {
    const found = askTheme(law, id);
    return found.ok ? themePage(reader, found.value) : undefined;
  }
  return undefined;
}

/**
 * Finds the page at an address.
 * @param url path and query; `when` (or `date`) is the day, `lang` the language; a day that can't be read is left out, so
 *   that a mistyped link still opens a page
 */
export function findPage(holdings: Holdings, url: URL, language: Language): FoundPage {
  const { law } = holdings;
  const when = url.searchParams.get("when") ?? url.searchParams.get("date") ?? undefined;
  const lang = url.searchParams.get("lang") ?? undefined;
  const day = when === undefined ? undefined : askDay(when, holdings.today());
  const kept = { when: day?.ok ? when : undefined, lang: lang === language ? lang : undefined };
  const path = decodeURIComponent(url.pathname).replace(/(.)\/+$/, "$1");
  const reader = createReader(law, language, day?.ok ? day.value : holdings.today(), kept, url.pathname);
  if (path === "/") {
    const asksMore = ["who", "map", "instrument", "theme"].some((name) => url.searchParams.has(name));
    return { status: 200, content: drawnPage(reader, "", asksMore ? undefined : firstViewOfWorld(reader)) };
  }
  const list = LISTS[path];
  if (list) return { status: 200, content: list(reader) };
  const drawn = DRAWN[path];
  if (drawn) return { status: 200, content: drawnPage(reader, String(reader.words[drawn])) };
  const single = singlePage(reader, law, path.split("/").slice(1));
  return single ? { status: 200, content: single } : { status: 404, content: notFoundPage(reader) };
}
