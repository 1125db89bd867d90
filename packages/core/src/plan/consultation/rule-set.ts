import type { SilenceTerms } from "../procedure/silence.ts";

/** Under which rules a consultation runs; stored with it, so that each decision shows the rule that made it. */
export interface RuleSet {
  id: "un-general-assembly" | "simple" | "own";
  silence: SilenceTerms;
  /** One third present to open, a majority to decide (rule 67). */
  quorum: boolean;
  /** A draft is circulated the day before it is decided at the latest (rule 78). */
  circulationDayBefore: boolean;
  /** After a tie a second vote is taken within so many hours (rule 95). */
  secondVoteHours: number;
}

/** The rules of procedure of the General Assembly (A/520), and the practice that goes with them. */
export const UN_GENERAL_ASSEMBLY: RuleSet = {
  id: "un-general-assembly",
  silence: { leastHours: 72, leastWorkingDays: 3 },
  quorum: true,
  circulationDayBefore: true,
  secondVoteHours: 48,
};

/** For a regional or national plan among few: no quorum, no circulation a day ahead, silence from one day on. **[convention]** */
export const SIMPLE: RuleSet = {
  id: "simple",
  silence: { leastHours: 24, leastWorkingDays: 1 },
  quorum: false,
  circulationDayBefore: false,
  secondVoteHours: 48,
};
