/** A linkage from files in memory to pairs: plans the jobs, runs them, keeps their results, measures what blocking misses. */
import { createHash } from "node:crypto";
import { type FilterSet, popcounts } from "../link/dice.ts";
import { tablesForRecall } from "../link/locality-hash.ts";
import { MOST_MATCHES } from "../link/match-list.ts";
import { type Blocking, jobsOfPart, listPairs, planJobs } from "../link/plan.ts";
import { exactSample, type Share, sampleRows, wilsonShare } from "../link/recall.ts";
import { type JobResult, JobRunner, type JobSetting } from "../link/run-job.ts";
import type { ClkSet } from "./clk-reader.ts";
import { runJobs } from "./job-pool.ts";
import { LinkageError } from "./linkage-error.ts";
import { WorkFolder } from "./work-folder.ts";

/** What to link and how. */
export interface LinkRun {
  sets: readonly ClkSet[];
  /** From above 0 to 1. */
  threshold: number;
  /** Also looks for duplicates inside each list. */
  within: boolean;
  block: "none" | "hamming" | "minhash" | "keys";
  /** Share of the pairs above the threshold that blocking should bring together, below 1. */
  wantedRecall: number;
  threads: number;
  /** Folder for the results of jobs. */
  workFolder: string;
  /** Only these jobs, part `part` of `of`; null for all. */
  part: { part: number; of: number } | null;
  progress: (done: number, all: number) => void;
  signal: AbortSignal;
}

/** Pairs above the threshold: list and row of both sides and the similarity. */
export interface FoundPairs {
  leftList: Uint8Array;
  rightList: Uint8Array;
  left: Uint32Array;
  right: Uint32Array;
  score: Float64Array;
}

export interface LinkOutcome {
  /** Null when jobs are still to be done, here or elsewhere. */
  pairs: FoundPairs | null;
  jobs: number;
  jobsDone: number;
  compared: number;
  passedOver: number;
  blocking: Blocking;
  /** Share of pairs above the threshold that blocking brought together, by sample; null without blocking. */
  recall: Share | null;
  /** Removes the results of jobs. */
  cleanUp: () => Promise<void>;
}

const SAMPLE_ROWS = 2000;
const MOST_TABLES = 400;
const SEED = 20_090_414;

/** The filters of a file as the rules take them. */
export function filterSet(set: ClkSet): FilterSet {
  return { rows: set.filters, count: set.records, bytes: Math.ceil(set.bits / 8) };
}

/**
 * Runs a linkage, or goes on with one.
 * @throws LinkageError when blocking keys are asked for that the files don't hold
 */
export async function runLinkage(run: LinkRun): Promise<LinkOutcome> {
  const lists = run.sets.map(filterSet);
  const bits = run.sets[0]!.bits;
  const keys = run.block === "keys" ? blockKeyNumbers(run.sets) : [];
  const blocking = chooseBlocking(run, lists, bits, keys);
  const setting: JobSetting = { lists, bits, threshold: run.threshold, blocking, keys };
  const counts = lists.map((list) => list.count);
  const folder = await WorkFolder.open(run.workFolder, {
    format: "concord-linkage-work",
    version: 1,
    inputs: lists.map((list) => createHash("sha256").update(list.rows).digest("hex")),
    threshold: run.threshold,
    within: run.within,
    blocking,
  });
  // The plan depends on the number of threads and machines of whoever came first; all others follow it.
  const share = run.part === null ? run.threads : 2 * run.part.of;
  const planned = await folder.agreeOnJobs(planJobs(counts, run.within, blocking, share));
  const before = await folder.done();
  const mine =
    run.part === null ? planned.map((_, i) => i) : jobsOfPart(planned.length, run.part.part, run.part.of);
  const open = mine
    .filter((number) => !before.has(number))
    .map((number) => ({ number, job: planned[number]! }));
  let done = before.size;
  run.progress(done, planned.length);
  await runJobs(
    setting,
    open,
    run.threads,
    async (number, result) => {
      if (result.left.length === MOST_MATCHES) {
        const reason = `brings together more than ${MOST_MATCHES.toLocaleString("en")} pairs in one job`;
        throw new LinkageError(
          `threshold ${run.threshold}`,
          reason,
          "raise it: it tells hardly anyone apart",
        );
      }
      await folder.keep(number, result);
      run.progress(++done, planned.length);
    },
    run.signal,
  );
  const finished = await folder.done();
  const outcome = {
    jobs: planned.length,
    jobsDone: finished.size,
    compared: 0,
    passedOver: 0,
    blocking,
    recall: null,
    pairs: null,
    cleanUp: () => folder.remove(),
  };
  if (finished.size < planned.length) return outcome;
  const gathered = await gather(folder, planned.length, planned.map(pairOfJob), lists);
  const recall = blocking.kind === "none" ? null : measureRecall(run, setting);
  return { ...outcome, ...gathered, recall };
}

