/** The four Ps: prevention, protection, prosecution and partnership (A/64/691, "Principles"). */
export const PILLARS = ["prevention", "protection", "prosecution", "partnership"] as const;
export type Pillar = (typeof PILLARS)[number];
