import type { SomeNames } from "../names.ts";
import { CRIME_TREATIES } from "./crime.ts";
import { labourConventionNames } from "./labour.ts";
import { REGIONAL_TREATIES } from "./regional.ts";
import { RIGHTS_TREATIES } from "./rights.ts";
import { SOFT_LAW } from "./soft-law.ts";

const INSTRUMENT_NAMES: Readonly<Record<string, SomeNames>> = {
  ...CRIME_TREATIES,
  ...RIGHTS_TREATIES,
  ...REGIONAL_TREATIES,
  ...SOFT_LAW,
};

/**
 * Well-known short names of an instrument. A language that is missing, English mostly, falls back to the short title of
 * `instruments.csv`. They are names to recognize a text by, not official titles.
 */
export function instrumentNames(id: string): SomeNames | undefined {
  return INSTRUMENT_NAMES[id] ?? labourConventionNames(id);
}
