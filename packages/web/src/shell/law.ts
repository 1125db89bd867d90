/**
 * The law, loaded once: the knowledge base comes in its compact form, is indexed in the browser, and from then on every
 * page answers from memory, at once, for any date and place.
 */
import { knowledgeInSteps, type Law, lawInSteps } from "@concord/core/instruments";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { inPieces } from "../ui/in-pieces.ts";
import { takeKnowledge } from "./early-knowledge.ts";

/** The question behind {@link useLaw}; routes load it before their page is shown. */
export const lawQuery = queryOptions({
  queryKey: ["law"],
  queryFn: async ({ signal }): Promise<Law> => {
    const compact = await takeKnowledge(signal);
    return inPieces(lawInSteps(await inPieces(knowledgeInSteps(compact))));
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: 1,
  structuralSharing: false,
});

/** The law as loaded. Suspends until it is here. */
export function useLaw(): Law {
  return useSuspenseQuery(lawQuery).data;
}
