import type { PlanRefusal } from "../refusal.ts";
import { refusal } from "../refusal.ts";
import type { Instant } from "./instant.ts";

/**
 * Refuses what comes after a deadline, with the time of arrival (P8). What arrives at the very instant is in time. **[convention]**
 * @param deadline undefined: there is none
 */
export function lateRefusal(arrived: Instant, deadline: Instant | null | undefined): PlanRefusal | undefined {
  if (deadline === null || deadline === undefined || arrived <= deadline) return undefined;
  return refusal(
    "P8",
    "after-deadline",
    "at",
    `This arrived at ${arrived}, after the deadline of ${deadline}.`,
    "It is kept as a late filing; ask the facilitator to admit it.",
  );
}
