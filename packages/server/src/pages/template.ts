/** Fills the built page with what can be read before, or without, its script. */
import { directionOf, type Language } from "@concord/core/vocabulary";
import { escapeHtml, type Html } from "./html.ts";

export interface PageContent {
  language: Language;
  /** For the browser's tab, without the product's name. Empty for the first page. */
  title: string;
  /** One sentence for search engines and link previews. */
  description: string;
  /** What can be read without the script; stands on the page until the script takes over, unless there is a first view. */
  main: Html;
  /** Of pages that are drawn by their script alone: what stands there until it has. Then `main` is for readers without scripts. */
  firstView?: Html;
}

/** Used before the pages are built: everything readable, nothing interactive. */
const BARE_TEMPLATE = `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="" />
    <meta name="color-scheme" content="light dark" />
    <title>Concord</title>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;

const STYLE_SHEET = '<link rel="stylesheet" href="/plain.css" />';
/** The built page's own word to readers without a script; here they get the page itself. */
const GENERAL_NOTE = /<noscript>[\s\S]*?<\/noscript>\s*/;

/** Replaces the one place that a pattern finds, with text that is taken as it is. */
const fill = (page: string, place: RegExp, text: string) => page.replace(place, () => text);

/**
 * Writes a page.
 * @param template `index.html` as built, or undefined when the pages aren't built
 * @param links elements that fetch ahead what the page's script will ask for
 */
export function fillTemplate(template: string | undefined, content: PageContent, links = ""): string {
  const { language, title, description, main, firstView } = content;
  const heading = title === "" ? "Concord" : `${title} · Concord`;
  let page = fill(template ?? BARE_TEMPLATE, GENERAL_NOTE, "");
  page = fill(page, /<html[^>]*>/, `<html lang="${language}" dir="${directionOf(language)}">`);
  page = fill(page, /<title>[^<]*<\/title>/, `<title>${escapeHtml(heading)}</title>`);
  page = fill(
    page,
    /<meta\s+name="description"[^>]*>/,
    `<meta name="description" content="${escapeHtml(description)}" />`,
  );
  page = fill(page, /<\/head>/, `${links}</head>`);
  const readable = `${STYLE_SHEET}${main.html}`;
  const shown = firstView ? `${firstView.html}<noscript>${readable}</noscript>` : readable;
  return fill(page, /<div id="root">\s*<\/div>/, `<div id="root">${shown}</div>`);
}
