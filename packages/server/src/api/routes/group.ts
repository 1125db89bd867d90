/** Questions about groups of states: regions, organizations, the world. */
import { askGroup, type Group, groupGaps, listGroups } from "@concord/core/instruments";
import { groupRoadmap, type RoadmapOptions } from "@concord/core/instruments/roadmap";
import { groupGapTable, groupRoadmapTable, groupTable } from "@concord/core/instruments/tables";
import { groupNames, ok, type Result } from "@concord/core/vocabulary";
import { z } from "@hono/zod-openapi";
import type { Holdings } from "../../holdings.ts";
import { readDay } from "../asked.ts";
import { cutPage, pagingBody, pagingQuery } from "../paging.ts";
import { wholeProvenance } from "../provenance.ts";
import { type Question, question } from "../question.ts";
import * as shape from "../schema/group.ts";
import { dateQuery, groupParameter } from "../schema/parts.ts";
import { groupRoadmap as groupRoadmapShape, roadmapQuery } from "../schema/roadmap.ts";

const params = z.object({ group: groupParameter });

type GroupRoadmapAnswer = z.output<typeof groupRoadmapShape>;

/** Lets other requests go on between two members of a group. */
const giveWay = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Solves a group member by member, so that a question about the world doesn't hold everybody else up. */
async function solveGroup(
  holdings: Holdings,
  group: Group,
  options: RoadmapOptions,
): Promise<Result<GroupRoadmapAnswer>> {
  const { law } = holdings;
  const solver = await holdings.solver();
  const members: GroupRoadmapAnswer["members"] = {};
  const named = new Map<string, number>();
  for (const iso3 of group.members) {
    const solved = await groupRoadmap(law, solver, { ...group, members: [iso3] }, options);
    if (!solved.ok) return solved;
    Object.assign(members, solved.value.members);
    for (const [id, times] of Object.entries(solved.value.named)) named.set(id, (named.get(id) ?? 0) + times);
    await giveWay();
  }
  const mostNamedFirst = [...named].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ok({
    group: group.id,
    date: options.date,
    target: options.target,
    members,
    named: Object.fromEntries(mostNamedFirst),
    ...wholeProvenance(law, group.members),
  });
}

export const GROUP_QUESTIONS: readonly Question[] = [
  question({
    id: "groups",
    section: "groups",
    path: "/groups",
    summary: "All groups that can be asked for",
    description: "Today's members, whatever day is asked. The European Union is member of none.",
    params: z.object({}),
    query: z.object(pagingQuery),
    body: z.object({ ...pagingBody, groups: z.array(shape.group) }),
    example: "/groups",
    table: ({ groups }) => groupTable(groups),
    answer({ law }, paging) {
      const { rows, ...page } = cutPage(listGroups(law), paging);
      return ok({
        ...page,
        groups: rows.map(({ id, kind, members }) => ({ id, kind, names: groupNames(id) ?? null, members })),
      });
    },
  }),
  question({
    id: "groupGaps",
    section: "groups",
    path: "/groups/{group}/gaps",
    summary: "How many members have no binding duty, theme by theme",
    description: "`maybe_count`: members whose gap an unknown instrument might close.",
    params,
    query: dateQuery,
    body: shape.groupGaps,
    example: "/groups/asean/gaps?date=2010-02-24",
    table: groupGapTable,
    answer(holdings, asked) {
      const group = askGroup(holdings.law, asked.group);
      if (!group.ok) return group;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      return ok({
        ...groupGaps(holdings.law, group.value, day.value),
        ...wholeProvenance(holdings.law, group.value.members),
      });
    },
  }),
  question({
    id: "groupRoadmap",
    section: "groups",
    path: "/groups/{group}/roadmap",
    summary: "The roadmap of each member, and what is named most",
    description: "Each member is solved by itself; the unions of their sets are not one problem.",
    params,
    query: roadmapQuery,
    body: groupRoadmapShape,
    example: "/groups/asean/roadmap?k=1",
    table: groupRoadmapTable,
    async answer(holdings, asked) {
      const group = askGroup(holdings.law, asked.group);
      if (!group.ok) return group;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      return solveGroup(holdings, group.value, {
        date: day.value,
        target: asked.target,
        k: asked.k ?? null,
        noInvited: asked.no_invited === "true",
        strict: asked.strict === "true",
      });
    },
  }),
];
