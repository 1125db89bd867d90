/** One theme, to read without a script: every instrument's provisions side by side. */
import { themeConcordance } from "@concord/core/instruments";
import type { Theme } from "@concord/core/vocabulary";
import { html } from "../pages/html.ts";
import type { PageContent } from "../pages/template.ts";
import { framePage, tableOf } from "./frame.ts";
import { paraphraseOf } from "./instrument-page.ts";
import type { Reader } from "./reader.ts";
import { fillIn } from "./words/words.ts";

/** Writes the page of a theme. */
export function themePage(reader: Reader, theme: Theme): PageContent {
  const { words, law, language } = reader;
  const name = reader.theme(theme.id);
  const found = themeConcordance(law, theme.id);
  const rows = found.instruments.flatMap(({ instrument, provisions }) =>
    provisions.map((provision) => [
      reader.link(`/instruments/${instrument}`, reader.instrument(instrument)),
      html`<bdi>${provision.provision}</bdi>`,
      reader.strength(provision.strength),
      paraphraseOf(reader, provision),
    ]),
  );
  const content = html`<p class="quiet">${reader.pillar(theme.pillar)}</p>
<h1>${name}</h1>
<p lang="en" dir="ltr">${theme.scope}</p>
<p class="quiet">${words.inEnglish}</p>
${tableOf([words.columnInstrument, words.columnProvision, words.columnStrength, words.columnOurWords], rows)}
<p><a href="/api/v1/themes/${theme.id}.csv">${words.wholeTable}</a></p>`;
  return {
    language,
    title: name,
    description: fillIn(words.themeDescription, { theme: name }),
    main: framePage(reader, content),
  };
}
