/** `concord link`: encodings of several contributors to persons and a capture table. */
import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { type ClkSet, checkAlike, readClkFile } from "../io/clk-reader.ts";
import { finishLinkage } from "../io/link-finish.ts";
import { outputNames } from "../io/link-output.ts";
import { runLinkage } from "../io/link-run.ts";
import { checkApart, unitedSets } from "../io/link-weights.ts";
import { LinkageError } from "../io/linkage-error.ts";
import { MOST_LISTS } from "../link/cluster.ts";
import { type CommandInput, type CommandShape, type CommandWorld, optionText } from "./command-shape.ts";

export const linkCommand: CommandShape = {
  name: "link",
  summary: "find the same persons in several files of encodings, and count who is on which list",
  usage: "FILE.clk [FILE.clk …]",
  description:
    "Compares the encodings that contributors made with concord encode (or clkhash) by the Dice similarity of their filters. " +
    "Two or more files are compared with each other; one file alone is searched for duplicates.\n\n" +
    "Writes PREFIX.pairs.csv (links with their scores), PREFIX.clusters.csv (records that are one person), " +
    "PREFIX.capture.csv (persons by the lists they are on: give it to concord estimate) and PREFIX.report.json.\n\n" +
    "A linkage that was stopped or killed goes on where it was when the same line is typed again. To share the work among " +
    "machines give each --part 1/3, 2/3, 3/3, bring the files of PREFIX.work together, and run once more without --part.",
  positionals: { min: 1, max: MOST_LISTS },
  options: {
    out: {
      type: "string",
      placeholder: "PREFIX",
      summary: "what the output files' names begin with (default: linkage)",
      short: "o",
    },
    threshold: {
      type: "string",
      placeholder: "T",
      summary: "least similarity, above 0 to 1 (default: 0.8; of candidates with --weights: 0.6)",
      short: "t",
    },
    names: {
      type: "string",
      placeholder: "A,B,C",
      summary: "names of the lists (default: the files' names)",
    },
    within: { type: "boolean", summary: "look for duplicates inside each list as well" },
    assign: {
      type: "string",
      placeholder: "HOW",
      summary: "one partner each: greedy, hungarian or none (default: greedy)",
    },
    clusters: {
      type: "string",
      placeholder: "HOW",
      summary:
        "a person has one record a list (one-each) or all that is connected (connected); default: one-each, with --within connected",
    },
    block: {
      type: "string",
      placeholder: "HOW",
      summary: "none (exact), hamming, minhash or keys (default: none)",
    },
    recall: {
      type: "string",
      placeholder: "R",
      summary: "share of pairs that hamming or minhash should find (default: 0.95)",
    },
    weights: { type: "boolean", summary: "Fellegi–Sunter weights; the fields must have been encoded apart" },
    posterior: {
      type: "string",
      placeholder: "P",
      summary: "with --weights: least probability of a match (default: 0.9)",
    },
    everyone: { type: "boolean", summary: "list persons with a single record in PREFIX.clusters.csv too" },
    truth: {
      type: "string",
      placeholder: "FILE",
      summary: "test data: CSV with id and person, to measure the quality against",
    },
    threads: { type: "string", placeholder: "N", summary: "threads (default: one a core)" },
    part: { type: "string", placeholder: "I/N", summary: "do only part I of N and stop" },
  },
  examples: [
    {
      line: "concord link police.clk shelter.clk",
      answers: "persons on both lists, and the capture table of the two",
    },
    {
      line: "concord link a.clk b.clk c.clk --names A,B,C --out abc",
      answers: "the capture table abc.capture.csv of three lists",
    },
    { line: "concord link one.clk", answers: "duplicates inside one list" },
    {
      line: "concord link big-a.clk big-b.clk --block hamming",
      answers: "a million by a million, with the recall measured",
    },
  ],
  run: link,
};

