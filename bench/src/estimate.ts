/**
 * Speed of the estimation engine beside the peers of bench/peers.json. Run with `node bench/src/estimate.ts`, or as part
 * of `npm run bench`. The first figures come from one thread; the last from all cores.
 */
import { readFileSync } from "node:fs";
import {
  acceleration,
  allTerms,
  BestModelChooser,
  BestPairwiseChooser,
  bcaInterval,
  type CaptureTable,
  enumerateModels,
  inlineRunner,
  LATENT_CLASS_DEFAULTS,
  PoissonFitter,
  parseModel,
  type Runner,
  readCaptures,
  runLatentClasses,
  StepwiseChooser,
  splitRange,
} from "@concord/estimate";
import { startWorkerPool } from "@concord/estimate/pool";

/** One measured figure, the best of a few runs after a warm-up. */
export interface EstimateFigure {
  /** As in peers.json where there is a peer. */
  work: string;
  figure: number;
  unit: "s" | "fits/s";
  note: string;
}

interface Peer {
  work: string;
  peer: string;
  version: string;
  figure: number;
  unit: string;
  asked: number;
}

function load(name: string): CaptureTable {
  const text = readFileSync(new URL(`../../data/mse/${name}.csv`, import.meta.url), "utf8");
  const outcome = readCaptures(text);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}

/** Seconds of the fastest of `runs` runs. */
async function fastest(runs: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

/** Stepwise choice and BCa interval with 1,000 replicates, the model chosen anew in each. */
async function stepwiseBca(table: CaptureTable, runner: Runner): Promise<string> {
  const method = { kind: "stepwise", threshold: 0.02 } as const;
  const point = new StepwiseChooser(table.lists, 0.02).choose(table.counts).total;
  const [left] = await runner.run(table, [{ kind: "jackknife", method }]);
  const tasks = splitRange(1000, runner.width).map((r) => ({
    kind: "bootstrap" as const,
    method,
    seed: 1,
    ...r,
  }));
  const pieces = await runner.run(table, tasks);
  const totals = pieces.flatMap((p) => [...p.totals]);
  const { lower, upper } = bcaInterval(totals, point, acceleration(left!), 0.95);
  return `${Math.round(point)} (${Math.round(lower)} to ${Math.round(upper)})`;
}

/** Measures everything; takes about half a minute. */
export async function measureEstimate(): Promise<EstimateFigure[]> {
  const uk = load("UKdat");
  const five = load("UKdat_5");
  const orleans = load("NewOrl");
  const figures: EstimateFigure[] = [];
  const pool = startWorkerPool();
  for (const [name, table] of [
    ["UKdat", uk],
    ["NewOrl", orleans],
  ] as const) {
    const work = `${name}, stepwise + BCa, 1,000 replicates, model choice in each`;
    let note = "";
    const alone = await fastest(3, async () => {
      note = await stepwiseBca(table, inlineRunner());
    });
    figures.push({ work, figure: alone, unit: "s", note: `${note}, one thread` });
    const together = await fastest(3, () => stepwiseBca(table, pool));
    figures.push({ work: `${work}, all cores`, figure: together, unit: "s", note: `${pool.width} threads` });
  }
  const models = enumerateModels(5, 2, 2000)!;
  const every = new BestModelChooser(5, models, "bic");
  figures.push({
    work: "all 1,024 order-2 models of 5 lists",
    figure: await fastest(5, () => every.choose(five.counts)),
    unit: "s",
    note: `best BIC ${Math.round(every.choose(five.counts).total)}`,
  });
  const bounded = new BestPairwiseChooser(6, "bic");
  const bounding = await fastest(5, () => bounded.choose(uk.counts));
  figures.push({
    work: "best BIC of all 32,768 order-2 models of 6 lists",
    figure: bounding,
    unit: "s",
    note: `exact, ${bounded.fitted} fits`,
  });
  figures.push(...(await measureFits(uk)));
  let median = 0;
  const seconds = await fastest(2, () => {
    const draws = runLatentClasses(uk, { ...LATENT_CLASS_DEFAULTS, sweeps: 20_000, burnIn: 5000 });
    median = draws.sort()[10_000]!;
  });
  figures.push({
    work: "LCMCR, 25,000 sweeps, UKdat",
    figure: seconds,
    unit: "s",
    note: `median ${Math.round(median)}, five tempered chains at once`,
  });
  await pool.close();
  return figures;
}

async function measureFits(uk: CaptureTable): Promise<EstimateFigure[]> {
  const fitter = new PoissonFitter(6);
  const chosen = parseModel(uk.lists, "PF:NCA LA:NG NG:GP LA:PF PF:GP GO:GP NG:GO");
  if (!chosen.ok) throw new Error(chosen.refusal.message);
  const rate = async (terms: Int32Array): Promise<number> => {
    const fits = 20_000;
    const seconds = await fastest(5, () => {
      for (let i = 0; i < fits; i++) {
        fitter.setData(uk.counts);
        fitter.fit(terms);
      }
    });
    return fits / seconds;
  };
  return [
    {
      work: "one Poisson fit, 63 cells",
      figure: await rate(allTerms(6, [])),
      unit: "fits/s",
      note: "main effects, cold start",
    },
    {
      work: "one Poisson fit, 63 cells, 14 parameters",
      figure: await rate(allTerms(6, chosen.value)),
      unit: "fits/s",
      note: "published model, cold start",
    },
  ];
}

/** Prints the figures beside the peers'. */
export function printFigures(figures: readonly EstimateFigure[], peers: readonly Peer[]): void {
  for (const { work, figure, unit, note } of figures) {
    console.log(`${work}: ${say(figure)} ${unit} (${note})`);
    for (const peer of peers.filter((p) => p.work === work)) {
      const ratio = unit === "s" ? peer.figure / figure : figure / peer.figure;
      const met = unit === "s" ? figure <= peer.asked : figure >= peer.asked;
      console.log(
        `    ${peer.peer} ${peer.version}: ${say(peer.figure)} ${peer.unit}, ${ratio.toFixed(1)} times as fast; asked ${say(peer.asked)}: ${met ? "met" : "missed"}`,
      );
    }
  }
}

function say(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en");
}

if (import.meta.main) {
  const peers: Peer[] = JSON.parse(readFileSync(new URL("../peers.json", import.meta.url), "utf8"));
  printFigures(await measureEstimate(), peers);
}
