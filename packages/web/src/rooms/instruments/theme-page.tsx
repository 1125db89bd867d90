import "./state.css";
import "./instrument.css";
import "./theme.css";
import { askTheme, matrix as matrixOn } from "@concord/core/instruments";
import { STRENGTHS, type Strength, type Theme } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Column } from "../../figures/data-table.tsx";
import { Figure } from "../../figures/figure.tsx";
import { useMemberSet, WorldMap } from "../../figures/map/world-map.tsx";
import { PillarMark, StrengthLegend } from "../../figures/marks.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useWho } from "../../shell/who.ts";
import { Page } from "../../ui/page.tsx";
import { AskAgain } from "./ask-again.tsx";
import { ThemeConcordance } from "./theme-concordance.tsx";
import { ThemeSupervision } from "./theme-supervision.tsx";

const route = getRouteApi("/law/themes/$theme");

/** One theme: what every instrument says on it, where it is a binding duty, and who monitors it. */
export function ThemePage() {
  const { t } = useLingui();
  const law = useLaw();
  const { theme: asked } = route.useParams();
  const answer = useMemo(() => askTheme(law, asked), [law, asked]);
  if (!answer.ok)
    return (
      <AskAgain
        title={t({ message: "No such theme", comment: "Heading when the address names no known theme" })}
        refusal={answer.refusal}
        to="/themes"
        toName={t({ message: "All themes", comment: "Link to the list of themes" })}
      />
    );
  return <KnownTheme theme={answer.value} />;
}

function KnownTheme({ theme }: { theme: Theme }) {
  const names = useNames();
  const who = useWho();
  const { when, format } = useAsking();
  const strengths = useStrengths(theme);
  const binding = who.members.filter((iso3) => strengths.get(iso3) === "binding").length;
  const place = names.who(who.id);
  const day = format.day(when);
  const count = format.count(binding);
  const all = format.count(who.members.length);
  return (
    <Page
      title={names.theme(theme.id)}
      lead={
        <>
          <p>
            <PillarMark pillar={theme.pillar} />
            {" · "}
            <span lang="en" dir="ltr">
              {theme.scope}
            </span>
          </p>
          <p>
            <Trans comment="place is the world, a group or a state; count and all are numbers of states; day a date">
              {place}, {day}: {count} of {all} had a binding duty on this theme.
            </Trans>
          </p>
        </>
      }
    >
      <ThemeConcordance theme={theme} />
      <ThemeMap theme={theme} strengths={strengths} />
      <ThemeSupervision theme={theme} />
    </Page>
  );
}

/** The strength of the theme for each state on the day asked about. */
function useStrengths(theme: Theme): ReadonlyMap<string, Strength> {
  const law = useLaw();
  const { when } = useAsking();
  return useMemo(() => {
    const { states, themes, rank } = matrixOn(law, when);
    const column = themes.indexOf(theme.id);
    return new Map(
      states.map((iso3, row) => [iso3, STRENGTHS[rank[row * themes.length + column] ?? 0] ?? "none"]),
    );
  }, [law, when, theme]);
}

function ThemeMap({ theme, strengths }: { theme: Theme; strengths: ReadonlyMap<string, Strength> }) {
  const { t } = useLingui();
  const names = useNames();
  const who = useWho();
  const navigate = useNavigate();
  const { when, format } = useAsking();
  const members = useMemberSet(who.members);
  const columns: Column<string>[] = [
    {
      key: "state",
      name: t({ message: "State", comment: "Column head: a country" }),
      value: (iso3) => names.state(iso3),
      cell: (iso3) => (
        <Link to="/states/$state" params={{ state: iso3 }}>
          {names.state(iso3)}
        </Link>
      ),
      isHeader: true,
    },
    {
      key: "strength",
      name: t({ message: "Strength", comment: "Column head: how strong a duty is" }),
      value: (iso3) => names.strength(strengths.get(iso3) ?? "none"),
    },
  ];
  const name = names.theme(theme.id);
  const title = t({
    message: `How strong the duty is: ${name}`,
    comment: "Title of the map; name of a theme",
  });
  return (
    <Figure
      title={title}
      subtitle={format.day(when)}
      note={
        <Trans comment="Under a map">
          Boundaries and names shown imply no opinion on the legal status of any territory.
        </Trans>
      }
      table={{ columns, rows: who.members, rowKey: (iso3) => iso3 }}
      tableName={title}
      api={apiAddress("/matrix", { date: when })}
    >
      <WorldMap
        label={title}
        paint={(iso3) => (strengths.has(iso3) ? `strength-${strengths.get(iso3)}` : undefined)}
        hint={(iso3) => ({
          name: names.state(iso3),
          words: names.strength(strengths.get(iso3) ?? "none"),
        })}
        members={members}
        onOpen={(iso3) => void navigate({ to: "/states/$state", params: { state: iso3 } })}
      />
      <StrengthLegend strengths={STRENGTHS.toReversed()} />
    </Figure>
  );
}