/** A number that was typed, within limits. */
function typedNumber(
  args: CommandInput,
  name: string,
  fallback: number,
  least: number,
  most: number,
  exclusive: boolean,
): number {
  const text = optionText(args, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  const low = exclusive ? value > least : value >= least;
  if (text.trim() !== "" && low && value <= most) return value;
  throw new LinkageError(
    `--${name}`,
    `is ${JSON.stringify(text)}`,
    `give a number ${exclusive ? "above" : "from"} ${least} to ${most}`,
  );
}

function typedWord<W extends string>(args: CommandInput, name: string, words: readonly W[], fallback: W): W {
  const text = optionText(args, name);
  if (text === undefined) return fallback;
  const word = words.find((known) => known === text);
  if (word === undefined)
    throw new LinkageError(`--${name}`, `is ${JSON.stringify(text)}`, `use one of: ${words.join(", ")}`);
  return word;
}

function listNames(args: CommandInput): string[] {
  const typed = optionText(args, "names");
  const names =
    typed === undefined
      ? args.positionals.map((file) => basename(file).replace(/\.(clk|json)$/iu, ""))
      : typed.split(",");
  if (names.length !== args.positionals.length) {
    throw new LinkageError(
      "--names",
      `gives ${names.length} names for ${args.positionals.length} files`,
      "give one a file",
    );
  }
  const tidy = names.map((name) => name.trim().replace(/[^\p{L}\p{N}_.-]+/gu, "_"));
  const repeated = tidy.find((name, i) => name === "" || name === "count" || tidy.indexOf(name) !== i);
  if (repeated !== undefined) {
    throw new LinkageError(
      "names of the lists",
      `"${repeated}" is empty, taken twice or reserved`,
      "give each list a name with --names",
    );
  }
  return tidy;
}

function typedPart(args: CommandInput): { part: number; of: number } | null {
  const text = optionText(args, "part");
  if (text === undefined) return null;
  const match = /^(\d+)\/(\d+)$/u.exec(text);
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && part >= 1 && part <= of && of <= 10_000) return { part, of };
  throw new LinkageError(
    "--part",
    `is ${JSON.stringify(text)}`,
    "write the part and the number of parts, such as 1/3",
  );
}

async function link(args: CommandInput, io: CommandWorld): Promise<number> {
  const path = (name: string) => resolve(io.cwd, name);
  const within = args.options.within === true || args.positionals.length === 1;
  const weights = args.options.weights === true;
  const threshold = typedNumber(args, "threshold", weights ? 0.6 : 0.8, 0, 1, true);
  const block = typedWord(args, "block", ["none", "hamming", "minhash", "keys"], "none");
  const decision = {
    assign: typedWord(args, "assign", ["greedy", "hungarian", "none"], "greedy"),
    oneEach:
      typedWord(args, "clusters", ["one-each", "connected"], within ? "connected" : "one-each") ===
      "one-each",
  };
  const wantedRecall = typedNumber(args, "recall", 0.95, 0, 0.9999, true);
  const posterior = typedNumber(args, "posterior", 0.9, 0, 1, true);
  const threads = Math.floor(typedNumber(args, "threads", availableParallelism(), 1, 256, false));
  const part = typedPart(args);
  const names = listNames(args);
  const prefix = optionText(args, "out") ?? "linkage";
  const sets: ClkSet[] = [];
  for (const file of args.positionals) sets.push(await readClkFile(path(file)));
  checkAlike(sets);
  if (weights) checkApart(sets);
  const started = performance.now();
  const output = outputNames(path(prefix));
  const outcome = await runLinkage({
    sets: unitedSets(sets),
    threshold,
    within,
    block,
    wantedRecall,
    threads,
    workFolder: output.work,
    part,
    signal: io.signal,
    progress: (done, all) => {
      if (io.errTerminal) io.err(`\r${done} of ${all} jobs`);
    },
  });
  if (io.errTerminal) io.err("\r");
  if (outcome.pairs === null) {
    io.err(`${outcome.jobsDone} of ${outcome.jobs} jobs are done; their results are in ${prefix}.work.\n`);
    if (io.signal.aborted) return 130;
    io.err("When all parts are there, run the same line without --part.\n");
    return 0;
  }
  const truthFile = optionText(args, "truth");
  const lines = await finishLinkage({
    sets,
    names,
    pairs: outcome.pairs,
    outcome,
    threshold,
    within,
    decision,
    weights: weights ? { posterior } : null,
    everyone: args.options.everyone === true,
    truth: truthFile === undefined ? null : path(truthFile),
    prefix: path(prefix),
  });
  await outcome.cleanUp();
  for (const line of lines) await io.out(`${line}\n`);
  io.err(
    `Done in ${((performance.now() - started) / 1000).toFixed(1)} s. Written: ${prefix}.{pairs,clusters,capture}.csv, ${prefix}.report.json\n`,
  );
  return 0;
}
