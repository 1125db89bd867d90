/** Every kind of long work that this program does. A room that has some adds it here. */
import type { JobDefinition, RecurringJob } from "./jobs/index.ts";
import { announceAtLoading, announceJob } from "./notices/announce.ts";

export interface Work {
  definitions: readonly JobDefinition[];
  recurring: readonly RecurringJob[];
}

/**
 * All of it.
 * @param dataHash of the knowledge base that is loaded
 */
export function allWork(dataHash: string): Work {
  return { definitions: [announceJob], recurring: [announceAtLoading(dataHash)] };
}
