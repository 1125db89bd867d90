/** The plan room: texts and their versions, consultations as logs of steps under rules, decisions, and what plans ask of whom. */
export * from "./consultation/apply-event.ts";
export { writeAttribution } from "./consultation/attribution.ts";
export type * from "./consultation/event.ts";
export { presentText } from "./consultation/fix-version.ts";
export type { Decision, Outside } from "./consultation/handler.ts";
export {
  type RollingText,
  rollingText,
  type ShownParagraph,
  type ShownProposal,
  showProposal,
} from "./consultation/rolling-text.ts";
export { type RuleSet, SIMPLE, UN_GENERAL_ASSEMBLY } from "./consultation/rule-set.ts";
export { type Segment, segmentsOf, type WordsInText, writeSegments } from "./consultation/segment.ts";
export type * from "./consultation/state.ts";
export { voteOrderOf } from "./consultation/steps/vote-order.ts";
export * from "./content/action.ts";
export {
  ACTOR_CLASSES,
  type ActorClass,
  type ActorKnowledge,
  kindOfActor,
  type RegisteredActor,
  type ResolvedActors,
  resolveActors,
} from "./content/actor-class.ts";
export * from "./content/balance.ts";
export * from "./content/global-plan.ts";
export * from "./content/plan-table.ts";
export { markersOfPlace } from "./content/theme-marker.ts";
export { compareToFraction, type Fraction, formatFraction } from "./decision/fraction.ts";
export { type Quorum, quorumOf } from "./decision/quorum.ts";
export { rollCallOrder } from "./decision/roll-call.ts";
export { isLSymbol, type TabledDraft } from "./decision/tabling.ts";
export * from "./decision/vote.ts";
export * from "./decision/vote-order.ts";
export { formatLetter, formatRoman } from "./name/list-mark.ts";
export {
  alternativeName,
  firstName,
  insertedName,
  nameAfresh,
  type Renaming,
  renamingTable,
} from "./name/numbering.ts";
export * from "./name/paragraph.ts";
export {
  formatParagraphName,
  type NameStep,
  PARAGRAPH_SERIES,
  type ParagraphName,
  type ParagraphSeries,
  parseParagraphName,
} from "./name/paragraph-name.ts";
export * from "./participant/participant.ts";
export * from "./participant/right.ts";
export {
  type Filing,
  type SpeakingGroup,
  type Stance,
  type Standing,
  standingOf,
} from "./participant/speaking-group.ts";
export {
  type Instant,
  instantOf,
  isInstant,
  isTimeZone,
  type LocalTime,
  localDay,
  localTime,
} from "./procedure/instant.ts";
export { NO_OBJECTION, type SilenceEffect, type SilenceLength, silenceEnd } from "./procedure/silence.ts";
export { addWorkingDays, isWorkingDay, type Seat } from "./procedure/working-day.ts";
export type { PlanRefusal, PlanRule, Ruled } from "./refusal.ts";
export { type Anchor, anchorAt, carry, type LookAgainReason, mapRange } from "./text/anchor.ts";
export { CANONICAL_FORM, canonicalForm, canonicalJson, type Hash } from "./text/canonical-form.ts";
export {
  type ComparedParagraph,
  type ComparisonOptions,
  compareVersions,
  type ParagraphFate,
  type VersionComparison,
} from "./text/compare-versions.ts";
export { type TextRange, wholeCharacters } from "./text/grapheme.ts";
export { tokensOf } from "./text/token.ts";
export { VERSION_KINDS, type Version, type VersionKind, type VersionText } from "./text/version.ts";
export { type TextEdit, textEdits, type WordChange, wordChanges } from "./text/word-diff.ts";
