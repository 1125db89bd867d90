/** What each provision says, in our own words: fetched once, when a page first shows it. */
import { useQuery } from "@tanstack/react-query";
import { apiAddress, ask } from "../../shell/api.ts";

/** By instrument and provision: theme, paraphrase, whether the coding was checked against a stored text. */
type Paraphrases = Record<string, Record<string, [theme: string, paraphrase: string, checked: boolean][]>>;

/** Finds the paraphrase of a provision on a theme; undefined while it is on its way. */
export type FindParaphrase = (instrument: string, provision: string, theme: string) => string | undefined;

export function useParaphrases(): FindParaphrase {
  const { data } = useQuery({
    queryKey: ["paraphrases"],
    queryFn: ({ signal }) => ask<Paraphrases>(apiAddress("/knowledge/paraphrases"), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (instrument, provision, theme) =>
    data?.[instrument]?.[provision]?.find(([rowTheme]) => rowTheme === theme)?.[1];
}
