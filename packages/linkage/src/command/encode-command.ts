/** `concord encode`: names stay at the contributor's machine, keyed filters leave it. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { EXAMPLE_SCHEMA } from "../encode/example-schema.ts";
import type { LinkageSchema } from "../encode/schema.ts";
import { parseSchema } from "../encode/schema-check.ts";
import { type EncodeJob, type EncodeReport, encodeFile } from "../io/encode-file.ts";
import { LinkageError, refusalError } from "../io/linkage-error.ts";
import { makeSecretFile, readSecretFile } from "../io/secret-file.ts";
import { type CommandInput, type CommandShape, type CommandWorld, optionText } from "./command-shape.ts";

export const encodeCommand: CommandShape = {
  name: "encode",
  summary: "turn names, dates and papers into keyed filters that can be linked without being read",
  usage: "[FILE.csv]",
  description:
    "Runs at the contributor's own machine. Reads a CSV file of persons, writes a file of encodings (.clk) that may be sent " +
    "to whoever links, and a second file that must stay at home: it says which random identifier belongs to which row.\n\n" +
    "All contributors use the same schema and the same secret. One of them makes the secret and hands it to the others in " +
    "person; it is never sent to whoever links. The secret's file must be readable by its owner alone.\n\n" +
    "The schema is a linkage schema of version 3, as clkhash reads it. Start from the one that --example-schema prints.",
  positionals: { min: 0, max: 1 },
  options: {
    schema: { type: "string", placeholder: "FILE", summary: "linkage schema, JSON" },
    "secret-file": { type: "string", placeholder: "FILE", summary: "file with the shared secret" },
    out: {
      type: "string",
      placeholder: "FILE",
      summary: "encodings to write (default: the input's name with .clk)",
      short: "o",
    },
    ids: {
      type: "string",
      placeholder: "FILE",
      summary: "list of identifiers to keep (default: the output's name with .ids.csv)",
    },
    "id-column": {
      type: "string",
      placeholder: "COLUMN",
      summary: "your own record number, for that list (default: row number)",
    },
    "new-secret": { type: "string", placeholder: "FILE", summary: "make a secret in a new file and stop" },
    "example-schema": { type: "boolean", summary: "print a schema to start from and stop" },
    "allow-short-secret": {
      type: "boolean",
      summary: "take a secret below 16 bytes; for published test vectors only",
    },
  },
  examples: [
    { line: "concord encode --new-secret our.key", answers: "makes a secret of 256 random bits" },
    { line: "concord encode --example-schema > schema.json", answers: "a schema for six fields, hardened" },
    {
      line: "concord encode people.csv --schema schema.json --secret-file our.key",
      answers: "writes people.clk (to send) and people.clk.ids.csv (to keep)",
    },
  ],
  run: encode,
};

async function readSchema(path: string, name: string): Promise<LinkageSchema> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new LinkageError(name, "can't be read", "check the name, or print a schema with --example-schema");
  }
  const schema = parseSchema(text);
  if (!schema.ok) throw refusalError(name, schema.refusals);
  return schema.value;
}

function needed(args: CommandInput, name: string, cure: string): string {
  const value = optionText(args, name);
  if (value === undefined) throw new LinkageError(`--${name}`, "is missing", cure);
  return value;
}

async function encode(args: CommandInput, io: CommandWorld): Promise<number> {
  const path = (name: string) => resolve(io.cwd, name);
  const newSecret = optionText(args, "new-secret");
  if (newSecret !== undefined) {
    await makeSecretFile(path(newSecret));
    io.err(
      `${newSecret} made. Hand it to the other contributors in person; whoever links must not have it.\n`,
    );
    return 0;
  }
  if (args.options["example-schema"] === true) {
    await io.out(`${JSON.stringify(EXAMPLE_SCHEMA, null, 2)}\n`);
    return 0;
  }
  const input = args.positionals[0];
  if (input === undefined) {
    throw new LinkageError(
      "encode",
      "lacks a file",
      "name a CSV file, or use --new-secret or --example-schema",
    );
  }
  const schemaName = needed(args, "schema", "name the linkage schema, or print one with --example-schema");
  const schema = await readSchema(path(schemaName), schemaName);
  const secretName = needed(
    args,
    "secret-file",
    "name the file with the shared secret, or make one with --new-secret",
  );
  const secret = await readSecretFile(path(secretName), args.options["allow-short-secret"] === true);
  const output = optionText(args, "out") ?? `${input.replace(/\.csv$/iu, "")}.clk`;
  const ids = optionText(args, "ids") ?? `${output}.ids.csv`;
  const started = performance.now();
  const report = await encodeUnlessStopped(io.signal, {
    input: path(input),
    schema,
    secret,
    output: path(output),
    idsOutput: path(ids),
    idColumn: optionText(args, "id-column") ?? null,
    randomBytes: (count) => randomBytes(count),
    progress: (records) => {
      if (io.errTerminal) io.err(`\r${records} records`);
    },
  }).finally(() => secret.fill(0));
  if (report === null) return 130;
  const seconds = (performance.now() - started) / 1000;
  if (io.errTerminal) io.err("\r");
  io.err(
    `${report.records} records encoded in ${seconds.toFixed(1)} s; ${(100 * report.meanDensity).toFixed(0)} % of bits set.\n`,
  );
  if (report.empty > 0) io.err(`${report.empty} records are empty after formatting and can't be linked.\n`);
  io.err(`${output} may be sent. ${ids} must stay here.\n`);
  return 0;
}

/** Encodes a file; null when the person stopped it, in which case nothing is left behind. */
async function encodeUnlessStopped(signal: AbortSignal, job: EncodeJob): Promise<EncodeReport | null> {
  try {
    return await encodeFile({ ...job, signal });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
