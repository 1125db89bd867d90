import { FIRST_DAY } from "@concord/core/instruments";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { today } from "../../shell/asking.ts";
import { Button } from "../../ui/button.tsx";
import { type Span, yearsBefore } from "./changes-span.ts";

const YEARS = [1, 5, 20];

/** From when to when: two dates, shown with Enter or the button, and the spans most asked for as links. */
export function ChangesSpanChoice({ span }: { span: Span }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <form
      key={`${span.from} ${span.to}`}
      className="span-choice"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void navigate({
          to: "/changes",
          search: (before: object) => ({ ...before, from: form.get("from"), to: form.get("to") }),
          resetScroll: false,
        } as never);
      }}
    >
      <label className="field">
        <span className="field-label">
          <Trans comment="Field: a date; changes are counted from the day after it">After</Trans>
        </span>
        <input
          type="date"
          name="from"
          required
          className="input"
          min={FIRST_DAY}
          max={today()}
          defaultValue={span.from}
        />
      </label>
      <label className="field">
        <span className="field-label">
          <Trans comment="Field: a date; the last day whose changes are counted">Up to and with</Trans>
        </span>
        <input
          type="date"
          name="to"
          required
          className="input"
          min={FIRST_DAY}
          max={today()}
          defaultValue={span.to}
        />
      </label>
      <Button type="submit" kind="primary">
        <Trans comment="Button: shows the changes between the two days">Show</Trans>
      </Button>
      <nav
        className="span-links small"
        aria-label={t({ message: "Spans", comment: "Read aloud: quick choices" })}
      >
        {YEARS.map((years) => (
          <Link
            key={years}
            to="/changes"
            search={
              ((before: object) => ({
                ...before,
                from: yearsBefore(span.to, years),
                to: span.to,
              })) as never
            }
            resetScroll={false}
          >
            <Plural value={years} one="the year before" other="# years before" />
          </Link>
        ))}
      </nav>
    </form>
  );
}
