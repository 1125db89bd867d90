/** What identifies a document: work, expression in a language, manifestation as XML (FRBR), and who is named in it. */
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { cleanText } from "../model/clean.ts";
import { everyRun, type UnDocument } from "../model/index.ts";
import { documentName, threeLetters } from "./name.ts";

/** No state and no part of the United Nations: a code that ISO 3166 leaves to its users. */
const NO_COUNTRY = "xx";

/** Ids of all who propose words in a document. */
export function authorIds(document: UnDocument): ReadonlyMap<string, string> {
  const names = [...everyRun(document)].flatMap(({ change }) => (change ? [change.author] : []));
  return new Map([...new Set(names)].map((name, index) => [name, `author_${index + 1}`]));
}

/**
 * Appends the metadata.
 * @param date day of the document, `YYYY-MM-DD`
 * @param component `main`, or `annex_1` of an annex
 */
export function appendMeta(
  parent: XMLBuilder,
  document: UnDocument,
  date: string,
  authors: ReadonlyMap<string, string>,
  component: string,
): void {
  const { masthead, language } = document;
  const number = cleanText(masthead.symbol ?? "unnumbered").replace(/[^A-Za-z0-9.]+/g, "-");
  const work = `/akn/${NO_COUNTRY}-concord/statement/${documentName(document.kind)}/${date}/${number}`;
  const expression = `${work}/${threeLetters(language)}@${date}`;
  const meta = parent.ele("meta");
  const identification = meta.ele("identification", { source: "#concord" });
  const level = (name: string, uri: string, suffix: string) => {
    const element = identification.ele(name);
    element.ele("FRBRthis", { value: `${uri}/!${component}${suffix}` });
    element.ele("FRBRuri", { value: `${uri}${suffix}` });
    if (name === "FRBRWork" && masthead.symbol)
      element.ele("FRBRalias", { name: "symbol", value: cleanText(masthead.symbol) });
    element.ele("FRBRdate", { date, name: name === "FRBRManifestation" ? "markup" : "issue" });
    element.ele("FRBRauthor", { href: name === "FRBRManifestation" ? "#concord" : "#organ", as: "#author" });
    return element;
  };
  const workLevel = level("FRBRWork", work, "");
  workLevel.ele("FRBRcountry", { value: NO_COUNTRY });
  workLevel.ele("FRBRsubtype", { value: documentName(document.kind) });
  workLevel.ele("FRBRnumber", { value: number });
  const expressed = level("FRBRExpression", expression, "");
  expressed.ele("FRBRauthoritative", { value: String(masthead.original.includes(language)) });
  expressed.ele("FRBRlanguage", { language: threeLetters(language) });
  level("FRBRManifestation", expression, ".xml").ele("FRBRformat", { value: "application/akn+xml" });
  // Ids are unique in the whole file: annexes point to what the statement lists.
  if (component !== "main") return;
  const references = meta.ele("references", { source: "#concord" });
  const named = (tag: string, eId: string, what: string, showAs: string) =>
    references.ele(tag, { eId, href: `/akn/ontology/${what}`, showAs: cleanText(showAs) || "–" });
  named("TLCOrganization", "concord", "organization/concord", "Concord");
  named("TLCOrganization", "organ", "organization/organ", masthead.organ);
  named("TLCRole", "author", "role/author", "Author");
  for (const [name, id] of authors) named("TLCOrganization", id, `organization/${id}`, name);
}
