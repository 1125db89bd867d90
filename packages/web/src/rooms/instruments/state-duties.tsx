import type { Profile, ProvisionKey } from "@concord/core/instruments";
import { PILLARS, type Strength, type Theme } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { Figure } from "../../figures/figure.tsx";
import { PillarMark, StrengthMark } from "../../figures/marks.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { ProvisionList } from "./provision-list.tsx";

interface DutyRow {
  theme: Theme;
  strength: Strength;
  by: ProvisionKey[];
  couldBe: string[];
}

/** The chain table: pillars as sections, a row a theme, the duty with the article that gives it. */
export function StateDuties({ position }: { position: Profile }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const { format } = useAsking();
  const rows = useMemo<DutyRow[]>(
    () =>
      law.knowledge.themes.map((theme) => {
        const duty = position.themes[theme.id];
        return {
          theme,
          strength: duty?.strength ?? "none",
          by: duty?.by ?? [],
          couldBe: duty?.could_be ?? [],
        };
      }),
    [law, position],
  );
  const name = names.state(position.state);
  const day = format.day(position.date);
  const cite = ([instrument, provision]: ProvisionKey) => `${names.instrument(instrument)} ${provision}`;
  return (
    <Figure
      title={<Trans comment="Title of the table of duties of a state">Duties by theme: {name}</Trans>}
      subtitle={
        <Trans comment="Subtitle; day is a date">
          {day} · the strongest duty in force and the article that gives it
        </Trans>
      }
      note={
        <Trans comment="Note under the table of duties">
          Open a theme to read each provision in our words. “Could be raised by” names instruments whose list
          of parties is not known for this day. Context instruments count in no strength.
        </Trans>
      }
      table={{
        columns: [
          {
            key: "pillar",
            name: t({
              message: "Pillar",
              comment: "Column head: prevention, protection, prosecution or partnership",
            }),
            value: ({ theme }) => names.pillar(theme.pillar),
          },
          {
            key: "theme",
            name: t({ message: "Theme", comment: "Column head: subject theme" }),
            value: ({ theme }) => names.theme(theme.id),
            isHeader: true,
          },
          {
            key: "strength",
            name: t({ message: "Strength", comment: "Column head: how strong a duty is" }),
            value: ({ strength }) => names.strength(strength),
          },
          {
            key: "by",
            name: t({ message: "Given by", comment: "Column head: provisions that give a duty" }),
            value: ({ by }) => by.map(cite).join("; "),
          },
          {
            key: "could_be",
            name: t({
              message: "Could be raised by",
              comment: "Column head: instruments of unknown standing",
            }),
            value: ({ couldBe }) => couldBe.map(names.instrument).join("; "),
          },
        ],
        rows,
        rowKey: ({ theme }) => theme.id,
      }}
      tableName={t({ message: `Duties of ${name}`, comment: "Caption of a table" })}
      api={apiAddress(`/states/${position.state}/profile`, { date: position.date })}
    >
      <div className="duties">
        {PILLARS.map((pillar) => {
          const inPillar = rows.filter(({ theme }) => theme.pillar === pillar);
          const binding = inPillar.filter(({ strength }) => strength === "binding").length;
          return (
            <section key={pillar} className={`duties-pillar pillar-${pillar}`}>
              <h3 className="duties-head">
                <PillarMark pillar={pillar} />
                <span className="small quiet numbers">
                  {format.count(binding)}/{format.count(inPillar.length)} {names.strength("binding")}
                </span>
              </h3>
              {inPillar.map((row) => (
                <Duty key={row.theme.id} row={row} position={position} />
              ))}
            </section>
          );
        })}
      </div>
    </Figure>
  );
}

function Duty({ row, position }: { row: DutyRow; position: Profile }) {
  const law = useLaw();
  const names = useNames();
  const { format } = useAsking();
  const { theme, strength, by, couldBe } = row;
  const inForce = useMemo(
    () =>
      law.knowledge.provisions.filter(
        (provision) =>
          provision.theme === theme.id &&
          (provision.instrument in position.in_force || position.recommended.includes(provision.instrument)),
      ),
    [law, theme, position],
  );
  const since = [...new Set(by.map(([instrument]) => instrument))].flatMap((instrument) => {
    const from = position.in_force[instrument];
    return from ? [{ instrument, from }] : [];
  });
  const [first] = by;
  return (
    <details className="duty">
      <summary className="duty-line">
        <StrengthMark strength={strength} wordless />
        <span className="duty-theme">{names.theme(theme.id)}</span>
        <span className="duty-strength">{names.strength(strength)}</span>
        <span className="duty-by">
          {first && (
            <bdi>
              {names.instrument(first[0])} {first[1]}
            </bdi>
          )}
          {by.length > 1 && <span className="quiet"> +{format.count(by.length - 1)}</span>}
          {!first && couldBe.length > 0 && (
            <span className="quiet">? {format.list(couldBe.map(names.instrument))}</span>
          )}
        </span>
      </summary>
      <div className="duty-more">
        <p className="small">
          <Link to="/themes/$theme" params={{ theme: theme.id }}>
            <Trans comment="Link from a theme's row to the page of the theme">All about this theme</Trans>
          </Link>
        </p>
        {since.length > 0 && (
          <ul className="duty-since small">
            {since.map(({ instrument, from }) => {
              const day = format.day(from);
              const title = names.instrument(instrument);
              return (
                <li key={instrument}>
                  <Trans comment="title is a treaty, day a date">
                    {title}: in force since {day}
                  </Trans>
                </li>
              );
            })}
          </ul>
        )}
        {couldBe.length > 0 && (
          <p className="small">
            <CouldBe instruments={couldBe} />
          </p>
        )}
        <ProvisionList provisions={inForce} naming="instrument" />
      </div>
    </details>
  );
}

function CouldBe({ instruments }: { instruments: readonly string[] }) {
  const names = useNames();
  const { format } = useAsking();
  const list = format.list(instruments.map(names.instrument));
  return (
    <Trans comment="list names treaties whose parties are not known">
      Could be raised by {list}: whether the state is a party is not known for this day.
    </Trans>
  );
}
