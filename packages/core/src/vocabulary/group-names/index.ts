import type { Names, NamesById } from "../names.ts";
import { GEOGRAPHIC_GROUPS } from "./geographic.ts";
import { POLITICAL_GROUPS } from "./political.ts";

const GROUP_NAMES: NamesById = { ...POLITICAL_GROUPS, ...GEOGRAPHIC_GROUPS };

/** Names of a group in six languages; undefined for an id that `listGroups` doesn't know. */
export function groupNames(id: string): Names | undefined {
  return GROUP_NAMES[id];
}
