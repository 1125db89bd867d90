/** `concord document lint` and `concord document convert`: drafts held against the form of resolutions, and put into other formats. */
import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { LANGUAGES, type Language, parseDay } from "@concord/core/vocabulary";
import {
  type DocumentRefusal,
  documentFromText,
  type Finding,
  lintDocument,
  type Outcome,
  readDocx,
  readMarkdown,
  type UnDocument,
  writeAkomaNtoso,
  writeDocx,
  writeHtml,
  writePdf,
} from "@concord/documents";
import {
  BadInput,
  type Command,
  type CommandArguments,
  type CommandIo,
  type CommandOption,
} from "../command.ts";

/** The draft breaks the form. */
const FOUND = 1;
const FORMATS = ["akn", "docx", "html", "pdf"] as const;
type Format = (typeof FORMATS)[number];

const MASTHEAD_OPTIONS: Readonly<Record<string, CommandOption>> = {
  language: {
    type: "string",
    placeholder: "CODE",
    summary: `language of the text: ${LANGUAGES.join(", ")} (default: found by its words)`,
  },
  symbol: { type: "string", placeholder: "SYMBOL", summary: "symbol, where the file bears none or another" },
  title: { type: "string", placeholder: "TEXT", summary: "title, where the file has none or another" },
  date: { type: "string", placeholder: "DAY", summary: "day of issue, YYYY-MM-DD" },
  "agenda-item": { type: "string", placeholder: "NUMBER", summary: "number of the agenda item" },
};

const lintCommand: Command = {
  name: "document lint",
  summary: "hold a draft resolution against the form of United Nations texts",
  usage: "FILE.docx|FILE.md",
  description:
    "Checks masthead, order, numbering, opening words, endings, references and footnotes, in six languages. Each finding names the paragraph and the cure. Exit code 0: nothing breaks the form; 1: something does; 2: the file can't be read.",
  positionals: { min: 1, max: 1 },
  options: {
    ...MASTHEAD_OPTIONS,
    say: {
      type: "string",
      placeholder: "CODE",
      summary: "language of the findings (default: that of the text)",
    },
    circulated: {
      type: "string",
      placeholder: "DAY",
      summary: "day of circulation: checks the notice together with --decision",
    },
    decision: { type: "string", placeholder: "DAY", summary: "day of decision" },
    json: { type: "boolean", summary: "the findings as JSON" },
  },
  examples: [
    {
      line: "concord document lint draft.docx --language en",
      answers: "what breaks the form, paragraph by paragraph",
    },
    {
      line: "concord document lint draft.md --circulated 2026-03-02 --decision 2026-03-06",
      answers: "also whether four working days lie between",
    },
  ],
  async run(args, io) {
    const { document } = await readDraft(args, io);
    const say = languageOption(args, "say");
    const circulated = dayOption(args, "circulated");
    const decision = dayOption(args, "decision");
    if ((circulated === undefined) !== (decision === undefined))
      throw new BadInput("--circulated and --decision go together: give both days, or neither");
    const findings = lintDocument(document, {
      ...(say ? { say } : {}),
      ...(circulated && decision ? { circulated, decision } : {}),
    });
    if (args.options.json === true)
      await io.out(`${JSON.stringify({ language: document.language, findings }, null, 2)}\n`);
    else if (findings.length === 0) await io.out("Nothing breaks the form.\n");
    else for (const finding of findings) await io.out(`${describe(finding)}\n`);
    return findings.some(({ severity }) => severity === "error") ? FOUND : 0;
  },
};

function describe({ place, severity, code, sentence, cure }: Finding): string {
  return `${place}: ${severity === "advice" ? "(advice) " : ""}${sentence} ${cure} [${code}]`;
}

