import type { Language } from "@concord/core/vocabulary";
import type { DocumentKind } from "../model/index.ts";

/** ISO 639-2 codes, which FRBRlanguage asks for. */
const THREE_LETTERS: Readonly<Record<Language, string>> = {
  ar: "ara",
  en: "eng",
  es: "spa",
  fr: "fra",
  ru: "rus",
  zh: "zho",
};

export function threeLetters(language: Language): string {
  return THREE_LETTERS[language];
}

/** The value of `name` on the document element. */
const NAMES: Readonly<Record<DocumentKind, string>> = {
  letter: "letter",
  "draft-resolution": "draftResolution",
  resolution: "resolution",
  compilation: "compilation",
  report: "report",
};

export function documentName(kind: DocumentKind): string {
  return NAMES[kind];
}

/**
 * Gives each element an eId of its own, as the naming convention builds them: `para_3`, `para_3__subpara_a`.
 * @returns a function that turns a wish into an id not yet given
 */
export function idGiver(): (wish: string) => string {
  const given = new Set<string>();
  return (wish) => {
    const base = wish.replace(/[^A-Za-z0-9_.-]+/g, "-").replace(/^-+|-+$/g, "") || "e";
    let id = base;
    for (let again = 2; given.has(id); again++) id = `${base}-${again}`;
    given.add(id);
    return id;
  };
}
