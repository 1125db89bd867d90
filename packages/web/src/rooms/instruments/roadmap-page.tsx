import "./roadmap.css";
import { EUROPEAN_UNION } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { RoadmapChoices } from "./roadmap-choices.tsx";
import { RoadmapOfGroup } from "./roadmap-of-group.tsx";
import { RoadmapOfState } from "./roadmap-of-state.tsx";
import type { TARGETS } from "./routes.ts";

const route = getRouteApi("/law/roadmap");

/** What is asked of a roadmap, as the API takes it. */
export interface RoadmapQuestion {
  target: (typeof TARGETS)[number];
  k: number | undefined;
  noInvited: boolean;
  strict: boolean;
}

/** The smallest sets of ratifications that close the gaps of a state, or of each member of a group. */
export function RoadmapPage() {
  const { t } = useLingui();
  const who = useWho();
  const names = useNames();
  const search = route.useSearch();
  const question: RoadmapQuestion = {
    target: search.target ?? "binding",
    k: search.k,
    noInvited: search.invited === "no",
    strict: search.strict === "yes",
  };
  const place = names.who(who.id);
  return (
    <Page
      title={t({
        message: `Roadmap: ${place}`,
        comment: "Heading: the shortest set of ratifications; place is a state or group",
      })}
      lead={
        <Trans comment="Under the heading: Roadmap">
          Which ratifications, as few as possible, would give a duty of the chosen strength on every theme
          that can be reached? Every smallest set is found, exactly; none is preferred.
        </Trans>
      }
    >
      <RoadmapChoices question={question} />
      {who.id === EUROPEAN_UNION ? (
        <Notice kind="empty">
          <Trans comment="The European Union has no roadmap">
            The European Union joins few instruments as a party of its own, so there is no roadmap for it. Ask
            for one of its members, or for all of them as a group.
          </Trans>
        </Notice>
      ) : who.kind === "state" ? (
        <RoadmapOfState iso3={who.id} question={question} />
      ) : (
        <RoadmapOfGroup group={who.id} question={question} />
      )}
    </Page>
  );
}
