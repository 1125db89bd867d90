import { GAP_PAINTS, GAP_STEPS } from "./map-subject.ts";

/** The legend of the number of gaps, in its five steps. */
export function GapLegend() {
  return (
    <ul className="legend numbers">
      {GAP_STEPS.map((step, position) => (
        <li key={step} className="mark">
          <span className={`strength ${GAP_PAINTS[position] ?? ""}`} aria-hidden />
          <bdi dir="ltr">
            {position === 0 ? 0 : (GAP_STEPS[position - 1] ?? 0) + 1}–{step}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
