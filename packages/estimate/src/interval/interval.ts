/** An interval for the total population, with how it was made and what a reader must know about it. */
export interface Interval {
  readonly method: "normal" | "profile" | "percentile" | "bca" | "posterior" | "chao" | "chapman";
  /** Nominal coverage, such as 0.95. */
  readonly level: number;
  readonly lower: number;
  /** +∞ when the data set no upper bound. */
  readonly upper: number;
  /** Remarks in words; empty when there is nothing to add. */
  readonly remarks: readonly string[];
}