function pairOfJob(job: ReturnType<typeof planJobs>[number]): [number, number] {
  return job.kind === "exact" ? [job.left.list, job.right.list] : [job.left, job.right];
}

async function gather(
  folder: WorkFolder,
  jobs: number,
  pairOf: readonly [number, number][],
  lists: readonly FilterSet[],
): Promise<{ pairs: FoundPairs; compared: number; passedOver: number }> {
  const results: JobResult[] = [];
  for (let job = 0; job < jobs; job++) results.push(await folder.read(job));
  const total = results.reduce((sum, result) => sum + result.left.length, 0);
  const pairs: FoundPairs = {
    leftList: new Uint8Array(total),
    rightList: new Uint8Array(total),
    left: new Uint32Array(total),
    right: new Uint32Array(total),
    score: new Float64Array(total),
  };
  const pops = lists.map(popcounts);
  let at = 0;
  results.forEach((result, job) => {
    const [one, other] = pairOf[job]!;
    for (let i = 0; i < result.left.length; i++, at++) {
      const [left, right] = [result.left[i]!, result.right[i]!];
      pairs.leftList[at] = one;
      pairs.rightList[at] = other;
      pairs.left[at] = left;
      pairs.right[at] = right;
      pairs.score[at] = (2 * result.shared[i]!) / (pops[one]![left]! + pops[other]![right]!);
    }
  });
  const sum = (of: "compared" | "passedOver") => results.reduce((total, result) => total + result[of], 0);
  return { pairs, compared: sum("compared"), passedOver: sum("passedOver") };
}

/** Blocking keys as numbers: equal texts, equal numbers, over all lists. */
function blockKeyNumbers(sets: readonly ClkSet[]): Float64Array[][] {
  const rules = sets[0]!.blocks.length;
  if (rules === 0) {
    throw new LinkageError(
      sets[0]!.path,
      "holds no blocking keys",
      "encode with blocks in the schema, or use --block hamming",
    );
  }
  const numbers = Array.from({ length: rules }, () => new Map<string, number>());
  return sets.map((set) =>
    numbers.map((known, rule) =>
      Float64Array.from(set.blockKeys, (keys) => {
        const key = keys[rule] ?? "";
        if (key === "") return -1;
        const number = known.get(key) ?? known.size;
        known.set(key, number);
        return number;
      }),
    ),
  );
}

/** Width by size, so that chance meetings grow no faster than the lists; tables by the recall wanted, on a sample. */
function chooseBlocking(
  run: LinkRun,
  lists: readonly FilterSet[],
  bits: number,
  keys: readonly (readonly Float64Array[])[],
): Blocking {
  if (run.block === "none") return { kind: "none" };
  if (run.block === "keys") return { kind: "keys", rules: keys[0]!.length };
  const largest = lists.reduce((most, list) => Math.max(most, list.count), 2);
  const width = Math.min(
    30,
    Math.max(8, Math.round(Math.log2(largest) * (run.block === "hamming" ? 1.1 : 0.6))),
  );
  const agreements: number[] = [];
  for (const [left, right] of listPairs(lists.length, run.within)) {
    const [one, other] = [lists[left]!, lists[right]!];
    const [leftPops, rightPops] = [popcounts(one), popcounts(other)];
    const found = exactSample(one, other, sampleRows(one.count, SAMPLE_ROWS), run.threshold, left === right);
    for (let i = 0; i < found.left.length; i++) {
      const sum = leftPops[found.left[i]!]! + rightPops[found.right[i]!]!;
      const shared = found.shared[i]!;
      agreements.push(
        (run.block === "hamming" ? 1 - (sum - 2 * shared) / bits : shared / (sum - shared)) ** width,
      );
    }
  }
  return {
    kind: run.block,
    width,
    tables: tablesForRecall(agreements, run.wantedRecall, MOST_TABLES),
    seed: SEED,
  };
}

/** On other rows than those that chose the tables: the share of their pairs that any table brings together. */
function measureRecall(run: LinkRun, setting: JobSetting): Share {
  const runner = new JobRunner(setting);
  let found = 0;
  let all = 0;
  for (const [left, right] of listPairs(setting.lists.length, run.within)) {
    const [one, other] = [setting.lists[left]!, setting.lists[right]!];
    const rows = sampleRows(one.count, SAMPLE_ROWS).map((row) => Math.min(one.count - 1, row + 1));
    const pairs = exactSample(one, other, [...new Set(rows)], run.threshold, left === right);
    for (let i = 0; i < pairs.left.length; i++) {
      all++;
      if (runner.shareAny(left, pairs.left[i]!, right, pairs.right[i]!)) found++;
    }
  }
  return wilsonShare(found, all);
}
