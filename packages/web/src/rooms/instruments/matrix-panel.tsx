import { profile, statusOf } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Ref, useMemo } from "react";
import { StrengthMark } from "../../figures/marks.tsx";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useParaphrases } from "./paraphrase.ts";
import { type Raiser, raisers } from "./raise.ts";

const SHOWN = 6;
/** Articles read aloud after a cell. */
const SPOKEN = 2;

interface MatrixPanelProps {
  state: string;
  theme: string;
  heading: Ref<HTMLHeadingElement>;
}

/** Explains a cell: how strong, by which article of which instrument, since when, and what would raise it. */
export function MatrixPanel({ state, theme, heading }: MatrixPanelProps) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { when, format } = useAsking();
  const duty = useMemo(() => profile(law, state, when).themes[theme], [law, state, theme, when]);
  const raising = useMemo(
    () => (duty ? raisers(law, state, theme, duty.strength, when) : []),
    [law, state, theme, duty, when],
  );
  const sinceOf = (instrument: string) => {
    const status = statusOf(law, instrument, state, when);
    return status.kind === "in-force" ? format.shortDay(status.since) : names.standing(status.kind);
  };
  if (!duty) return null;
  const articles = duty.by
    .slice(0, SPOKEN)
    .map(([instrument, provision]) => `${names.instrument(instrument)}, ${provision}`);
  return (
    <aside
      className="matrix-panel card"
      aria-label={t({
        message: "The chosen cell",
        comment: "Name of the panel beside the matrix, read aloud",
      })}
    >
      <h2 ref={heading} tabIndex={-1} className="matrix-panel-title">
        <Link to="/states/$state" params={{ state }}>
          {names.state(state)}
        </Link>
        <span className="quiet"> · </span>
        <Link to="/themes/$theme" params={{ theme }}>
          {names.theme(theme)}
        </Link>
      </h2>
      <p>
        <StrengthMark strength={duty.strength} />
      </p>
      {/* After the cell itself, which the grid reads aloud: whose it is and by which articles. */}
      <p className="visually-hidden" aria-live="polite">
        {names.state(state)}: {articles.length > 0 ? format.list(articles) : names.strength(duty.strength)}
      </p>
      {duty.by.length > 0 ? (
        <>
          <h3 className="panel-head">
            <Trans comment="Heading in the panel beside the matrix: articles that give the strength">
              Given by
            </Trans>
          </h3>
          <GivenBy by={duty.by} theme={theme} sinceOf={sinceOf} />
        </>
      ) : (
        <p className="quiet">
          <Trans comment="In the panel beside the matrix">
            Nothing on this theme is in force or recommended on this day.
          </Trans>
        </p>
      )}
      {duty.strength !== "binding" && (
        <>
          <h3 className="panel-head">
            <Trans comment="Heading in the panel beside the matrix: instruments the state could join">
              What would raise it
            </Trans>
          </h3>
          <Raising raising={raising} />
        </>
      )}
    </aside>
  );
}

interface GivenByProps {
  by: readonly (readonly [instrument: string, provision: string])[];
  theme: string;
  sinceOf: (instrument: string) => string;
}

function GivenBy({ by, theme, sinceOf }: GivenByProps) {
  const names = useNames();
  const { format } = useAsking();
  const paraphrase = useParaphrases();
  const more = format.count(by.length - SHOWN);
  return (
    <ul className="panel-list">
      {by.slice(0, SHOWN).map(([instrument, provision]) => {
        const words = paraphrase(instrument, provision, theme);
        return (
          <li key={`${instrument} ${provision}`}>
            <Link to="/instruments/$instrument" params={{ instrument }} hash={provision}>
              {names.instrument(instrument)}, <bdi>{provision}</bdi>
            </Link>
            <span className="quiet small"> · {sinceOf(instrument)}</span>
            {words !== undefined && (
              <p className="small" lang="en" dir="ltr">
                {words}
              </p>
            )}
          </li>
        );
      })}
      {by.length > SHOWN && (
        <li className="quiet small">
          <Trans comment="End of a list that is cut; more is a number of articles">
            and {more} more on the state’s page
          </Trans>
        </li>
      )}
    </ul>
  );
}

function Raising({ raising }: { raising: readonly Raiser[] }) {
  const { t } = useLingui();
  const names = useNames();
  const invited = t({
    message: "by invitation",
    comment: "An instrument that a state may join only when invited",
  });
  if (raising.length === 0)
    return (
      <p className="quiet">
        <Trans comment="In the panel beside the matrix">
          No instrument open to this state and in force would.
        </Trans>
      </p>
    );
  return (
    <ul className="panel-list">
      {raising.slice(0, SHOWN).map(({ instrument, strength, status, byInvitation }) => (
        <li key={instrument}>
          <Link to="/instruments/$instrument" params={{ instrument }}>
            {names.instrument(instrument)}
          </Link>
          <span className="small quiet">
            {" "}
            · {names.standing(status.kind)}
            {byInvitation && ` · ${invited}`}
          </span>
          <br />
          <span className="small">
            <StrengthMark strength={strength} />
          </span>
        </li>
      ))}
    </ul>
  );
}
