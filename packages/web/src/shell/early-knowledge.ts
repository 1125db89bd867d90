/** The knowledge base is on its way from the first line of the first script, long before what will read it is loaded. */
import type { CompactKnowledge } from "@concord/core/instruments";
import { apiAddress, ask } from "./api.ts";

const ADDRESS = apiAddress("/knowledge");

let early: Promise<CompactKnowledge> | undefined;

/** Asks for it. A failure is told to whoever takes the answer. */
export function askKnowledgeEarly(): void {
  early = ask<CompactKnowledge>(ADDRESS);
  early.catch(() => undefined);
}

/** The answer that was asked for early, given once; asked anew after that. */
export function takeKnowledge(signal: AbortSignal): Promise<CompactKnowledge> {
  const taken = early ?? ask<CompactKnowledge>(ADDRESS, signal);
  early = undefined;
  return taken;
}
