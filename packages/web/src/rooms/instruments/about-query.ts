import { useQuery } from "@tanstack/react-query";
import { apiAddress, ask } from "../../shell/api.ts";

/** What the server says of the knowledge base: sources, licences, agreement of sources and of coders. */
export interface About {
  reliability: { measure: string; scope: string; n: number; agreement: number; kappa: number | null }[];
  crosschecks: {
    instrument: string;
    source_a: string;
    source_b: string;
    resolution: string;
    compared: number;
    agreeing: number;
  }[];
  sources: { id: string; title: string; place: string; complete_to: string | null; terms: string }[];
  tables: {
    name: string;
    path: string;
    title: string;
    description: string;
    rows: number;
    sources: string[];
    licence: string;
    licence_path: string;
  }[];
}

/** Asked once a visit. */
export function useAbout() {
  return useQuery({
    queryKey: ["about"],
    queryFn: ({ signal }) => ask<About>(apiAddress("/about"), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
