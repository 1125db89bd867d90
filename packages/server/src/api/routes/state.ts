/** Questions about one state. */
import {
  askState,
  besideNeighbours,
  describeState,
  overlaps,
  profile,
  signedOnly,
  stateGaps,
  summary,
} from "@concord/core/instruments";
import { roadmap } from "@concord/core/instruments/roadmap";
import {
  neighbourTable,
  overlapTable,
  profileTable,
  roadmapTable,
  signedOnlyTable,
  stateGapTable,
  stateTable,
} from "@concord/core/instruments/tables";
import { LANGUAGES, ok } from "@concord/core/vocabulary";

import { z } from "@hono/zod-openapi";
import { readDay, withStateAndDay } from "../asked.ts";
import { cutPage, pagingBody, pagingQuery } from "../paging.ts";
import { provenanceOf, wholeProvenance } from "../provenance.ts";
import { type Question, question } from "../question.ts";
import { dateParameter, dateQuery, stateParameter } from "../schema/parts.ts";
import { roadmapQuery, stateRoadmap } from "../schema/roadmap.ts";
import * as shape from "../schema/state.ts";

const params = z.object({ state: stateParameter });

export const STATE_QUESTIONS: readonly Question[] = [
  question({
    id: "states",
    section: "states",
    path: "/states",
    summary: "All states",
    description:
      "The 193 members of the United Nations, observers, associated states, and the European Union (EUE), which is never counted among states.",
    params: z.object({}),
    query: z.object(pagingQuery),
    body: z.object({ ...pagingBody, states: z.array(shape.state) }),
    example: "/states?limit=5",
    table: ({ states }) => stateTable(states),
    answer({ law }, paging) {
      const { rows, ...page } = cutPage(law.states, paging);
      return ok({ ...page, states: rows.map(describeState) });
    },
  }),
  question({
    id: "state",
    section: "states",
    path: "/states/{state}",
    summary: "One state: names, codes, regions, memberships",
    description: "By ISO code (BGD, BD) or by name.",
    params,
    query: z.object({}),
    body: shape.state,
    example: "/states/BGD",
    answer({ law }, asked) {
      const found = askState(law, asked.state);
      return found.ok ? ok(describeState(found.value)) : found;
    },
  }),
  question({
    id: "stateNeighbours",
    section: "states",
    path: "/states/{state}/neighbours",
    summary: "A state beside those it shares a land border with",
    description:
      "Instruments by standing, and themes with a binding duty. Borders are derived from a map and imply no opinion on any boundary; islands have none. Unknown participation is counted apart, never as absent.",
    params,
    query: dateQuery,
    body: shape.besideNeighbours,
    example: "/states/BGD/neighbours?date=2010-02-24",
    table: neighbourTable,
    async answer(holdings, asked) {
      const { law, records } = holdings;
      const state = askState(law, asked.state);
      if (!state.ok) return state;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      const { iso3 } = state.value;
      const found = besideNeighbours(law, iso3, await records.neighbours(iso3), day.value);
      return ok({ ...found, ...wholeProvenance(law, [iso3, ...found.neighbours]) });
    },
  }),
  question({
    id: "stateProfile",
    section: "states",
    path: "/states/{state}/profile",
    summary: "What binds a state on a day, theme by theme",
    description:
      "Each instrument has exactly one status; an unknown one names its reason and is never counted as a no. Each theme has the strongest provision in force (`by`: every provision that reaches it), and `could_be`: unknown instruments that would raise it. `context` provisions are shown apart and give no strength.",
    params,
    query: dateQuery,
    body: shape.profile,
    example: "/states/BGD/profile?date=2010-02-24",
    table: profileTable,
    answer: (holdings, asked) =>
      withStateAndDay(holdings, asked, (iso3, day) => {
        const found = profile(holdings.law, iso3, day);
        return ok({ ...found, ...wholeProvenance(holdings.law, [iso3]) });
      }),
  }),
  question({
    id: "stateSummary",
    section: "states",
    path: "/states/{state}/summary",
    summary: "A state's position in a few plain sentences",
    description: "Made from the data, in one of the six languages.",
    params,
    query: z.object({
      date: dateParameter,
      lang: z.enum(LANGUAGES).default("en").openapi({ description: "Language of the sentences." }),
    }),
    body: shape.summary,
    example: "/states/BGD/summary?date=2010-02-24&lang=fr",
    answer: (holdings, asked) =>
      withStateAndDay(holdings, asked, (iso3, day) =>
        ok({
          state: iso3,
          date: day,
          language: asked.lang,
          sentences: summary(holdings.law, iso3, day, asked.lang),
          ...wholeProvenance(holdings.law, [iso3]),
        }),
      ),
  }),
  question({
    id: "stateGaps",
    section: "states",
    path: "/states/{state}/gaps",
    summary: "Themes without a binding duty",
    description:
      "First those on which most other states of its UN regional group are bound. A gap that an unknown instrument might close says so (`maybe_closed_by`) and is neither certain nor closed.",
    params,
    query: dateQuery,
    body: shape.stateGaps,
    example: "/states/BGD/gaps?date=2010-02-24",
    table: stateGapTable,
    answer: (holdings, asked) =>
      withStateAndDay(holdings, asked, (iso3, day) =>
        ok({
          ...stateGaps(holdings.law, iso3, day),
          ...wholeProvenance(holdings.law, [iso3]),
        }),
      ),
  }),
  question({
    id: "stateOverlaps",
    section: "states",
    path: "/states/{state}/overlaps",
    summary: "The same duty in several instruments",
    description:
      "Same theme and same addressee, provisions of two or more instruments in force, side by side.",
    params,
    query: dateQuery,
    body: shape.overlaps,
    example: "/states/NGA/overlaps?date=2010-02-24",
    table: overlapTable,
    answer: (holdings, asked) =>
      withStateAndDay(holdings, asked, (iso3, day) => {
        const found = overlaps(holdings.law, iso3, day);
        const instruments = found.overlaps.flatMap((overlap) => Object.keys(overlap.instruments));
        return ok({ ...found, ...provenanceOf(holdings.law, instruments, [iso3]) });
      }),
  }),
  question({
    id: "stateSignedOnly",
    section: "states",
    path: "/states/{state}/signed-only",
    summary: "Signed but not joined",
    description:
      "`stale` when the list of parties ends before the day asked: the state may have joined since `known_until`.",
    params,
    query: dateQuery,
    body: shape.signedOnly,
    example: "/states/USA/signed-only",
    table: signedOnlyTable,
    answer: (holdings, asked) =>
      withStateAndDay(holdings, asked, (iso3, day) => {
        const found = signedOnly(holdings.law, iso3, day);
        const instruments = found.signed_only.map(({ instrument }) => instrument);
        return ok({ ...found, ...provenanceOf(holdings.law, instruments, [iso3]) });
      }),
  }),
  question({
    id: "stateRoadmap",
    section: "states",
    path: "/states/{state}/roadmap",
    summary: "The smallest set of ratifications that closes the gaps",
    description:
      "All smallest sets that bring every reachable theme to the target; with `k`, the sets of at most k that lift most themes. Solved exactly (HiGHS). What can't be reached says why.",
    params,
    query: roadmapQuery,
    body: stateRoadmap,
    example: "/states/BGD/roadmap?target=binding&k=2",
    table: roadmapTable,
    async answer(holdings, asked) {
      const state = askState(holdings.law, asked.state);
      if (!state.ok) return state;
      const day = readDay(holdings, asked.date);
      if (!day.ok) return day;
      const { iso3 } = state.value;
      const found = await roadmap(holdings.law, await holdings.solver(), iso3, {
        date: day.value,
        target: asked.target,
        k: asked.k ?? null,
        noInvited: asked.no_invited === "true",
        strict: asked.strict === "true",
      });
      if (!found.ok) return found;
      const instruments = [...Object.keys(found.value.alone), ...found.value.unknown_excluded];
      return ok({ ...found.value, ...provenanceOf(holdings.law, instruments, [iso3]) });
    },
  }),
];
