/** How a set of ratifications fills the themes that are lacking, instrument by instrument. */
import type { Roadmap } from "@concord/core/instruments";

export interface FillStep {
  instrument: string;
  /** Themes this instrument lifts that those before it in the set did not. */
  adds: string[];
  /** All themes it lifts by itself. */
  alone: string[];
}

export interface Fill {
  steps: FillStep[];
  /** Lacking themes that the set leaves below the target. */
  left: string[];
}

/**
 * Orders a set so that the instrument lifting most comes first, and says what each adds to those before it.
 * A prerequisite that lifts nothing stands in the set with nothing added.
 */
export function fillOf(roadmap: Roadmap, set: readonly string[]): Fill {
  const alone = (instrument: string) => roadmap.alone[instrument] ?? [];
  const ordered = [...set].sort((a, b) => alone(b).length - alone(a).length || (a < b ? -1 : 1));
  const lifted = new Set<string>();
  const steps = ordered.map((instrument) => {
    const adds = alone(instrument).filter((theme) => !lifted.has(theme));
    for (const theme of adds) lifted.add(theme);
    return { instrument, adds, alone: [...alone(instrument)] };
  });
  return { steps, left: roadmap.lacking.filter((theme) => !lifted.has(theme)) };
}
