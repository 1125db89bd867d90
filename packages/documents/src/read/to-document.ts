/** Turns a text that was read into a document, as suggested; a person may have changed the suggestions before. */
import type { Block, DocumentKind, Masthead, UnDocument } from "../model/index.ts";
import type { ImportedParagraph, ImportedText } from "./imported.ts";
import { readMasthead } from "./masthead.ts";

/** What the file doesn't say, or says otherwise. */
export interface DocumentWishes {
  kind?: DocumentKind;
  title?: string;
  masthead?: Partial<Masthead>;
  draft?: boolean;
}

/**
 * Makes a document of an imported text: its masthead where one was found, the title, each paragraph as its suggestion says.
 * Tracked changes stay proposals.
 */
export function documentFromText(text: ImportedText, wishes: DocumentWishes = {}): UnDocument {
  const { agendaNumber, agendaTitle, kind, draft, organ, ...found } = readMasthead(
    text.paragraphs,
    text.language,
  );
  const resolution = text.paragraphs.some(({ suggestion }) => suggestion.kind === "operative");
  const titleAt = text.paragraphs.findIndex(({ suggestion }) => suggestion.kind === "title");
  const headingAt = titleAt >= 0 ? titleAt : firstHeading(text.paragraphs);
  return {
    kind: wishes.kind ?? kind ?? (resolution ? "draft-resolution" : "letter"),
    language: text.language,
    masthead: {
      distribution: "general",
      original: [text.language],
      ...found,
      organ: organ ?? "",
      ...(agendaNumber === undefined
        ? {}
        : { agendaItem: { number: agendaNumber, title: agendaTitle ?? "" } }),
      ...wishes.masthead,
    },
    title: wishes.title ?? text.paragraphs[headingAt]?.text ?? "",
    sponsors: [],
    blocks: text.paragraphs.flatMap((paragraph, index) => (index === headingAt ? [] : blocksOf(paragraph))),
    annexes: [],
    footnotes: text.footnotes,
    draft: wishes.draft ?? draft ?? resolution,
  };
}

/** A heading before any other text serves as title. */
function firstHeading(paragraphs: readonly ImportedParagraph[]): number {
  const at = paragraphs.findIndex(({ suggestion }) => suggestion.kind !== "masthead");
  return paragraphs[at]?.suggestion.kind === "heading" ? at : -1;
}

function blocksOf({
  suggestion,
  name,
  runs,
  marker,
  depth,
  headingLevel,
  table,
}: ImportedParagraph): Block[] {
  switch (suggestion.kind) {
    case "masthead":
      return [];
    case "title":
      return [{ kind: "heading", level: 1, runs }];
    case "heading":
      return [{ kind: "heading", level: headingLevel === 1 ? 1 : headingLevel === 3 ? 3 : 2, runs }];
    case "organ":
      return [{ kind: "organ", runs }];
    case "preambular":
      return [{ kind: "preambular", name, runs }];
    case "operative":
      return [{ kind: "operative", name, runs }];
    case "sub-paragraph":
      return [
        { kind: "sub-paragraph", name, marker: marker ?? "", depth: / \S+ \S+$/.test(name) ? 2 : 1, runs },
      ];
    case "table":
      return [{ kind: "table", header: table?.[0] ?? [], rows: table?.slice(1) ?? [] }];
    case "item":
      return [{ kind: "item", depth, runs }];
    case "action":
    case "paragraph":
      return [
        {
          kind: "paragraph",
          name,
          ...(marker === undefined || marker === "•" ? {} : { number: marker }),
          runs,
        },
      ];
  }
}
