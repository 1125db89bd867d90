/** The law that a command answers from: read from the data files, no server and no database needed. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { askDay, askState, buildLaw, type Law, type Status } from "@concord/core/instruments";
import {
  groupNames,
  type IsoDay,
  instrumentNames,
  LANGUAGES,
  type Language,
  type Strength,
  statusNames,
  strengthNames,
  themeNames,
  unknownReasonNames,
} from "@concord/core/vocabulary";
import { readKnowledge } from "@concord/store/files";
import { accepted } from "./answer-output.ts";
import { BadInput, type CommandArguments, type CommandIo } from "./command.ts";
import { textOption } from "./parse.ts";

const SHIPPED_DATA = fileURLToPath(new URL("../../../data", import.meta.url));

/** A question as it was asked: over which law, in which language, with names in that language. */
export interface Asking {
  law: Law;
  /** The folder that the law was read from. */
  dataFolder: string;
  language: Language;
  state(iso3: string): string;
  instrument(id: string): string;
  theme(id: string): string;
  group(id: string): string;
  strength(strength: Strength): string;
  /** What an instrument is to a state, with its day: "in force 2019-10-12". */
  status(status: Status): string;
  /** The last day that can be asked: today. */
  lastDay: IsoDay;
  /** The day of an option, today when it wasn't typed. */
  day(option: string): IsoDay;
  /** Code of a state given by code or name. */
  stateCode(typed: string, place?: string): string;
}

/** Folder of the knowledge base: `--data`, else CONCORD_DATA, else the one shipped. */
export function dataFolder(args: CommandArguments, io: CommandIo): string {
  const named = textOption(args, "data") ?? io.env.CONCORD_DATA;
  return named ? resolve(io.cwd, named) : SHIPPED_DATA;
}

function statusInWords(status: Status, language: Language): string {
  const word = statusNames(status.kind)[language];
  if (status.kind === "unknown") return `${word} (${unknownReasonNames(status.reason)[language]})`;
  if (status.kind === "signed") return `${word} ${status.date}`;
  return "since" in status ? `${word} ${status.since}` : word;
}

/** Laws by folder: the files are read once in the life of a process. */
const opened = new Map<string, Promise<Law>>();

function lawOf(folder: string): Promise<Law> {
  const law = opened.get(folder) ?? readKnowledge(folder).then(buildLaw);
  opened.set(folder, law);
  return law;
}

function readLanguage(args: CommandArguments): Language {
  const typed = textOption(args, "lang") ?? "en";
  const language = LANGUAGES.find((known) => known === typed);
  if (!language) throw new BadInput(`--lang: "${typed}" is none of ${LANGUAGES.join(", ")}`);
  return language;
}

/**
 * Loads the law and reads the language.
 * @throws BadInput for an unknown language, and the store's error when the data can't be read
 */
export async function openAsking(args: CommandArguments, io: CommandIo): Promise<Asking> {
  const language = readLanguage(args);
  const folder = dataFolder(args, io);
  const law = await lawOf(folder);
  const states = new Map(law.states.map((row) => [row.iso3, row.names[language]]));
  const titles = new Map(law.knowledge.instruments.map((row) => [row.id, row.shortTitle]));
  const labels = new Map(law.themes.map((row) => [row.id, row.label]));
  return {
    law,
    dataFolder: folder,
    language,
    lastDay: io.today,
    state: (iso3) => states.get(iso3) ?? iso3,
    instrument: (id) => instrumentNames(id)?.[language] ?? titles.get(id) ?? id,
    theme: (id) => themeNames(id)?.[language] ?? labels.get(id) ?? id,
    strength: (strength) => strengthNames(strength)[language],
    status: (status) => statusInWords(status, language),
    group: (id) => groupNames(id)?.[language] ?? id,
    day(option) {
      const typed = textOption(args, option);
      return typed === undefined ? io.today : accepted(askDay(typed, io.today, `--${option}`));
    },
    stateCode: (typed, place = "state") => accepted(askState(law, typed, place)).iso3,
  };
}
