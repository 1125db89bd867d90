import { randomFillSync } from "node:crypto";
import type { PrivacyLoss } from "../accounting/zcdp.ts";
import { countPrivately, planPrivateCounts } from "../counts/private-counts.ts";
import { RandomBits } from "../noise/random-bits.ts";
import { publishPrivateCounts } from "../publish/private-tables.ts";
import type { Publication } from "../publish/publication.ts";
import { publishSynthetic } from "../publish/synthetic-rows.ts";
import type { Records } from "../records/records.ts";
import type { Combinations } from "../risk/match-index.ts";
import { planGraph, synthesizeByGraph } from "../synthetic/graph.ts";
import { attackMembership } from "../synthetic/leakage.ts";
import { synthesizeFromCounts } from "../synthetic/seeded.ts";
import type { CommandInput, CommandWorld } from "./command-shape.ts";
import { openPurse, pay } from "./purse.ts";
import { isOn, numberOf, oneOf, orRefuse } from "./typed.ts";

/** The secure source of this machine. */
const secureBits = (): RandomBits => new RandomBits((into) => randomFillSync(into));

/** `--method dp` */
export async function makePrivateCounts(
  records: Records,
  args: CommandInput,
  io: CommandWorld,
): Promise<Publication> {
  const purse = openPurse(args, io);
  const noise = oneOf(args, "noise", ["gaussian", "laplace"] as const, "gaussian");
  const longest = numberOf(args, "length") ?? Math.min(3, records.columns.length);
  const plan = orRefuse(planPrivateCounts(records.columns.length, { longest, noise }, purse.amount));
  const spent = pay(purse, io, plan.loss, `counts of combinations of up to ${longest} values`);
  const publication = publishPrivateCounts(
    records,
    countPrivately(records, plan, secureBits()),
    purse.promise,
  );
  return { ...publication, summary: [...publication.summary, spent] };
}

/** `--method synthetic` */
export async function makeSynthetic(
  records: Records,
  args: CommandInput,
  io: CommandWorld,
): Promise<Publication> {
  const purse = openPurse(args, io);
  const k = numberOf(args, "k") ?? 11;
  const model = oneOf(args, "model", ["graph", "tree", "counts"] as const, "graph");
  const maker = planRows(records, args, model, purse.amount);
  const spent = pay(purse, io, maker.loss, `synthetic rows by ${model}`);
  const synthetic = maker.make(records);
  io.signal.throwIfAborted();
  const attack = isOn(args, "no-attack") ? undefined : attackMembership(records, k, maker.make, secureBits());
  const publication = publishSynthetic(records, synthetic, {
    k,
    model,
    promise: purse.promise,
    plan: maker.plan,
    ...(attack ? { attack } : {}),
  });
  return { ...publication, summary: [...publication.summary, spent] };
}

interface RowMaker {
  plan: unknown;
  loss: PrivacyLoss;
  make(combinations: Combinations): Records;
}

function planRows(
  records: Records,
  args: CommandInput,
  model: "graph" | "tree" | "counts",
  amount: PrivacyLoss,
): RowMaker {
  const columns = records.columns.length;
  if (model === "counts") {
    const longest = numberOf(args, "length") ?? Math.min(2, columns);
    const plan = orRefuse(planPrivateCounts(columns, { longest }, amount));
    const make = (combinations: Combinations) =>
      synthesizeFromCounts(
        combinations.columns,
        countPrivately(combinations, plan, secureBits()),
        secureBits(),
      );
    return { plan, loss: plan.loss, make };
  }
  const plan = orRefuse(planGraph(columns, amount, model === "graph"));
  return {
    plan,
    loss: plan.loss,
    make: (combinations) => synthesizeByGraph(combinations, plan, secureBits()),
  };
}
