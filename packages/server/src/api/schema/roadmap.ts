/** Shapes of roadmaps: the smallest sets of ratifications, for a state or a group. */
import type { GroupRoadmap, Roadmap } from "@concord/core/instruments";
import { z } from "@hono/zod-openapi";
import { count, dateParameter, day, instrumentId, provenance, stateCode, themeId } from "./parts.ts";

export const roadmapQuery = z.object({
  date: dateParameter,
  target: z.enum(["binding", "qualified"]).default("binding").openapi({
    description: "The strength to reach on every theme.",
  }),
  k: z.coerce.number().optional().openapi({
    description: "At most so many instruments, from 1 on. When not given: as many as it takes.",
    example: 2,
  }),
  no_invited: z.enum(["true", "false"]).default("false").openapi({
    description: "Leave out what a state can join by invitation only.",
  }),
  strict: z.enum(["true", "false"]).default("false").openapi({
    description: "Leave out what the state may have joined since the list of parties ends.",
  }),
});

const target = z.enum(["binding", "qualified"]);
const themesByInstrument = z.record(z.string(), z.array(themeId));

const stateRoadmapKeys = {
  state: stateCode,
  date: day,
  target,
  k: z.number().nullable(),
  lacking: z.array(themeId),
  reachable: z.array(themeId),
  size: count,
  lifted: count,
  optimal_count: count,
  optimal: z.array(z.array(instrumentId)).openapi({
    description: "All sets that are best; each names the instruments to join.",
  }),
  pending: z.array(instrumentId),
  alone: themesByInstrument.openapi({ description: "Themes that each candidate lifts by itself." }),
  by_invitation: z.array(instrumentId),
  stale: z.record(z.string(), z.string()).openapi({
    description: "Not a party as of this day, unknown since: the state may have joined.",
  }),
  unreachable: z.record(z.string(), z.enum(["only-unknown", "only-closed", "no-instrument"])),
  unknown_excluded: z.array(instrumentId),
};

export const memberRoadmap = z.object(stateRoadmapKeys).openapi("MemberRoadmap") satisfies z.ZodType<Roadmap>;

export const stateRoadmap = z
  .object({ ...stateRoadmapKeys, ...provenance })
  .openapi("Roadmap") satisfies z.ZodType<Roadmap>;

export const groupRoadmap = z
  .object({
    group: z.string(),
    date: day,
    target,
    members: z.record(z.string(), memberRoadmap),
    named: z.record(z.string(), count).openapi({
      description: "How many members' optimal sets name each instrument at least once.",
    }),
    ...provenance,
  })
  .openapi("GroupRoadmap") satisfies z.ZodType<GroupRoadmap>;
