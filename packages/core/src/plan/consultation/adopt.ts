import type { TabledDraft } from "../decision/tabling.ts";
import { nameAfresh } from "../name/numbering.ts";
import type { Paragraph } from "../name/paragraph.ts";
import type { Instant } from "../procedure/instant.ts";
import type { Hash } from "../text/canonical-form.ts";
import type { VersionText } from "../text/version.ts";
import { fixVersion } from "./fix-version.ts";
import type { Amendment, ConsultationDraft, VoteRecord } from "./state.ts";
import { enterStage } from "./steps/silence.ts";

/** What a vote brings about: an adopted amendment amends the draft, a vote on the draft decides it. */
export function settleVote(
  draft: ConsultationDraft,
  { question, outcome }: VoteRecord,
  at: Instant,
  hash: Hash,
): void {
  const tabled = draft.drafts.get(question.draft);
  if (!tabled || outcome === "tied") return;
  if (question.kind === "amendment" && outcome === "adopted")
    draft.drafts.set(tabled.id, { ...tabled, amended: true });
  if (question.kind !== "draft") return;
  if (outcome === "adopted") adoptDraft(draft, tabled, at, hash);
  else draft.drafts.set(tabled.id, { ...tabled, status: "rejected" });
}

/**
 * Adopts a draft: its version, with the amendments adopted and without the parts voted down, becomes the adopted text.
 * @returns the hash of the adopted version
 */
export function adoptDraft(draft: ConsultationDraft, tabled: TabledDraft, at: Instant, hash: Hash): string {
  const version = draft.versions.find((one) => one.hash === tabled.version)!;
  const text = amendedText(draft, tabled, version);
  draft.drafts.set(tabled.id, { ...tabled, status: "adopted" });
  const adopted = fixVersion(draft, "adopted", at, hash, text);
  if ([...draft.drafts.values()].every(({ status }) => status !== "tabled"))
    enterStage(draft, {
      kind: "closed",
      stakeholdersComment: false,
      restricted: null,
      begun: at,
      deadline: null,
    });
  return adopted.hash;
}

function amendedText(draft: ConsultationDraft, tabled: TabledDraft, version: VersionText): VersionText {
  const outcomes = new Map(
    [...draft.votes.values()].map(({ question, outcome }) => [`${question.kind} ${question.id}`, outcome]),
  );
  const amendments = [...draft.amendments.values()].filter(
    (one) => one.draft === tabled.id && outcomes.get(`amendment ${one.id}`) === "adopted",
  );
  const votedDown = new Set(
    [...draft.divisions.values()]
      .filter(({ id }) => outcomes.get(`part ${id}`) === "rejected")
      .flatMap(({ paragraphs }) => paragraphs),
  );
  if (amendments.length === 0 && votedDown.size === 0) return version;
  let paragraphs: Paragraph[] = [...version.paragraphs];
  for (const amendment of amendments) paragraphs = applyAmendment(paragraphs, amendment);
  paragraphs = paragraphs.filter(
    ({ id, parent }) => !votedDown.has(id) && !(parent !== null && votedDown.has(parent)),
  );
  const names = nameAfresh(paragraphs);
  if (names.ok) paragraphs = paragraphs.map((one) => ({ ...one, name: names.value.get(one.id) ?? one.name }));
  return { ...version, paragraphs };
}

function applyAmendment(paragraphs: readonly Paragraph[], { id, change }: Amendment): Paragraph[] {
  if (change.kind === "text")
    return paragraphs.map((one) => (one.id === change.paragraph ? { ...one, text: change.text } : one));
  if (change.kind === "deletion")
    return paragraphs.filter((one) => one.id !== change.paragraph && one.parent !== change.paragraph);
  const added: Paragraph = {
    id,
    kind: change.paragraphKind,
    parent: change.parent,
    name: "",
    text: change.text,
  };
  const at = paragraphs.findIndex((one) => one.id === change.after) + 1;
  return [...paragraphs.slice(0, at), added, ...paragraphs.slice(at)];
}
