import type { Provision } from "@concord/core/instruments";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { StrengthMark } from "../../figures/marks.tsx";
import { useNames } from "../../shell/names.ts";
import { useParaphrases } from "./paraphrase.ts";
import { useProvisionWords } from "./provision-words.ts";

interface ProvisionListProps {
  provisions: readonly Provision[];
  /** Name the instrument, the theme or both before each provision. */
  naming: "instrument" | "theme" | "none";
}

/** Provisions one under another: strength, citation, what it says in our words, whom it binds, whether it was checked. */
export function ProvisionList({ provisions, naming }: ProvisionListProps) {
  const names = useNames();
  const paraphrase = useParaphrases();
  return (
    <ul className="provisions">
      {provisions.map((row) => (
        <li key={`${row.instrument} ${row.provision} ${row.theme}`} className="provision">
          <StrengthMark strength={row.strength} wordless />
          <div className="provision-words">
            <p className="provision-head">
              {naming === "instrument" && (
                <Link to="/instruments/$instrument" params={{ instrument: row.instrument }}>
                  {names.instrument(row.instrument)}
                </Link>
              )}
              {naming === "theme" && (
                <Link to="/themes/$theme" params={{ theme: row.theme }}>
                  {names.theme(row.theme)}
                </Link>
              )}
              <bdi className="provision-cited">{row.provision}</bdi>
            </p>
            <p className="provision-text" lang="en" dir="ltr">
              {paraphrase(row.instrument, row.provision, row.theme) ?? "…"}
            </p>
            <ProvisionMarks row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Strength, addressee, side, form, persons and the checked mark, as one quiet line. */
function ProvisionMarks({ row }: { row: Provision }) {
  const { t } = useLingui();
  const names = useNames();
  const words = useProvisionWords();
  const marks = [
    names.strength(row.strength),
    words.addressee(row.addressee),
    row.side === "none" ? "" : words.side(row.side),
    row.exploitation === "all" ? "" : words.exploitation(row.exploitation),
    row.persons === "all" ? "" : words.persons(row.persons),
  ].filter((mark) => mark !== "");
  return (
    <p className="provision-marks">
      {marks.join(" · ")}
      {" · "}
      {row.checked ? (
        <Trans comment="Mark of a provision: its coding was compared with a text of the treaty">
          checked against the text
        </Trans>
      ) : (
        <span
          title={t({
            message: "Coded from knowledge of the instrument; no text was at hand to compare.",
            comment: "Hint on the mark of an unchecked provision",
          })}
        >
          <Trans comment="Mark of a provision: its coding was not compared with a text">
            not checked against the text
          </Trans>
        </span>
      )}
    </p>
  );
}
