/** A state's position on a day, to read without a script. */
import { type Profile, profile, summary } from "@concord/core/instruments";
import { PILLARS, type State } from "@concord/core/vocabulary";
import { type Html, html } from "../pages/html.ts";
import type { PageContent } from "../pages/template.ts";
import { framePage, joinParts, sectionOf, tableOf } from "./frame.ts";
import type { Reader } from "./reader.ts";
import { fillIn } from "./words/words.ts";

/** A table of instruments, each with a day. */
function dayTable(
  reader: Reader,
  heading: string,
  column: string,
  days: Readonly<Record<string, string>>,
): Html {
  const { words, law } = reader;
  const asOf = new Map(law.knowledge.coverage.map((row) => [row.instrument, row.asOf]));
  const rows = Object.entries(days);
  return sectionOf(heading, rows.length, () =>
    tableOf(
      [words.columnInstrument, column, words.columnKnownUntil],
      rows.map(([id, day]) => [
        reader.link(`/instruments/${id}`, reader.instrument(id)),
        reader.date(day),
        asOf.get(id) ? reader.date(asOf.get(id) ?? "") : words.noFullList,
      ]),
    ),
  );
}

function dutyTable(reader: Reader, position: Profile, pillar: (typeof PILLARS)[number]): Html {
  const { words, law } = reader;
  const themes = law.themes.filter((theme) => theme.pillar === pillar);
  return html`<h3>${reader.pillar(pillar)}</h3>
${tableOf(
  [words.columnTheme, words.columnStrength, words.columnProvision],
  themes.map(({ id }) => {
    const duty = position.themes[id];
    const by = [...Map.groupBy(duty?.by ?? [], ([instrument]) => instrument)].map(
      ([instrument, provisions]) =>
        html`${reader.link(`/instruments/${instrument}`, reader.instrument(instrument))} <bdi>${provisions
          .map(([, provision]) => provision)
          .join(", ")}</bdi>`,
    );
    const maybe = (duty?.could_be ?? []).map(reader.instrument).join(", ");
    const note = maybe === "" ? "" : ` ${fillIn(words.mightBeRaised, { instruments: maybe })}`;
    return [
      reader.link(`/themes/${id}`, reader.theme(id)),
      reader.strength(duty?.strength ?? "none"),
      note === "" ? joinParts(by, "; ") : html`${joinParts(by, "; ")}<span class="quiet">${note}</span>`,
    ];
  }),
)}`;
}

/** Writes the page of a state. */
export function statePage(reader: Reader, state: State): PageContent {
  const { words, law, language, day } = reader;
  const name = reader.state(state.iso3);
  const position = profile(law, state.iso3, day);
  const date = reader.date(day);
  const unknown = Object.entries(position.unknown);
  const content = html`<h1>${name}</h1>
<p class="quiet">${fillIn(words.onDay, { date })}</p>
${summary(law, state.iso3, day, language).map((sentence) => html`<p>${sentence}</p>`)}
<h2>${words.dutiesByTheme}</h2>
${PILLARS.map((pillar) => dutyTable(reader, position, pillar))}
${dayTable(reader, words.inForce, words.columnSince, position.in_force)}
${dayTable(reader, words.pending, words.columnEffect, position.pending)}
${dayTable(reader, words.signedOnly, words.columnSigned, position.signed_only)}
${dayTable(reader, words.left, words.columnLeft, position.left)}
${sectionOf(words.unknown, unknown.length, () =>
  tableOf(
    [words.columnInstrument, words.columnReason],
    unknown.map(([id, reason]) => [
      reader.link(`/instruments/${id}`, reader.instrument(id)),
      reader.reason(reason),
    ]),
  ),
)}
<p><a href="/api/v1/states/${state.iso3}/profile.csv?date=${day}">${words.wholeTable}</a></p>`;
  return {
    language,
    title: name,
    description: fillIn(words.stateDescription, { state: name, date }),
    main: framePage(reader, content),
  };
}
