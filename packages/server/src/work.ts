/** Every kind of long work that this program does. A room that has some adds it here. */
import type { Store } from "@concord/store";
import type { JobDefinition, RecurringJob } from "./jobs/index.ts";

export interface Work {
  definitions: readonly JobDefinition[];
  recurring: readonly RecurringJob[];
}

/** All of it, over a store. */
export function allWork(_store: Store): Work {
  return { definitions: [], recurring: [] };
}
