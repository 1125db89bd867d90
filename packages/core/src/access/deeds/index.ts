import { PEOPLE_DEEDS } from "./people.ts";
import { PLAN_DEEDS } from "./plan.ts";
import { PLATFORM_DEEDS } from "./platform.ts";

/** Every deed that the platform knows. What isn't here can't be done by anybody. */
export const DEEDS = { ...PEOPLE_DEEDS, ...PLATFORM_DEEDS, ...PLAN_DEEDS } as const;

export type Deed = keyof typeof DEEDS;

export const DEED_NAMES = Object.keys(DEEDS) as Deed[];

type ConditionsOf<D extends Deed> = (typeof DEEDS)[D]["may"][keyof (typeof DEEDS)[D]["may"]];

/** Deeds that some role may do only under a condition on the subject: who asks about them has to name the subject. */
export type ConditionalDeed = {
  [D in Deed]: ConditionsOf<D> extends readonly [] ? never : D;
}[Deed];
