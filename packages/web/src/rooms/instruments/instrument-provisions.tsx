import type { Instrument, Provision } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { Figure } from "../../figures/figure.tsx";
import { PillarMark, StrengthLegend } from "../../figures/marks.tsx";
import { apiAddress } from "../../shell/api.ts";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import { Notice } from "../../ui/notice.tsx";
import { useParaphrases } from "./paraphrase.ts";
import { ProvisionList } from "./provision-list.tsx";
import { useProvisionWords } from "./provision-words.ts";

/** All coded provisions of an instrument, theme by theme. */
export function InstrumentProvisions({ instrument }: { instrument: Instrument }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const words = useProvisionWords();
  const paraphrase = useParaphrases();
  const rows = useMemo(
    () => law.knowledge.provisions.filter((row) => row.instrument === instrument.id),
    [law, instrument],
  );
  const themes = useMemo(
    () =>
      law.knowledge.themes.flatMap((theme) => {
        const provisions = rows.filter((row) => row.theme === theme.id);
        return provisions.length > 0 ? [{ theme, provisions }] : [];
      }),
    [law, rows],
  );
  const checked = rows.filter((row) => row.checked).length;
  const column = (key: string, name: string, value: (row: Provision) => string) => ({ key, name, value });
  const title = t({
    message: "Provisions by theme",
    comment: "Title of the list of an instrument's provisions",
  });
  if (rows.length === 0)
    return (
      <Notice kind="empty" title={title}>
        <Trans comment="Instrument without coded provisions">
          Its provisions are not coded in the knowledge base, so it counts in no strength.
        </Trans>
      </Notice>
    );
  return (
    <Figure
      title={title}
      subtitle={
        <Plural
          value={rows.length}
          one={`# rule, ${checked} checked against the text`}
          other={`# rules, ${checked} checked against the text`}
        />
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
          column("theme", t({ message: "Theme", comment: "Column head: subject theme" }), (row) =>
            names.theme(row.theme),
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
          column(
            "checked",
            t({ message: "Checked", comment: "Column head: compared with the text: 1 or 0" }),
            (row) => (row.checked ? "1" : "0"),
          ),
        ],
        rows,
        rowKey: (row) => `${row.provision} ${row.theme}`,
      }}
      tableName={title}
      api={apiAddress(`/instruments/${instrument.id}`)}
    >
      <div className="by-theme">
        {themes.map(({ theme, provisions }) => (
          <section key={theme.id} id={theme.id} className={`by-theme-part pillar-${theme.pillar}`}>
            <h3 className="by-theme-head">
              <PillarMark pillar={theme.pillar} wordless />
              <Link to="/themes/$theme" params={{ theme: theme.id }}>
                {names.theme(theme.id)}
              </Link>
            </h3>
            <ProvisionList provisions={provisions} naming="none" />
          </section>
        ))}
      </div>
    </Figure>
  );
}
