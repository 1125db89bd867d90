import type { GroupRoadmap, Roadmap } from "@concord/core/instruments";
import { useQuery } from "@tanstack/react-query";
import { apiAddress, ask } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import type { RoadmapQuestion } from "./roadmap-page.tsx";

function parameters(question: RoadmapQuestion, date: string) {
  const { target, k, noInvited, strict } = question;
  return { date, target, k, no_invited: noInvited || undefined, strict: strict || undefined };
}

/** Asks the server for the roadmap of a state; `address` is the question itself. */
export function useStateRoadmap(iso3: string, question: RoadmapQuestion) {
  const { when } = useAsking();
  const address = apiAddress(`/states/${iso3}/roadmap`, parameters(question, when));
  const query = useQuery({
    queryKey: ["roadmap", address],
    queryFn: ({ signal }) => ask<Roadmap>(address, signal),
  });
  return { address, ...query };
}

/** Asks the server for the roadmaps of all members of a group. */
export function useGroupRoadmap(group: string, question: RoadmapQuestion) {
  const { when } = useAsking();
  const address = apiAddress(`/groups/${group}/roadmap`, parameters(question, when));
  const query = useQuery({
    queryKey: ["roadmap", address],
    queryFn: ({ signal }) => ask<GroupRoadmap>(address, signal),
  });
  return { address, ...query };
}
