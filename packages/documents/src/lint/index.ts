export type { Finding, FindingCode } from "./finding.ts";
export * from "./lint.ts";
export { earliestDecision, FIVE_DAY_WEEK, type WorkingCalendar, workingDaysOfNotice } from "./notice-rule.ts";
export { type Opening, readOpening } from "./opening.ts";
export { formatName, type ParagraphName, parseName } from "./paragraph-name.ts";