const convertCommand: Command = {
  name: "document convert",
  summary: "put a draft into Akoma Ntoso, Word, HTML or tagged PDF",
  usage: "FILE.docx|FILE.md --to FORMAT",
  description:
    "Paragraphs are taken as they are suggested: preambular, operative, sub-paragraphs, headings. Tracked changes stay proposals. Without -o the document goes to standard output.",
  positionals: { min: 1, max: 1 },
  options: {
    to: { type: "string", placeholder: "FORMAT", summary: `one of ${FORMATS.join(", ")}` },
    output: {
      type: "string",
      short: "o",
      placeholder: "FILE",
      summary: "where to write (default: standard output)",
    },
    ...MASTHEAD_OPTIONS,
  },
  examples: [
    { line: "concord document convert draft.docx --to akn -o draft.xml", answers: "Akoma Ntoso XML" },
    {
      line: "concord document convert draft.md --to pdf --symbol CONCORD/2026/L.1 -o draft.pdf",
      answers: "a tagged PDF with that symbol",
    },
  ],
  async run(args, io) {
    const to = FORMATS.find((format) => format === args.options.to);
    if (to === undefined) throw new BadInput(`--to takes one of ${FORMATS.join(", ")}`);
    const output = textOption(args, "output");
    if (output === undefined && io.terminal && (to === "pdf" || to === "docx"))
      throw new BadInput(`a ${to} isn't for a terminal: name a file with -o`);
    const { document, notices } = await readDraft(args, io);
    for (const notice of notices) io.err(`${notice}\n`);
    const dated = document.masthead.date
      ? document
      : { ...document, masthead: { ...document.masthead, date: io.today } };
    const bytes = await write(dated, to);
    if (output === undefined) await io.out(bytes);
    else await replaceFile(resolve(io.cwd, output), bytes);
    return 0;
  },
};

async function write(document: UnDocument, to: Format): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  switch (to) {
    case "akn":
      return encoder.encode(accept(writeAkomaNtoso(document)));
    case "html":
      return encoder.encode(writeHtml(document));
    case "docx":
      return writeDocx(document);
    case "pdf":
      return accept(writePdf(document));
  }
}

/** The whole file or none of it. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new BadInput(
      `${path} can't be written (${(error as NodeJS.ErrnoException).code ?? "unknown error"}): name another place with -o`,
    );
  }
}

function accept<T>(outcome: Outcome<T>, file?: string): T {
  if (outcome.ok) return outcome.value;
  throw new BadInput(sayRefusal(outcome.refusal, file));
}

function sayRefusal({ place, detail, cure }: DocumentRefusal, file: string | undefined): string {
  const where = file === undefined ? place : place === "file" ? file : `${file}, ${place}`;
  return `${where}: ${detail} ${cure}`;
}

async function readDraft(
  args: CommandArguments,
  io: CommandIo,
): Promise<{ document: UnDocument; notices: string[] }> {
  const typed = args.positionals[0] ?? "";
  const language = languageOption(args, "language");
  const bytes = await readFile(resolve(io.cwd, typed)).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "ENOENT"
        ? "there is no such file"
        : error.code === "EISDIR"
          ? "it is a folder"
          : (error.code ?? "it can't be read");
    throw new BadInput(`${typed}: ${why}; name a .docx or .md file`);
  });
  const name = basename(typed);
  const reading = language ? { language } : {};
  const text = /\.(md|markdown|txt)$/i.test(typed)
    ? accept(readMarkdown(new TextDecoder().decode(bytes), reading), name)
    : accept(readDocx(bytes, reading), name);
  const date = dayOption(args, "date");
  const symbol = textOption(args, "symbol");
  const title = textOption(args, "title");
  const item = textOption(args, "agenda-item");
  const document = documentFromText(text, {
    ...(title === undefined ? {} : { title }),
    masthead: {
      ...(date === undefined ? {} : { date }),
      ...(symbol === undefined ? {} : { symbol }),
      ...(item === undefined ? {} : { agendaItem: { number: item, title: "" } }),
    },
  });
  return { document, notices: text.notices.map(({ detail }) => `${name}: ${detail}`) };
}

function textOption(args: CommandArguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === "string" ? value : undefined;
}

function languageOption(args: CommandArguments, name: string): Language | undefined {
  const typed = textOption(args, name);
  const language = LANGUAGES.find((one) => one === typed);
  if (typed !== undefined && language === undefined)
    throw new BadInput(`--${name} takes one of ${LANGUAGES.join(", ")}, not "${typed}"`);
  return language;
}

function dayOption(args: CommandArguments, name: string): string | undefined {
  const typed = textOption(args, name);
  if (typed !== undefined && parseDay(typed) === undefined)
    throw new BadInput(`--${name} takes a day of the calendar, YYYY-MM-DD, not "${typed}"`);
  return typed;
}

export const DOCUMENT_COMMANDS: readonly Command[] = [lintCommand, convertCommand];
