import { resolve } from "node:path";
import type { Publication } from "../publish/publication.ts";
import { checkFolder, INTERNAL_FOLDER, writeRelease } from "../publish/write-folder.ts";
import type { Records } from "../records/records.ts";
import type { CommandInput, CommandShape, CommandWorld } from "./command-shape.ts";
import { BadInput } from "./command-shape.ts";
import { makeKAnonymous, makeTables } from "./make-counted.ts";
import { makePrivateCounts, makeSynthetic } from "./make-private.ts";
import { READ_OPTIONS, readInput } from "./read-input.ts";
import { isOn, oneOf, orRefuse, textOf } from "./typed.ts";

const METHODS = ["kanon", "tables", "dp", "synthetic"] as const;

const MAKERS: Readonly<
  Record<
    (typeof METHODS)[number],
    (records: Records, args: CommandInput, io: CommandWorld) => Promise<Publication>
  >
> = { kanon: makeKAnonymous, tables: makeTables, dp: makePrivateCounts, synthetic: makeSynthetic };

/** `concord publish`: case records → a release that gives nobody away. */
export const publishCommand: CommandShape = {
  name: "publish",
  summary: "make a release of case records that gives nobody away",
  usage: "CASES.csv --method kanon|tables|dp|synthetic --out FOLDER",
  description: [
    "kanon: rows, with cells suppressed until each combination is shared by k rows. tables: counts, small ones hidden or all rounded.",
    "dp: noisy counts of all combinations. synthetic: made-up rows with the same relations. Both keep a promise of differential privacy (ε, δ) and write what they spend into a ledger beside the records; what would overspend it is refused.",
    "The folder holds the data, a codebook, a Frictionless descriptor, and a report on utility and privacy; a report that would give away what the release protects stands in its folder not-for-release.",
  ].join("\n\n"),
  positionals: { min: 1, max: 1 },
  options: {
    method: { type: "string", placeholder: "METHOD", summary: "kanon, tables, dp or synthetic" },
    out: { type: "string", placeholder: "FOLDER", short: "o", summary: "folder to write, not yet there" },
    replace: { type: "boolean", summary: "replace the folder if it is there" },
    k: {
      type: "string",
      placeholder: "K",
      summary: "kanon, tables: fewest that share a combination or a count (default: 11)",
    },
    quasi: {
      type: "string",
      placeholder: "A,B,…",
      summary: "kanon: columns that someone could know (default: all but the sensitive ones)",
    },
    sensitive: {
      type: "string",
      placeholder: "A,B,…",
      summary: "kanon: columns that someone would want to learn, kept as they are",
    },
    missing: {
      type: "string",
      placeholder: "own|any",
      summary: "kanon: an empty cell is a value of its own (default), or matches any, which protects less",
    },
    weight: {
      type: "string",
      placeholder: "COLUMN=N",
      multiple: true,
      summary: "kanon: what a suppressed cell of a column costs (default: 1)",
    },
    hierarchy: {
      type: "string",
      placeholder: "COLUMN=FILE",
      multiple: true,
      summary: "kanon: broader values, a line each: PHL,South-East Asia,Asia",
    },
    bands: {
      type: "string",
      placeholder: "COLUMN=5,10",
      multiple: true,
      summary: "kanon: bands of whole numbers, such as years",
    },
    "most-below": {
      type: "string",
      placeholder: "SHARE",
      summary: "kanon: rows that broader values may leave to suppression (default: 0.02)",
    },
    microaggregate: {
      type: "string",
      placeholder: "A,B,…",
      summary: "kanon: columns of numbers to replace by means of groups of k",
    },
    table: {
      type: "string",
      placeholder: "A,B,…",
      multiple: true,
      summary: "tables: columns of a table; tables that share columns are protected together",
    },
    display: {
      type: "string",
      placeholder: "mark|below",
      summary: 'tables: hidden counts look alike (default), or small ones show "<K"',
    },
    spread: {
      type: "string",
      placeholder: "N",
      summary: "tables: least width of the range of a hidden small count (default: half of K)",
    },
    round: {
      type: "string",
      placeholder: "BASE",
      summary: "tables: round all counts to multiples instead of hiding",
    },
    epsilon: { type: "string", placeholder: "E", summary: "dp, synthetic: ε of this release" },
    delta: { type: "string", placeholder: "D", summary: "dp, synthetic: δ of this release (default: 1e-6)" },
    ledger: {
      type: "string",
      placeholder: "FILE",
      summary: "dp, synthetic: ledger of what was spent (default: CASES.csv.ledger)",
    },
    budget: {
      type: "string",
      placeholder: "E",
      summary:
        "dp, synthetic: ε for all releases together, when the ledger is begun (default: that of this release)",
    },
    length: {
      type: "string",
      placeholder: "N",
      summary: "dp: longest combination counted (default: 3); synthetic by counts: 2",
    },
    noise: {
      type: "string",
      placeholder: "gaussian|laplace",
      summary: "dp: kind of noise (default: gaussian)",
    },
    model: {
      type: "string",
      placeholder: "graph|tree|counts",
      summary: "synthetic: how rows are made (default: graph, the most accurate)",
    },
    "no-attack": { type: "boolean", summary: "synthetic: don't try a membership attack" },
    ...READ_OPTIONS,
  },
  examples: [
    {
      line: "concord publish cases.csv --method kanon --k 11 --out release",
      answers: "rows, each like ten others at least",
    },
    {
      line: "concord publish cases.csv --method synthetic --epsilon 4 --out made-up",
      answers: "synthetic rows",
    },
    {
      line: "concord publish cases.csv --method dp --epsilon 1 --budget 4 --out counts",
      answers: "noisy counts, and room for more releases",
    },
    {
      line: "concord publish cases.csv --method tables --table gender,age_broad --out tables",
      answers: "a table without small counts",
    },
  ],
  async run(args: CommandInput, io: CommandWorld) {
    if (textOf(args, "method") === undefined)
      throw new BadInput(`--method is missing. Choose one of ${METHODS.join(", ")}.`);
    const method = oneOf(args, "method", METHODS, "kanon");
    const out = textOf(args, "out");
    if (out === undefined)
      throw new BadInput("--out is missing. Name a folder to write, such as --out release.");
    const folder = resolve(io.cwd, out);
    const replace = isOn(args, "replace");
    orRefuse(checkFolder(folder, replace));
    try {
      const records = await readInput(args, io);
      const publication = await MAKERS[method](records, args, io);
      io.signal.throwIfAborted();
      const files = orRefuse(writeRelease(folder, publication, io.today, replace, io.signal));
      const lines = [...publication.summary, `Written to ${out}: ${files.join(", ")}.`];
      if (publication.reportIsInternal)
        lines.push(`Keep ${out}/${INTERNAL_FOLDER} to yourself: publish the rest.`);
      await io.out(`${lines.join("\n")}\n`);
      return 0;
    } catch (error) {
      if (io.signal.aborted) return 130;
      throw error;
    }
  },
};
