import { STRENGTHS, type Strength } from "@concord/core/vocabulary";
import { useAsking } from "../shell/asking.ts";
import { useNames } from "../shell/names.ts";

const STRONGEST_FIRST = STRENGTHS.toReversed();

/** A bar divided by strength; its parts are read aloud as "31 binding, 4 qualified, 24 none". */
export function StrengthBar({ counts }: { counts: Readonly<Record<Strength, number>> }) {
  const names = useNames();
  const { format } = useAsking();
  const parts = STRONGEST_FIRST.filter((strength) => counts[strength] > 0);
  const words = format.list(
    parts.map((strength) => `${format.count(counts[strength])} ${names.strength(strength)}`),
  );
  return (
    <span className="bar" role="img" aria-label={words} title={words}>
      {parts.map((strength) => (
        <span
          key={strength}
          className={`bar-part strength-${strength}`}
          style={{ flexGrow: counts[strength] }}
        />
      ))}
    </span>
  );
}
