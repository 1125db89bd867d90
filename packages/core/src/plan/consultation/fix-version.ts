import type { Paragraph } from "../name/paragraph.ts";
import type { Instant } from "../procedure/instant.ts";
import { canonicalForm, type Hash } from "../text/canonical-form.ts";
import type { Version, VersionKind, VersionText } from "../text/version.ts";
import { textOf } from "./handler.ts";
import type { Consultation, ConsultationDraft } from "./state.ts";

/** The paragraphs of the present text in reading order, without those struck out and without what stands in brackets. */
export function presentParagraphs(draft: Consultation): Paragraph[] {
  return draft.order.flatMap((id) => {
    const paragraph = draft.paragraphs.get(id)!;
    if (paragraph.status === "removed") return [];
    const { kind, parent, name } = paragraph;
    return [{ id, kind, parent, name, text: textOf(paragraph) }];
  });
}

/** The present text as a version would hold it. */
export function presentText(draft: Consultation): VersionText {
  const paragraphs = presentParagraphs(draft);
  const held = new Set(paragraphs.map(({ id }) => id));
  const actions = new Map([...draft.actions].filter(([id]) => held.has(id)));
  return { title: draft.textTitle, language: draft.language, paragraphs, actions };
}

/** Fixes a text as a version with its hash, and adds it to the row (P5). */
export function fixVersion(
  draft: ConsultationDraft,
  kind: VersionKind,
  at: Instant,
  hash: Hash,
  text: VersionText = presentText(draft),
): Version {
  const version = { ...text, kind, revision: draft.revision, issued: at, hash: hash(canonicalForm(text)) };
  draft.versions.push(version);
  return version;
}
