/** What every plain page has around its content: the way to the others, and the same page in other languages. */
import { type Html, html } from "../pages/html.ts";
import type { Reader } from "./reader.ts";

/** Wraps a page's content. */
export function framePage(reader: Reader, content: Html): Html {
  const { words, link } = reader;
  return html`<div class="plain">
<header>
<p>${link("/", "Concord")}</p>
<nav aria-label="${words.overview}"><ul>
<li>${link("/states", words.states)}</li>
<li>${link("/instruments", words.instruments)}</li>
<li>${link("/themes", words.themes)}</li>
<li><a href="/api" hreflang="en">${words.api}</a></li>
</ul></nav>
</header>
<main>
${content}
</main>
<footer>
<h2>${words.otherLanguages}</h2>
${reader.otherLanguages}
</footer>
</div>`;
}

/** A table of a plain page: column headings, and rows whose first cell names the row. */
export function tableOf(columns: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  const cell = (value: Html | string, index: number) =>
    index === 0 ? html`<th scope="row">${value}</th>` : html`<td>${value}</td>`;
  return html`<div class="wide"><table>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody>
</table></div>`;
}

/** A section with a heading, left out when there is nothing in it. */
export function sectionOf(heading: string, rows: number, content: () => Html): Html {
  return rows === 0 ? html`` : html`<h2>${heading}</h2>\n${content()}\n`;
}

/** Parts joined by a separator. */
export function joinParts(parts: readonly Html[], separator: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))}`;
}
