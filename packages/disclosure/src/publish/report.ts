/** A report as data: sections of sentences and tables, which become JSON and a page. */
export interface Report {
  title: string;
  /** Who may read it, said first. */
  audience: string;
  sections: Section[];
  /** The figures by name, for programs. */
  figures: Record<string, unknown>;
}

export interface Section {
  heading: string;
  sentences?: string[];
  table?: { head: string[]; rows: (string | number)[][] };
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .75rem;border-bottom:1px solid #767676;text-align:start}
td.number,th.number{text-align:end}
.audience{border-inline-start:.3rem solid #005ea2;padding-inline-start:1rem}
@media (prefers-color-scheme:dark){body{color:#f0f0f0;background:#1b1b1b}}`;

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The report as one page that needs nothing else. */
export function reportAsHtml(report: Report): string {
  const sections = report.sections.map(
    ({ heading, sentences = [], table }) =>
      `<section><h2>${escapeHtml(heading)}</h2>\n${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>\n`).join("")}${
        table ? tableAsHtml(heading, table) : ""
      }</section>\n`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(report.title)}</title>
<style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(report.title)}</h1>
<p class="audience">${escapeHtml(report.audience)}</p>
${sections.join("")}</main></body>
</html>
`;
}

function tableAsHtml(caption: string, { head, rows }: NonNullable<Section["table"]>): string {
  const numeric = head.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === "number"),
  );
  const cell = (tag: string, column: number, text: string | number, scope = "") =>
    `<${tag}${numeric[column] ? ' class="number"' : ""}${scope}>${escapeHtml(showNumber(text))}</${tag}>`;
  return `<table aria-label="${escapeHtml(caption)}"><thead><tr>${head
    .map((text, column) => cell("th", column, text, ' scope="col"'))
    .join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((text, column) => cell("td", column, text)).join("")}</tr>`).join("\n")}</tbody></table>
`;
}

const showNumber = (value: string | number): string =>
  typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 4 }) : value;

export const reportAsJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;

/** A share as text: 0.1234 → "12.3 %". */
export const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;

export const count = (number: number): string => number.toLocaleString("en");
