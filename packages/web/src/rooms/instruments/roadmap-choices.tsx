import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNames } from "../../shell/names.ts";
import type { RoadmapQuestion } from "./roadmap-page.tsx";
import { TARGETS } from "./routes.ts";

const MOST = [1, 2, 3, 4, 5, 6];

/** The choices of a roadmap, all kept in the address. */
export function RoadmapChoices({ question }: { question: RoadmapQuestion }) {
  const { t } = useLingui();
  const names = useNames();
  const navigate = useNavigate();
  const set = (change: object) =>
    void navigate({
      to: "/roadmap",
      search: (before: object) => ({ ...before, ...change }),
      resetScroll: false,
    } as never);
  return (
    <div className="choices">
      <Choice
        label={t({ message: "Strength to reach", comment: "Label of a choice on the roadmap page" })}
        value={question.target}
        onChange={(target) => set({ target: target === "binding" ? undefined : target })}
      >
        {TARGETS.map((target) => (
          <option key={target} value={target}>
            {names.strength(target)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t({ message: "Ratifications", comment: "Label of a choice: how many at most" })}
        value={String(question.k ?? "")}
        onChange={(k) => set({ k: k === "" ? undefined : Number(k) })}
      >
        <option value="">
          {t({ message: "as many as needed", comment: "Choice: no limit on the number of ratifications" })}
        </option>
        {MOST.map((k) => (
          <option key={k} value={k}>
            {t({ message: `the best ${k} at most`, comment: "Choice: at most so many ratifications" })}
          </option>
        ))}
      </Choice>
      <Choice
        label={t({ message: "By invitation", comment: "Label of a choice: treaties open by invitation" })}
        value={question.noInvited ? "no" : ""}
        onChange={(invited) => set({ invited: invited || undefined })}
      >
        <option value="">
          {t({ message: "counted, and marked", comment: "Choice for treaties open by invitation" })}
        </option>
        <option value="no">
          {t({ message: "left out", comment: "Choice: do not count these treaties" })}
        </option>
      </Choice>
      <Choice
        label={t({
          message: "Lists that have ended",
          comment: "Label of a choice: lists of parties known up to a past day",
        })}
        value={question.strict ? "yes" : ""}
        onChange={(strict) => set({ strict: strict || undefined })}
      >
        <option value="">
          {t({ message: "counted, and marked", comment: "Choice for treaties open by invitation" })}
        </option>
        <option value="yes">
          {t({ message: "left out", comment: "Choice: do not count these treaties" })}
        </option>
      </Choice>
      <p className="small quiet choices-note">
        <Trans comment="Note beside the choices of a roadmap">
          Where a list of parties ends before the day asked about, the state may have joined since: such an
          instrument is marked.
        </Trans>
      </p>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <span className="select">
        <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {children}
        </select>
      </span>
    </label>
  );
}
