/** The readable page about the API, written from the OpenAPI document: no script, nothing fetched from elsewhere. */

import type { Action } from "../api/action.ts";
import type { OpenApiDocument } from "../api/document.ts";
import { API_ROOT } from "../api/document.ts";
import type { Question } from "../api/question.ts";
import { SECTIONS, type Section } from "../api/question.ts";
import { PROBLEM_TITLES } from "../http/problem.ts";
import { type Html, html } from "./html.ts";

/** One parameter as the document describes it. */
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: { description?: string; example?: unknown; enum?: unknown[]; type?: unknown };
}

interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: Parameter[];
}

const SECTION_HEADINGS: Readonly<Record<Section, string>> = {
  states: "States",
  groups: "Groups",
  instruments: "Instruments",
  themes: "Themes",
  corridors: "Corridors",
  world: "The world through time",
  data: "The data",
  people: "People and access",
  plan: "Plans and consultations",
  platform: "The platform",
};

/** Words between backquotes are code. */
function withCode(text: string): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}

function parameterRow({ name, required, description, schema }: Parameter): Html {
  const choices = schema?.enum?.join(", ");
  return html`<tr>
<th scope="row"><code>${name}</code>${required ? html`` : html` <span class="quiet">optional</span>`}</th>
<td>${withCode(description ?? schema?.description ?? "")}${choices ? html` One of: ${choices}.` : html``}</td>
</tr>`;
}

/** Heading, description and parameters of an address, as the document has them. */
function headPart(id: string, method: string, path: string, document: OpenApiDocument): Html {
  const methods = document.paths?.[API_ROOT + path] as Record<string, Operation> | undefined;
  const operation = methods?.[method.toLowerCase()];
  const parameters = operation?.parameters ?? [];
  return html`<h3 id="${id}">${operation?.summary ?? id} <span class="address"><code>${method} ${API_ROOT}${path}</code></span></h3>
${(operation?.description ?? "").split("\n\n").map((paragraph) => html`<p>${withCode(paragraph)}</p>`)}
${
  parameters.length > 0
    ? html`<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">What it takes</th></tr></thead>
<tbody>${parameters.map(parameterRow)}</tbody>
</table>`
    : html``
}`;
}

function actionPart({ id, method, path, body }: Action, document: OpenApiDocument): Html {
  const sends = body
    ? html`<p>Sends JSON; <a href="/api/openapi.json">its shape</a> is in the description for programs.</p>`
    : html``;
  return html`<section>
${headPart(id, method, path, document)}
${sends}
</section>`;
}

function operationPart(question: Question, document: OpenApiDocument, origin: string): Html {
  const address = API_ROOT + question.example;
  const asTable = question.table
    ? html`<p>As a table: <a href="${csvAddress(address)}">${csvAddress(address)}</a></p>`
    : html``;
  return html`<section>
${headPart(question.id, "GET", question.path, document)}
<pre><code>curl '${origin}${address}'</code></pre>
<p>Answer: <a href="${address}">${address}</a></p>
${asTable}
</section>`;
}

/** The same address, asking for CSV: the suffix goes before the query. */
function csvAddress(address: string): string {
  const [path = "", query] = address.split("?");
  return `${path}.csv${query ? `?${query}` : ""}`;
}

/**
 * Writes the page.
 * @param origin scheme and host under which the server was reached, for the examples
 */
export function writeApiPage(
  questions: readonly Question[],
  actions: readonly Action[],
  document: OpenApiDocument,
  origin: string,
): string {
  const sections = SECTIONS.map((section) => ({
    section,
    questions: questions.filter((question) => question.section === section),
    actions: actions.filter((action) => action.section === section),
  })).filter((one) => one.questions.length + one.actions.length > 0);
  const page = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="description" content="How programs ask Concord: every address, parameter and error, with examples." />
<title>API · Concord</title>
<link rel="icon" type="image/svg+xml" href="/mark.svg" />
<link rel="stylesheet" href="/plain.css" />
</head>
<body>
<main class="plain">
<p><a href="/">Concord</a></p>
<h1>The API, version ${document.info.version}</h1>
${(document.info.description ?? "").split("\n\n").map((paragraph) => html`<p>${withCode(paragraph)}</p>`)}
<p>The whole description for programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Sections"><ul>
${sections.map(({ section }) => html`<li><a href="#section-${section}">${SECTION_HEADINGS[section]}</a></li>`)}
<li><a href="#problems">Errors</a></li>
</ul></nav>
${sections.map(
  ({
    section,
    questions: asked,
    actions: done,
  }) => html`<h2 id="section-${section}">${SECTION_HEADINGS[section]}</h2>
<p class="quiet">${document.tags?.find(({ name }) => name === section)?.description ?? ""}</p>
${asked.map((question) => operationPart(question, document, origin))}
${done.map((one) => actionPart(one, document))}`,
)}
<h2 id="problems">Errors</h2>
<p>Every error is a problem detail (RFC 9457) of type <code>application/problem+json</code>; its <code>type</code> points here.</p>
<table>
<thead><tr><th scope="col">Kind</th><th scope="col">Meaning</th></tr></thead>
<tbody>${Object.entries(PROBLEM_TITLES).map(
    ([code, title]) => html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${title}</td></tr>`,
  )}</tbody>
</table>
</main>
</body>
</html>
`;
  return page.html;
}
