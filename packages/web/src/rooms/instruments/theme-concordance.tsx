import { type Provision, themeConcordance } from "@concord/core/instruments";
import type { Theme } from "@concord/core/vocabulary";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { Figure } from "../../figures/figure.tsx";
import { StrengthLegend, StrengthMark } from "../../figures/marks.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { useParaphrases } from "./paraphrase.ts";
import { ProvisionList } from "./provision-list.tsx";
import { useProvisionWords } from "./provision-words.ts";
import { useLawWords } from "./words.ts";

/** What every instrument says on a theme, the strongest first; each with who it speaks to and whom it protects. */
export function ThemeConcordance({ theme }: { theme: Theme }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const words = useProvisionWords();
  const lawWords = useLawWords();
  const paraphrase = useParaphrases();
  const { instruments } = useMemo(() => themeConcordance(law, theme.id), [law, theme]);
  const rows = instruments.flatMap(({ provisions }) => provisions);
  const column = (key: string, name: string, value: (row: Provision) => string) => ({ key, name, value });
  const title = t({ message: "What the instruments say", comment: "Title of the concordance of a theme" });
  return (
    <Figure
      title={title}
      subtitle={
        <Trans comment="Subtitle of the concordance">
          Whoever is bound: instruments side by side, the strongest first
        </Trans>
      }
      tools={
        <StrengthLegend strengths={["binding", "qualified", "permissive", "declaratory", "recommended"]} />
      }
      note={
        <Trans comment="Note under provisions">
          Paraphrases are our own words, in English, and point to the text; never quote them as the
          instrument.
        </Trans>
      }
      table={{
        columns: [
          column(
            "instrument",
            t({ message: "Instrument", comment: "Column head: a treaty, directive or soft-law text" }),
            (row) => names.instrument(row.instrument),
          ),
          column(
            "provision",
            t({ message: "Provision", comment: "Column head: article cited" }),
            (row) => row.provision,
          ),
          column(
            "strength",
            t({ message: "Strength", comment: "Column head: how strong a duty is" }),
            (row) => names.strength(row.strength),
          ),
          column(
            "addressee",
            t({ message: "Addressee", comment: "Column head: whom a provision obliges" }),
            (row) => words.addressee(row.addressee),
          ),
          column(
            "paraphrase",
            t({ message: "In our words", comment: "Column head: paraphrase" }),
            (row) => paraphrase(row.instrument, row.provision, row.theme) ?? "",
          ),
        ],
        rows,
        rowKey: (row) => `${row.instrument} ${row.provision}`,
      }}
      tableName={title}
      api={apiAddress(`/themes/${theme.id}`)}
    >
      <div className="theme-rows">
        {instruments.map(({ instrument, relevance, strength, provisions }) => (
          <section key={instrument} className="theme-row" data-relevance={relevance}>
            <div className="theme-row-head">
              <h3>
                <Link to="/instruments/$instrument" params={{ instrument }}>
                  {names.instrument(instrument)}
                </Link>
              </h3>
              <StrengthMark strength={strength} />
              {relevance !== "" && <span className="small quiet">{lawWords.relevance[relevance]}</span>}
            </div>
            <ProvisionList provisions={provisions} naming="none" />
          </section>
        ))}
      </div>
    </Figure>
  );
}
