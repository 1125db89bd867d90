import { PILLARS } from "@concord/core/vocabulary";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useLaw } from "../../shell/law.ts";
import { useNames } from "../../shell/names.ts";
import type { MapSubject } from "./map-subject.ts";

/** Chooses what the map shows: an instrument, a theme, or the number of gaps. One list, in groups. */
export function MapChoice({ subject }: { subject: MapSubject }) {
  const { t } = useLingui();
  const law = useLaw();
  const names = useNames();
  const navigate = useNavigate({ from: "/" });
  const value =
    subject.kind === "gaps"
      ? "gaps"
      : subject.kind === "theme"
        ? `theme:${subject.theme}`
        : `instrument:${subject.instrument}`;
  const choose = (choice: string) => {
    const [kind, id] = choice.split(":");
    const search =
      kind === "gaps"
        ? { map: "gaps" as const, theme: undefined, instrument: undefined }
        : kind === "theme"
          ? { map: "theme" as const, theme: id, instrument: undefined }
          : { map: undefined, theme: undefined, instrument: id };
    void navigate({ search: (before) => ({ ...before, ...search }), resetScroll: false, replace: true });
  };
  return (
    <label className="select map-choice">
      <span className="visually-hidden">
        {t({ message: "What the map shows", comment: "Label of a choice" })}
      </span>
      <select value={value} onChange={(event) => choose(event.target.value)}>
        <option value="gaps">{t({ message: "Number of gaps", comment: "Choice for the map" })}</option>
        <optgroup
          label={t({
            message: "Instruments",
            comment: "Heading of the list of treaties, directives and soft law",
          })}
        >
          {law.knowledge.instruments
            .filter(({ binding }) => binding)
            .map(({ id }) => (
              <option key={id} value={`instrument:${id}`}>
                {names.instrument(id)}
              </option>
            ))}
        </optgroup>
        {PILLARS.map((pillar) => (
          <optgroup key={pillar} label={names.pillar(pillar)}>
            {law.themes
              .filter((theme) => theme.pillar === pillar)
              .map(({ id }) => (
                <option key={id} value={`theme:${id}`}>
                  {names.theme(id)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
