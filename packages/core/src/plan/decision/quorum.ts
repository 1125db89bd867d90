import { compareToFraction, type Fraction, formatFraction } from "./fraction.ts";

/** Whether a meeting may open and decide with those present (P11, rule 67). */
export interface Quorum {
  members: number;
  present: number;
  mayOpen: boolean;
  mayDecide: boolean;
  /** `169 ≥ 64 1/3` */
  opening: string;
  /** `169 > 96 1/2` */
  deciding: string;
}

/**
 * One third of the members may open a meeting; a majority of them must be present to decide (rule 67).
 * @param members all members of the body, whether entitled to vote or not
 */
export function quorumOf(members: number, present: number): Quorum {
  const third: Fraction = { numerator: members, denominator: 3 };
  const half: Fraction = { numerator: members, denominator: 2 };
  return {
    members,
    present,
    mayOpen: members > 0 && compareToFraction(present, third) >= 0,
    mayDecide: compareToFraction(present, half) > 0,
    opening: `${present} ≥ ${formatFraction(third)}`,
    deciding: `${present} > ${formatFraction(half)}`,
  };
}
