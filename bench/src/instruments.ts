/**
 * Speed of the instruments room from the in-memory form: indexing, matrix, film, profile, roadmaps. Run with
 * `node bench/src/instruments.ts`, or as part of `npm run bench`.
 */
import { fileURLToPath } from "node:url";
import {
  buildLaw,
  corridorRanking,
  type Flow,
  film,
  groupGaps,
  type Law,
  listGroups,
  matrix,
  profile,
  summary,
} from "@concord/core/instruments";
import { createHighsSolver, groupRoadmap, roadmap } from "@concord/core/instruments/roadmap";
import { readKnowledge } from "@concord/store";
import { medianMilliseconds } from "./median.ts";

/** One measured figure; milliseconds, the median of several runs after a warm-up. */
interface InstrumentFigure {
  name: string;
  milliseconds: number;
  /** What was promised, where something was. */
  atMost?: number;
}

const DATA = fileURLToPath(new URL("../../data", import.meta.url));
const TODAY = "2026-11-24";
const YEARS = Array.from({ length: 123 }, (_, year) => `${1904 + year}-01-01`);

/** Measures everything; takes about ten seconds. */
async function measureInstruments(): Promise<InstrumentFigure[]> {
  const knowledge = await readKnowledge(DATA);
  const law = buildLaw(knowledge);
  const started = performance.now();
  const solver = await createHighsSolver();
  const solverLoaded = performance.now() - started;
  const world = listGroups(law)[0]!;
  const hardest = await slowestState(law, solver);
  return [
    {
      name: "index the knowledge base",
      milliseconds: await medianMilliseconds(7, () => buildLaw(knowledge)),
    },
    {
      name: "matrix of 197 states × 59 themes",
      milliseconds: await medianMilliseconds(50, () => matrix(law, TODAY)),
      atMost: 5,
    },
    {
      name: "film of 123 years",
      milliseconds: await medianMilliseconds(9, () => film(law, YEARS)),
      atMost: 400,
    },
    {
      name: "profile of one state",
      milliseconds: await medianMilliseconds(50, () => profile(law, "BGD", TODAY)),
    },
    {
      name: "summary of one state",
      milliseconds: await medianMilliseconds(20, () => summary(law, "BGD", TODAY, "ar")),
    },
    {
      name: "gaps of the world",
      milliseconds: await medianMilliseconds(9, () => groupGaps(law, world, TODAY)),
    },
    {
      name: "rank 38,612 corridors",
      milliseconds: await medianMilliseconds(5, () => corridorRanking(law, everyFlow(law), TODAY)),
    },
    { name: "load the solver (once)", milliseconds: solverLoaded },
    {
      name: `roadmap of ${hardest}, the slowest state`,
      milliseconds: await medianMilliseconds(9, () =>
        roadmap(law, solver, hardest, { date: TODAY, target: "binding" }),
      ),
      atMost: 50,
    },
    await slowestOnAnyDate(law, solver),
    {
      name: "roadmap of the world",
      milliseconds: await medianMilliseconds(3, () =>
        groupRoadmap(law, solver, world, { date: TODAY, target: "binding" }),
      ),
      atMost: 3000,
    },
  ];
}

/** The slowest single answer over all states, every sixth year from 1950 on, and one to five ratifications. */
async function slowestOnAnyDate(law: Law, solver: Parameters<typeof roadmap>[1]): Promise<InstrumentFigure> {
  let slowest = { name: "", milliseconds: 0 };
  let answers = 0;
  for (const state of listGroups(law)[0]!.members)
    for (let year = 1950; year <= 2026; year += 6)
      for (let k = 1; k <= 5; k += 1) {
        const started = performance.now();
        await roadmap(law, solver, state, { date: `${year}-11-24`, target: "binding", k });
        const milliseconds = performance.now() - started;
        answers += 1;
        if (milliseconds > slowest.milliseconds)
          slowest = { name: `${state} ${year}, k = ${k}`, milliseconds };
      }
  return { ...slowest, name: `slowest of ${answers} roadmaps 1950–2026: ${slowest.name}`, atMost: 50 };
}

async function slowestState(law: Law, solver: Parameters<typeof roadmap>[1]): Promise<string> {
  let slowest = { state: "", milliseconds: 0 };
  for (const state of listGroups(law)[0]!.members) {
    const milliseconds = await medianMilliseconds(2, () =>
      roadmap(law, solver, state, { date: TODAY, target: "binding" }),
    );
    if (milliseconds > slowest.milliseconds) slowest = { state, milliseconds };
  }
  return slowest.state;
}

/** One made-up flow for every ordered pair of states. */
function everyFlow(law: Law): Flow[] {
  const states = listGroups(law)[0]!.members;
  return states.flatMap((origin) =>
    states
      .filter((destination) => destination !== origin)
      .map((destination) => ({ origin, destination, kind: "any", year: 2020, persons: 1, source: "bench" })),
  );
}

for (const { name, milliseconds, atMost } of await measureInstruments()) {
  const promise = atMost === undefined ? "" : ` (asked: at most ${atMost} ms)`;
  console.log(`${milliseconds.toFixed(2).padStart(9)} ms  ${name}${promise}`);
}
