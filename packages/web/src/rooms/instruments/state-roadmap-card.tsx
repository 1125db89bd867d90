import "../../ui/list.css";
import type { Roadmap } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useAsking } from "../../shell/asking.ts";
import { useNames } from "../../shell/names.ts";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { RoadmapMark } from "./roadmap-mark.tsx";
import type { RoadmapQuestion } from "./roadmap-page.tsx";
import { useStateRoadmap } from "./roadmap-query.ts";

/** What the roadmap page asks when nothing is chosen there. */
const WHOLE_ROADMAP: RoadmapQuestion = { target: "binding", k: undefined, noInvited: false, strict: false };

/** The roadmap in short: the fewest ratifications that make every reachable theme binding. */
export function StateRoadmapCard({ iso3 }: { iso3: string }) {
  const { t } = useLingui();
  const { data, isError } = useStateRoadmap(iso3, WHOLE_ROADMAP);
  return (
    <div className="card">
      <Section
        title={t({
          message: "Shortest way to close the gaps",
          comment: "Heading of the roadmap card on a state's page",
        })}
      >
        {data ? (
          <RoadmapWords roadmap={data} />
        ) : isError ? (
          <Notice kind="problem">
            <Trans comment="The roadmap could not be fetched">
              The roadmap could not be fetched just now; the rest of the page is complete.
            </Trans>
          </Notice>
        ) : (
          <Skeleton lines={4} />
        )}
        <p>
          <Link to="/roadmap" search={{ who: iso3 }}>
            <Trans comment="Link to the page with the whole roadmap">
              The whole roadmap, with other targets
            </Trans>
          </Link>
        </p>
      </Section>
    </div>
  );
}

function RoadmapWords({ roadmap }: { roadmap: Roadmap }) {
  const names = useNames();
  const { format } = useAsking();
  const { size, lifted, optimal, lacking } = roadmap;
  if (lacking.length === 0)
    return (
      <p>
        <Trans comment="Roadmap card">Every theme already has a binding duty.</Trans>
      </p>
    );
  if (size === 0)
    return (
      <p>
        <Plural
          value={lacking.length}
          one="# theme lacks a binding duty, and no ratification open to the state would give one."
          other="# themes lack a binding duty, and no ratification open to the state would give one."
        />
      </p>
    );
  const all = format.count(lacking.length);
  return (
    <>
      <p>
        <Plural
          value={size}
          one="# ratification is enough to reach every theme that can be reached."
          other="# ratifications are enough to reach every theme that can be reached."
        />{" "}
        <Plural
          value={lifted}
          one={`It would make # of ${all} lacking themes binding.`}
          other={`Together they would make # of ${all} lacking themes binding.`}
        />
      </p>
      <ul className="list">
        {(optimal[0] ?? []).map((instrument) => (
          <li key={instrument} className="list-row">
            <Link to="/instruments/$instrument" params={{ instrument }}>
              {names.instrument(instrument)}
            </Link>
            <span className="list-end small quiet">
              <RoadmapMark roadmap={roadmap} instrument={instrument} />
            </span>
          </li>
        ))}
      </ul>
      {optimal.length > 1 && (
        <p className="small quiet">
          <Plural
            value={optimal.length - 1}
            one="# other set of the same size does as much."
            other="# other sets of the same size do as much."
          />
        </p>
      )}
    </>
  );
}
