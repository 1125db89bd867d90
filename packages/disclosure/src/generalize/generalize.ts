import { findColumns, gatherEqualRows, project, type Records } from "../records/records.ts";
import { ok, type Result, refuse } from "../refusal.ts";
import { checkK } from "../risk/k-anonymity.ts";
import { type CodedHierarchy, codeHierarchy, type Hierarchy } from "./hierarchy.ts";
import { type Generalization, searchLattice } from "./lattice.ts";

export interface GeneralizeQuestion {
  quasi?: readonly string[] | undefined;
  k: number;
  hierarchies: readonly Hierarchy[];
  /** Share of the rows that may be left below k, for suppression to deal with; 0.02 unless said otherwise. */
  mostBelow?: number;
}

export interface Generalized extends Generalization {
  /** The records with broader values; rows below k are still in them. */
  records: Records;
  /** Level by column name; 0: as it was. */
  levelOf: Readonly<Record<string, number>>;
  ways: number;
  evaluated: number;
}

/** Most ways to generalize that are looked through. */
const MOST_WAYS = 2_000_000;

/**
 * Makes values broader, by the given hierarchies, as little as k-anonymity allows; see `searchLattice`.
 * @returns the broader records, or a refusal: no way holds, a value without broader form, too many ways
 */
export function generalize(records: Records, question: GeneralizeQuestion): Result<Generalized> {
  const k = checkK(question.k);
  if (!k.ok) return k;
  const quasi = findColumns(records, question.quasi, "--quasi");
  if (!quasi.ok) return quasi;
  const share = question.mostBelow ?? 0.02;
  if (!(share >= 0 && share < 1))
    return refuse(
      "out-of-range",
      "--most-below",
      `${share} is no share of the rows.`,
      "Give a number from 0 up to, not including, 1.",
    );
  const seen = project(records, quasi.value);
  const unknown = question.hierarchies.find(
    ({ column }) => !seen.columns.some(({ name }) => name === column),
  );
  if (unknown)
    return refuse(
      "unknown-column",
      "--hierarchy",
      `"${unknown.column}" is no quasi-identifier.`,
      "Name it with --quasi too.",
    );
  const coded: CodedHierarchy[] = [];
  for (const column of seen.columns) {
    const hierarchy = codeHierarchy(
      column,
      question.hierarchies.find((one) => one.column === column.name),
    );
    if (!hierarchy.ok) return hierarchy;
    coded.push(hierarchy.value);
  }
  const ways = coded.reduce((product, { codes }) => product * codes.length, 1);
  if (ways > MOST_WAYS)
    return refuse(
      "too-large",
      "--hierarchy",
      `There are ${ways.toLocaleString("en")} ways to combine the levels.`,
      "Give fewer levels or fewer columns.",
    );
  const search = searchLattice(seen, coded, k.value, Math.floor(share * seen.combinationOfRow.length));
  if (!search.best)
    return refuse(
      "impossible",
      "--most-below",
      `Even the broadest values leave more than ${(100 * share).toFixed(1)} % of the rows below k = ${k.value}.`,
      "Give the hierarchies a broader top level, choose a smaller k, or allow more with --most-below.",
    );
  return ok({
    ...search.best,
    records: broaden(records, quasi.value, coded, search.best.levels),
    levelOf: Object.fromEntries(seen.columns.map(({ name }, j) => [name, search.best!.levels[j]!])),
    ways: search.nodes,
    evaluated: search.evaluated,
  });
}

function broaden(
  records: Records,
  quasi: readonly number[],
  hierarchies: readonly CodedHierarchy[],
  levels: readonly number[],
): Records {
  const width = records.columns.length;
  const codes = records.codes.slice();
  const columns = [...records.columns];
  quasi.forEach((column, at) => {
    const level = levels[at]!;
    const translate = hierarchies[at]!.codes[level]!;
    for (let cell = column; cell < codes.length; cell += width) codes[cell] = translate[codes[cell]!]!;
    columns[column] = { name: columns[column]!.name, values: hierarchies[at]!.values[level]! };
  });
  const gathered = gatherEqualRows(columns, codes);
  // `gathered` treats each old combination as one row: give the real rows and sizes back.
  const sizes = new Uint32Array(gathered.sizes.length);
  records.sizes.forEach((size, c) => {
    sizes[gathered.combinationOfRow[c]!]! += size;
  });
  const combinationOfRow = records.combinationOfRow.map(
    (combination) => gathered.combinationOfRow[combination]!,
  );
  return { columns, codes: gathered.codes, sizes, combinationOfRow };
}
