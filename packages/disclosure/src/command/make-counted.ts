import { publishKAnonymous } from "../publish/kanon.ts";
import type { Publication } from "../publish/publication.ts";
import { publishTables } from "../publish/tables.ts";
import type { Records } from "../records/records.ts";
import { loadSolver } from "../tables/solver.ts";
import type { CommandInput, CommandWorld } from "./command-shape.ts";
import { readHierarchies } from "./read-input.ts";
import { READINGS } from "./risk-command.ts";
import { namesOf, numberOf, oneOf, orRefuse, pairsOf, splitNames, textsOf } from "./typed.ts";

const DEFAULT_K = 11;

/** `--method kanon` */
export async function makeKAnonymous(
  records: Records,
  args: CommandInput,
  io: CommandWorld,
): Promise<Publication> {
  const mostBelow = numberOf(args, "most-below");
  return orRefuse(
    publishKAnonymous(records, {
      quasi: namesOf(args, "quasi"),
      sensitive: namesOf(args, "sensitive") ?? [],
      k: numberOf(args, "k") ?? DEFAULT_K,
      reading: oneOf(args, "missing", READINGS, "own"),
      weights: Object.fromEntries(
        pairsOf(args, "weight").map(([column, weight]) => [column, Number(weight)]),
      ),
      hierarchies: readHierarchies(args, io, records),
      microaggregate: namesOf(args, "microaggregate") ?? [],
      ...(mostBelow === undefined ? {} : { mostBelow }),
    }),
  );
}

/** `--method tables` */
export async function makeTables(records: Records, args: CommandInput): Promise<Publication> {
  const spread = numberOf(args, "spread");
  const round = numberOf(args, "round");
  return orRefuse(
    publishTables(await loadSolver(), records, {
      tables: textsOf(args, "table").map(splitNames),
      k: numberOf(args, "k") ?? DEFAULT_K,
      display: oneOf(args, "display", ["mark", "below"] as const, "mark"),
      ...(spread === undefined ? {} : { spread }),
      ...(round === undefined ? {} : { round }),
    }),
  );
}
