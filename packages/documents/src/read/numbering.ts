/** Numbers that a word processor counts by itself: which marker each paragraph of a list bears. */
import { roman } from "../model/index.ts";
import { chineseNumber } from "../words/ordinal.ts";
import type { ReadingLimits } from "./limit.ts";
import { readXml } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

interface ListLevel {
  format: string;
  /** `%1.` or `(%2)`. */
  pattern: string;
  start: number;
}

export interface Numbering {
  /** Levels of each abstract list. */
  lists: Map<string, ListLevel[]>;
  /** The abstract list behind each list, and where it starts anew. */
  uses: Map<string, { list: string; starts: Map<number, number> }>;
}

const LEVELS = 9;

export function readNumbering(file: Uint8Array, entry: ZipEntry, limits: ReadingLimits): Numbering {
  const numbering: Numbering = { lists: new Map(), uses: new Map() };
  let levels: ListLevel[] | undefined;
  let level: ListLevel | undefined;
  let use: { list: string; starts: Map<number, number> } | undefined;
  let override = 0;
  readXml(file, entry, limits, {
    open({ name, attribute }) {
      const value = attribute("val") ?? "";
      if (name === "w:abstractNum") {
        levels = [];
        numbering.lists.set(attribute("abstractNumId") ?? "", levels);
      } else if (name === "w:lvl" && levels) {
        level = { format: "decimal", pattern: "", start: 1 };
        const at = Number(attribute("ilvl"));
        if (at >= 0 && at < LEVELS) levels[at] = level;
      } else if (name === "w:numFmt" && level) level.format = value;
      else if (name === "w:lvlText" && level) level.pattern = value;
      else if (name === "w:start" && level) level.start = startOf(value);
      else if (name === "w:num") {
        use = { list: "", starts: new Map() };
        numbering.uses.set(attribute("numId") ?? "", use);
      } else if (name === "w:abstractNumId" && use) use.list = value;
      else if (name === "w:lvlOverride") override = Number(attribute("ilvl"));
      else if (name === "w:startOverride" && use) use.starts.set(override, startOf(value));
    },
    close(name) {
      if (name === "w:abstractNum") levels = undefined;
      else if (name === "w:lvl") level = undefined;
      else if (name === "w:num") use = undefined;
    },
  });
  return numbering;
}

function startOf(value: string): number {
  const start = Number(value);
  return Number.isSafeInteger(start) && start >= 0 && start < 1_000_000 ? start : 1;
}

function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(1 + Math.floor((value - 1) / 26), 8));
}

/** A number in the manner of its list. Manners that are rare count in digits. */
function inFormat(value: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return value < 1 ? String(value) : letters(value);
    case "upperLetter":
      return value < 1 ? String(value) : letters(value).toUpperCase();
    case "lowerRoman":
      return value < 1 || value > 200 ? String(value) : roman(value).toLowerCase();
    case "upperRoman":
      return value < 1 || value > 200 ? String(value) : roman(value);
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCountingThousand":
    case "japaneseCounting":
      return value < 1 || value > 99 ? String(value) : chineseNumber(value);
    default:
      return String(value);
  }
}

/**
 * Counts along a text.
 * @returns a function that gives the marker of the next paragraph of a list: "1.", "(a)", "•"; undefined for an unknown list
 */
export function counter(numbering: Numbering): (numId: string, depth: number) => string | undefined {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (numId, depth) => {
    const use = numbering.uses.get(numId);
    const levels = use && numbering.lists.get(use.list);
    const level = levels?.[depth];
    if (!use || !levels || !level || level.format === "none") return undefined;
    if (level.format === "bullet") return "•";
    const list = counts.get(use.list) ?? [];
    counts.set(use.list, list);
    const restart = use.starts.get(depth);
    const first = !begun.has(`${numId} ${depth}`);
    begun.add(`${numId} ${depth}`);
    if (first && restart !== undefined) list[depth] = restart;
    else list[depth] = list[depth] === undefined ? level.start : list[depth] + 1;
    list.length = depth + 1;
    return level.pattern.replace(/%([1-9])/g, (_, one) => {
      const at = Number(one) - 1;
      return inFormat(list[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? "decimal");
    });
  };
}
