/** Shapes of the answers about groups of states. */
import type { GroupGaps } from "@concord/core/instruments";
import { z } from "@hono/zod-openapi";
import { count, day, provenance, stateCode } from "./parts.ts";
import { names } from "./state.ts";

export const group = z
  .object({
    id: z.string(),
    kind: z.enum(["world", "un-members", "organization", "un-regional-group", "m49-region", "m49-subregion"]),
    names: names.nullable(),
    members: z.array(stateCode),
  })
  .openapi("Group");

export const groupGaps = z
  .object({
    group: z.string(),
    date: day,
    members: z.array(stateCode),
    themes: z.record(
      z.string(),
      z.object({ binding: count, gap_count: count, maybe_count: count }).openapi("GroupGap", {
        description: "Members bound, members below binding, and of these the ones whose gap is open.",
      }),
    ),
    ...provenance,
  })
  .openapi("GroupGaps") satisfies z.ZodType<GroupGaps>;
