/** One instrument, to read without a script: what it provides, and who has not joined. */
import {
  type Holdouts,
  holdouts,
  type Instrument,
  onlyThis,
  type Provision,
} from "@concord/core/instruments";
import { type Html, html } from "../pages/html.ts";
import type { PageContent } from "../pages/template.ts";
import { framePage, sectionOf, tableOf } from "./frame.ts";
import type { Reader } from "./reader.ts";
import { fillIn } from "./words/words.ts";

/** A paraphrase with a mark when its coding wasn't checked; English, whatever the page. */
export function paraphraseOf(reader: Reader, { paraphrase, checked }: Provision): Html {
  const mark = checked ? html`` : html` <span class="quiet">(${reader.words.notChecked})</span>`;
  return html`<span lang="en" dir="ltr">${paraphrase}</span>${mark}`;
}

function factList(reader: Reader, row: Instrument): Html {
  const { words, law } = reader;
  const coverage = law.knowledge.coverage.find(({ instrument }) => instrument === row.id);
  const facts: [string, string][] = [
    [words.columnKind, words.kinds[row.kind]],
    [words.columnAdopted, reader.date(row.adopted)],
  ];
  if (row.inForce) facts.push([words.columnEntry, reader.date(row.inForce)]);
  if (coverage && row.kind !== "soft-law" && row.kind !== "eu-directive") {
    facts.push([words.columnParties, String(coverage.partiesHeld)]);
    facts.push([words.columnKnownUntil, coverage.asOf ? reader.date(coverage.asOf) : words.noFullList]);
  }
  return html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function holdoutSection(reader: Reader, found: Holdouts): Html {
  const { words } = reader;
  if (found.unknown_for_all) return html`<p>${words.unknownForAll}</p>`;
  if (found.base === 0) return html`<p>${words.openToNobody}</p>`;
  const lists: [string, readonly string[]][] = [
    [words.signedOnly, found.signed],
    [words.left, found.left],
    [words.notParty, found.not_party],
    [words.unknown, found.unknown],
  ];
  const date = reader.date(found.date);
  return html`<p>${fillIn(words.joinedOf, { date, joined: found.joined, base: found.base })}</p>
${lists
  .filter(([, states]) => states.length > 0)
  .map(
    ([heading, states]) => html`<h3>${heading} (${states.length})</h3>
<ul>${[...states]
      .sort((a, b) => reader.compare(reader.state(a), reader.state(b)))
      .map((iso3) => html`<li>${reader.link(`/states/${iso3}`, reader.state(iso3))}</li>`)}</ul>
`,
  )}`;
}

/** Writes the page of an instrument. */
export function instrumentPage(reader: Reader, row: Instrument): PageContent {
  const { words, law, language } = reader;
  const name = reader.instrument(row.id);
  const provisions = law.knowledge.provisions.filter(({ instrument }) => instrument === row.id);
  const alone = onlyThis(law, row.id).themes;
  const content = html`<h1>${name}</h1>
<p lang="en" dir="ltr">${row.title}</p>
${factList(reader, row)}
${sectionOf(
  words.onlyThis,
  alone.length,
  () =>
    html`<ul>${alone.map(({ theme }) => html`<li>${reader.link(`/themes/${theme}`, reader.theme(theme))}</li>`)}</ul>`,
)}
${sectionOf(
  words.provisions,
  provisions.length,
  () => html`<p class="quiet">${words.inEnglish}</p>
${tableOf(
  [words.columnProvision, words.columnTheme, words.columnStrength, words.columnOurWords],
  provisions.map((provision) => [
    html`<bdi>${provision.provision}</bdi>`,
    reader.link(`/themes/${provision.theme}`, reader.theme(provision.theme)),
    reader.strength(provision.strength),
    paraphraseOf(reader, provision),
  ]),
)}`,
)}
<h2>${words.holdouts}</h2>
${holdoutSection(reader, holdouts(law, row.id, reader.day))}
<p><a href="/api/v1/instruments/${row.id}.csv">${words.wholeTable}</a></p>`;
  return {
    language,
    title: name,
    description: fillIn(words.instrumentDescription, { instrument: name }),
    main: framePage(reader, content),
  };
}
