/**
 * What the first page shows before its script has drawn it: the product's name and the sentence that answers the page's question,
 * in the very places that the script will fill, so that nothing jumps.
 */
import { headline, listGroups, matrix } from "@concord/core/instruments";
import { type Html, html } from "../pages/html.ts";
import type { Reader } from "./reader.ts";
import { fillInHtml } from "./words/words.ts";

const PALERMO = "palermo-protocol";

/** The header with the product's name, and the bar beneath it, still empty. */
function bars(content: Html): Html {
  return html`<header class="header"><div class="header-row"><a href="/" class="brand"><img src="/mark.svg" alt="" width="24" height="24"><span>Concord</span></a></div></header>
<div class="context"><div class="context-row"></div></div>
<main>${content}</main>`;
}

/** Any page: the place where it will stand. */
export function firstViewOf(title: string): Html {
  return bars(html`<div class="page"><header class="page-head"><div class="page-words"><h1>${title}</h1></div></header>
<div class="skeleton skeleton-figure"></div></div>`);
}

/** The first page, asked about the whole world. */
export function firstViewOfWorld(reader: Reader): Html {
  const { law, words, day } = reader;
  const world = listGroups(law).find(({ id }) => id === "world")?.members ?? [];
  const { bound, members, blank } = headline(law, world, PALERMO, matrix(law, day), day);
  const counted = fillInHtml(words.headlineCount, { bound: String(bound), members: String(members) });
  const first = fillInHtml(words.headline, {
    treaty: reader.link(`/instruments/${PALERMO}`, reader.instrument(PALERMO)),
    date: reader.date(day),
    counted: html`<strong>${counted}</strong>`,
  });
  const second =
    blank &&
    fillInHtml(words.headlineBlank, {
      place: reader.group(blank.region),
      subject: reader.link(`/themes/${blank.theme}`, reader.theme(blank.theme)),
      others: String(blank.boundElsewhere),
    });
  return bars(html`<div class="page"><header class="page-head"><div class="page-words"><h1 class="visually-hidden">${words.overview}</h1>
<div class="lead"><p class="headline">${first} ${second}</p></div></div></header>
<div class="overview-top"><div class="skeleton skeleton-figure"></div><div class="skeleton skeleton-figure"></div></div></div>`);
}
