import type { Roadmap } from "@concord/core/instruments";
import { Plural, Trans } from "@lingui/react/macro";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { ProblemNotice } from "../../shell/problem-page.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { RoadmapAlone } from "./roadmap-alone.tsx";
import type { RoadmapQuestion } from "./roadmap-page.tsx";
import { useStateRoadmap } from "./roadmap-query.ts";
import { RoadmapSets } from "./roadmap-sets.tsx";
import { RoadmapUnreachable } from "./roadmap-unreachable.tsx";

/** The roadmap of one state: its smallest sets, what each instrument adds, what stays out of reach and why. */
export function RoadmapOfState({ iso3, question }: { iso3: string; question: RoadmapQuestion }) {
  const { data, error, address } = useStateRoadmap(iso3, question);
  const other = useStateRoadmap(iso3, { ...question, noInvited: !question.noInvited });
  if (error) return <ProblemNotice error={error} />;
  if (!data)
    return (
      <>
        <Skeleton lines={2} />
        <Skeleton block={16} />
      </>
    );
  return (
    <>
      <div className="measure">
        <Verdict roadmap={data} />
        {other.data && data.lacking.length > 0 && (
          <OtherWay roadmap={other.data} noInvited={!question.noInvited} />
        )}
        <AlreadyJoined roadmap={data} />
      </div>
      {data.lacking.length > 0 && (
        <>
          {data.optimal.length > 0 && data.size > 0 && <RoadmapSets roadmap={data} address={address} />}
          <RoadmapAlone roadmap={data} address={address} />
          <RoadmapUnreachable roadmap={data} address={address} />
        </>
      )}
    </>
  );
}

function Verdict({ roadmap }: { roadmap: Roadmap }) {
  const { format } = useAsking();
  const names = useNames();
  const { lacking, reachable, size, lifted } = roadmap;
  const strength = names.strength(roadmap.target);
  if (lacking.length === 0)
    return (
      <Notice kind="empty">
        <Trans comment="strength is e.g. binding">Every theme already has a duty that is {strength}.</Trans>
      </Notice>
    );
  if (size === 0)
    return (
      <p>
        <Plural
          value={lacking.length}
          one="# theme is below this strength, and no ratification open to the state would lift it."
          other="# themes are below this strength, and no ratification open to the state would lift any of them."
        />
      </p>
    );
  const lackingCount = format.count(lacking.length);
  const reachableCount = format.count(reachable.length);
  const liftedCount = format.count(lifted);
  return (
    <p>
      <Trans comment="First sentence of a roadmap; numbers of themes">
        {lackingCount} themes are below this strength, {reachableCount} of them within reach.
      </Trans>{" "}
      <Plural
        value={size}
        one={`# ratification lifts ${liftedCount} of them.`}
        other={`# ratifications together lift ${liftedCount} of them.`}
      />
    </p>
  );
}

/** The same question with or without the instruments that need an invitation: they dominate most answers. */
function OtherWay({ roadmap, noInvited }: { roadmap: Roadmap; noInvited: boolean }) {
  const { format } = useAsking();
  const lifted = format.count(roadmap.lifted);
  return (
    <p className="small quiet">
      {noInvited ? (
        <Trans comment="Begins a sentence: what a roadmap comes to without treaties open by invitation">
          Leaving out what needs an invitation:
        </Trans>
      ) : (
        <Trans comment="Begins a sentence: what a roadmap comes to with treaties open by invitation">
          Counting what needs an invitation:
        </Trans>
      )}{" "}
      {roadmap.size === 0 ? (
        <Trans comment="Ends a sentence on a roadmap">no ratification lifts a theme.</Trans>
      ) : (
        <Plural
          value={roadmap.size}
          one={`# ratification, themes lifted: ${lifted}.`}
          other={`# ratifications, themes lifted: ${lifted}.`}
        />
      )}
    </p>
  );
}

function AlreadyJoined({ roadmap }: { roadmap: Roadmap }) {
  const names = useNames();
  const { format } = useAsking();
  if (roadmap.pending.length === 0) return null;
  const list = format.list(roadmap.pending.map(names.instrument));
  return (
    <p className="small quiet">
      <Trans comment="list names treaties">
        Already joined, with effect to come, and counted as if in force: {list}.
      </Trans>
    </p>
  );
}
