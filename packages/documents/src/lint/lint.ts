import type { IsoDay, Language } from "@concord/core/vocabulary";
import type { UnDocument } from "../model/index.ts";
import { checkEndings } from "./ending-rule.ts";
import { type BareFinding, type Finding, sayFinding } from "./finding.ts";
import { checkMasthead } from "./masthead-rule.ts";
import { checkNotice, type WorkingCalendar } from "./notice-rule.ts";
import { checkOpenings } from "./opening-rule.ts";
import { checkOrder } from "./order-rule.ts";
import { checkReferences } from "./reference-rule.ts";

export interface Linting {
  /** Language of the sentences; that of the document when absent. */
  say?: Language;
  /** When the draft was circulated and is to be decided; without both, notice isn't checked. */
  circulated?: IsoDay;
  decision?: IsoDay;
  /** Working days of the seat; Monday to Friday when absent. */
  calendar?: WorkingCalendar;
}

/**
 * Holds a document against the form of United Nations texts (P16–P18): a draft or resolution against all of it, a letter, a
 * compilation and a report against what concerns masthead and references.
 *
 * @returns findings in the order of the rules, each with place, sentence and cure; empty when nothing breaks the form
 */
export function lintDocument(document: UnDocument, linting: Linting = {}): Finding[] {
  const resolution = document.kind === "draft-resolution" || document.kind === "resolution";
  const bare: BareFinding[] = [
    ...checkMasthead(document),
    ...(resolution ? [...checkOrder(document), ...checkOpenings(document), ...checkEndings(document)] : []),
    ...checkReferences(document),
    ...(linting.circulated !== undefined && linting.decision !== undefined
      ? checkNotice(linting.circulated, linting.decision, linting.calendar)
      : []),
  ];
  return bare.map((finding) => sayFinding(finding, linting.say ?? document.language));
}
