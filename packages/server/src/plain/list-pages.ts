/** Lists of states, instruments and themes, and what stands where a page needs its script. */
import { PILLARS } from "@concord/core/vocabulary";
import { type Html, html } from "../pages/html.ts";
import type { PageContent } from "../pages/template.ts";
import { firstViewOf } from "./first-view.ts";
import { framePage, tableOf } from "./frame.ts";
import type { Reader } from "./reader.ts";

function pageOf(reader: Reader, title: string, content: Html): PageContent {
  return {
    language: reader.language,
    title,
    description: reader.words.tagline,
    main: framePage(reader, html`<h1>${title}</h1>\n${content}`),
  };
}

/** All states, by name. */
export function stateList(reader: Reader): PageContent {
  const { words, law } = reader;
  const rows = law.states
    .map(({ iso3 }) => ({ iso3, name: reader.state(iso3) }))
    .sort((a, b) => reader.compare(a.name, b.name));
  return pageOf(
    reader,
    words.states,
    html`<ul>${rows.map(({ iso3, name }) => html`<li>${reader.link(`/states/${iso3}`, name)}</li>\n`)}</ul>`,
  );
}

/** All instruments, with how well their parties are known. */
export function instrumentList(reader: Reader): PageContent {
  const { words, law } = reader;
  const coverage = new Map(law.knowledge.coverage.map((row) => [row.instrument, row]));
  const rows = law.knowledge.instruments.map((row) => {
    const held = row.kind === "soft-law" || row.kind === "eu-directive" ? undefined : coverage.get(row.id);
    const asOf = held?.asOf ? reader.date(held.asOf) : words.noFullList;
    return [
      reader.link(`/instruments/${row.id}`, reader.instrument(row.id)),
      words.kinds[row.kind],
      reader.date(row.adopted),
      held ? String(held.partiesHeld) : "",
      held ? asOf : "",
    ];
  });
  const columns = [
    words.columnInstrument,
    words.columnKind,
    words.columnAdopted,
    words.columnParties,
    words.columnKnownUntil,
  ];
  return pageOf(reader, words.instruments, tableOf(columns, rows));
}

/** All themes, under their pillars. */
export function themeList(reader: Reader): PageContent {
  const { words, law } = reader;
  return pageOf(
    reader,
    words.themes,
    html`${PILLARS.map(
      (pillar) => html`<h2>${reader.pillar(pillar)}</h2>
<ul>${law.themes
        .filter((theme) => theme.pillar === pillar)
        .map(({ id }) => html`<li>${reader.link(`/themes/${id}`, reader.theme(id))}</li>\n`)}</ul>
`,
    )}`,
  );
}

/** What can be read without a script, under a title and a sentence. */
function linkList(reader: Reader, title: string, sentence: string): Html {
  const { words, link } = reader;
  return html`<h1>${title}</h1>
<p>${sentence}</p>
<ul>
<li>${link("/states", words.states)}</li>
<li>${link("/instruments", words.instruments)}</li>
<li>${link("/themes", words.themes)}</li>
<li><a href="/api" hreflang="en">${words.api}</a></li>
</ul>`;
}

/** The way in for a reader without a script. */
export function plainIndex(reader: Reader): PageContent {
  const { words } = reader;
  return {
    language: reader.language,
    title: "",
    description: words.tagline,
    main: framePage(reader, linkList(reader, "Concord", words.tagline)),
  };
}

/** A page that is drawn by its script: without one it says so, and where to read on. */
export function drawnPage(reader: Reader, title: string, firstView: Html = firstViewOf(title)): PageContent {
  const { language, words } = reader;
  const main = framePage(reader, linkList(reader, title || "Concord", words.needsScript));
  return { language, title, description: words.tagline, main, firstView };
}

/** What stands at an address where there is nothing. */
export function notFoundPage(reader: Reader): PageContent {
  const { words, link } = reader;
  const content = html`<h1>${words.notFoundTitle}</h1>
<p>${words.notFoundText}</p>
<ul>
<li>${link("/", words.overview)}</li>
<li>${link("/states", words.states)}</li>
<li>${link("/instruments", words.instruments)}</li>
<li>${link("/themes", words.themes)}</li>
</ul>`;
  return {
    language: reader.language,
    title: words.notFoundTitle,
    description: words.tagline,
    main: framePage(reader, content),
  };
}
