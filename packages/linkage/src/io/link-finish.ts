/** The end of a linkage: links, persons, capture table, quality, files, and the lines that a person reads. */
import { captureTable } from "../link/capture-table.ts";
import type { Clusters, Link } from "../link/cluster.ts";
import { type Decision, decide } from "../link/decide.ts";
import { listPairs } from "../link/plan.ts";
import { qualityByTruth, type ScoreQuality, type TruthQuality } from "../link/quality.ts";
import { writeAtomically } from "./atomic-file.ts";
import type { ClkSet } from "./clk-reader.ts";
import { outputNames, writeCapture, writeClusters, writePairs } from "./link-output.ts";
import { type FoundPairs, filterSet, type LinkOutcome } from "./link-run.ts";
import { type NamedModel, unitedSets, weighPairs } from "./link-weights.ts";
import { estimateQuality } from "./score-quality.ts";
import { readTruth } from "./truth-file.ts";

/** What is to be finished. */
export interface Finish {
  sets: readonly ClkSet[];
  names: readonly string[];
  pairs: FoundPairs;
  outcome: LinkOutcome;
  threshold: number;
  within: boolean;
  decision: Decision;
  weights: { posterior: number } | null;
  everyone: boolean;
  truth: string | null;
  prefix: string;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/**
 * Decides, writes all files and says what came out.
 * @returns lines for the terminal
 */
export async function finishLinkage(finish: Finish): Promise<string[]> {
  const { sets, names, outcome, threshold, within, decision } = finish;
  const weighed =
    finish.weights === null ? null : weighPairs(sets, names, finish.pairs, finish.weights.posterior);
  const pairs = weighed?.pairs ?? finish.pairs;
  const counts = sets.map((set) => set.records);
  const { links, clusters } = decide(pairs, counts, decision);
  const rows = captureTable(clusters);
  const output = outputNames(finish.prefix);
  const quality = weighed === null ? scoreQualities(finish) : [];
  const truth = finish.truth === null ? null : await truthQuality(finish.truth, finish, links);
  const report = {
    format: "concord-linkage-report",
    version: 1,
    lists: names.map((name, i) => ({ name, records: counts[i], schema: sets[i]!.schema })),
    threshold,
    within,
    decision,
    blocking: outcome.blocking,
    blockingRecall: outcome.recall,
    comparisons: outcome.compared,
    passedOver: outcome.passedOver,
    pairsAboveThreshold: finish.pairs.left.length,
    links: links.length,
    persons: clusters.count,
    contradictions: clusters.contradictions,
    quality,
    weights: weighed?.models ?? null,
    truth,
  };
  await writePairs(output.pairs, names, sets, links);
  await writeClusters(output.clusters, names, sets, clusters, finish.everyone);
  await writeCapture(output.capture, names, rows);
  await writeAtomically(output.report, `${JSON.stringify(report, null, 2)}\n`);
  return [
    ...sayResult(finish, links, clusters, quality),
    ...sayWeights(weighed?.models ?? [], links),
    ...sayTruth(truth),
  ];
}

interface NamedQuality extends ScoreQuality {
  left: string;
  right: string;
}

function scoreQualities(finish: Finish): NamedQuality[] {
  const lists = unitedSets(finish.sets).map(filterSet);
  return listPairs(lists.length, false).map(([left, right]) => ({
    left: finish.names[left]!,
    right: finish.names[right]!,
    ...estimateQuality(lists[left]!, lists[right]!, finish.threshold),
  }));
}

async function truthQuality(path: string, finish: Finish, links: readonly Link[]): Promise<TruthQuality> {
  const truth = await readTruth(path);
  const listOf = new Map<string, number>();
  finish.sets.forEach((set, list) => {
    for (const id of set.ids) listOf.set(id, list);
  });
  const known = new Map([...truth].filter(([id]) => listOf.has(id)));
  const id = (at: Link["left"]) => finish.sets[at.list]!.ids[at.row]!;
  return qualityByTruth(
    links.map((link) => [id(link.left), id(link.right)] as const),
    known,
    (one, other) => finish.within || listOf.get(one) !== listOf.get(other),
  );
}

function sayResult(
  finish: Finish,
  links: readonly Link[],
  clusters: Clusters,
  quality: readonly NamedQuality[],
): string[] {
  const { outcome } = finish;
  const total = finish.sets.reduce((sum, set) => sum + set.records, 0);
  const lines = [
    `${total} records on ${finish.sets.length === 1 ? "one list" : `${finish.sets.length} lists`} are ${clusters.count} persons, by ${links.length} links.`,
  ];
  if (finish.sets.length > 12)
    lines.push("concord estimate takes 2 to 12 lists: merge some before you give it the capture table.");
  if (clusters.contradictions > 0) {
    lines.push(
      `${clusters.contradictions} links were left out: they would have put two records of one list together.`,
    );
  }
  if (outcome.recall !== null) {
    const { value, low, high, of } = outcome.recall;
    lines.push(
      `Blocking found ${percent(value)} of the pairs above the threshold (${percent(low)} to ${percent(high)}, ${of} pairs sampled).`,
    );
  }
  if (outcome.passedOver > 0)
    lines.push(`${outcome.passedOver} candidates were passed over: too many records share a key.`);
  for (const { left, right, precision, recall, overlap, warnings } of quality) {
    lines.push(
      `${left} – ${right}: by the scores about ${percent(precision)} of the links are right and ${percent(recall)} of the ` +
        `persons on both are found; ${percent(overlap)} of the larger list seem to be on the other.`,
    );
    for (const warning of warnings) lines.push(`  Careful: ${warning}.`);
  }
  return lines;
}

function sayTruth(truth: TruthQuality | null): string[] {
  if (truth === null) return [];
  const { precision, recall, f1 } = truth;
  return [
    `Against the truth: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}.`,
  ];
}

/** What each field's agreement weighs, and how many links are expected to be right by the model's own probabilities. */
function sayWeights(models: readonly NamedModel[], links: readonly Link[]): string[] {
  if (models.length === 0) return [];
  const right = links.reduce((sum, link) => sum + link.score, 0) / Math.max(1, links.length);
  const lines = models.map(({ left, right: other, fields, m, u, converged }) => {
    const weights = fields.map((field, i) => `${field} ${Math.log2(m[i]![2]! / u[i]![2]!).toFixed(1)}`);
    return `${left} – ${other}: weight of agreement in bits: ${weights.join(", ")}${converged ? "" : " (not converged)"}.`;
  });
  lines.push(`By the model's own probabilities ${percent(right)} of the links are right.`);
  return lines;
}
