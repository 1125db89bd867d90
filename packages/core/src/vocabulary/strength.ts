/**
 * How strongly a provision speaks, weakest first; `none` is the absence of any. The order is the scale of the
 * concordance's codebook (data/instruments, "Codebook of strengths"); it is compared by index.
 */
export const STRENGTHS = [
  "none",
  "recommended",
  "declaratory",
  "permissive",
  "qualified",
  "binding",
] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Index of each strength in {@link STRENGTHS}: 0 none … 5 binding. */
export const STRENGTH_RANK: Readonly<Record<Strength, number>> = {
  none: 0,
  recommended: 1,
  declaratory: 2,
  permissive: 3,
  qualified: 4,
  binding: 5,
};
