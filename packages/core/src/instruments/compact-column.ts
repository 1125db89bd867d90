/**
 * One column of a table, packed for the wire so that gzip and brotli have little left to do. Three forms, chosen by what
 * the column holds: whole dates as day numbers, repeating values as a dictionary with codes, everything else as a list.
 * Codes are written in printable characters, one string per digit ("plane"), because a string of like digits compresses
 * better than a list of numbers.
 */
import { isoDay, parseDay } from "../vocabulary/index.ts";

/** What a cell may hold; lists and records are flattened before. */
export type Cell = string | number | boolean | null;

export type PackedColumn =
  /** Values as they are. */
  | readonly Cell[]
  /** Distinct values `d`, and for each row its place among them; `s` 1: each place is given as the step from the row before. */
  | { readonly d: readonly Cell[]; readonly p: readonly string[]; readonly s?: 1 }
  /** Days since 1800-01-01; `x` lists [row, text] of those cells that are no full date (R3) or empty. */
  | { readonly day: readonly string[]; readonly x: readonly (readonly [number, string])[] };

/** Printable ASCII without the two characters that JSON escapes: 92 digits. */
const DIGITS = Array.from({ length: 94 }, (_, code) => String.fromCharCode(33 + code))
  .filter((digit) => digit !== '"' && digit !== "\\")
  .join("");
const BASE = DIGITS.length;
const DIGIT_VALUE = new Uint8Array(128);
for (let value = 0; value < BASE; value++) DIGIT_VALUE[DIGITS.charCodeAt(value)] = value;

/** 1800-01-01 as a day number, so that every date of treaty practice is positive. */
const FIRST_DAY = -62_091;
const DAY_PLANES = 3;
const LAST_DAY = FIRST_DAY + BASE ** DAY_PLANES - 1;

function planesFor(codeCount: number): number {
  let planes = 1;
  for (let room = BASE; room < codeCount; room *= BASE) planes++;
  return planes;
}

function writePlanes(codes: readonly number[], planeCount: number): string[] {
  return Array.from({ length: planeCount }, (_, plane) => {
    const divisor = BASE ** plane;
    return codes.map((code) => DIGITS[Math.floor(code / divisor) % BASE]).join("");
  });
}

function readPlanes(planes: readonly string[]): number[] {
  const rows = planes[0]?.length ?? 0;
  const codes = new Array<number>(rows).fill(0);
  planes.forEach((plane, place) => {
    const factor = BASE ** place;
    for (let row = 0; row < rows; row++)
      codes[row] = (codes[row] ?? 0) + factor * (DIGIT_VALUE[plane.charCodeAt(row)] ?? 0);
  });
  return codes;
}

/** Shannon entropy of a list of codes, in bits a row: what an ideal coder that knows nothing but frequencies would need. */
function entropy(codes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / codes.length) * Math.log2(count / codes.length);
  return bits;
}

/** Packs one column; `unpackColumn` gives back exactly the same cells. */
export function packColumn(cells: readonly Cell[]): PackedColumn {
  const values = [...new Set(cells)];
  const whole = cells.map((cell) => (typeof cell === "string" ? parseDay(cell) : undefined));
  const isDay = (day: number | undefined): day is number =>
    day !== undefined && day >= FIRST_DAY && day <= LAST_DAY;
  const partial = whole.filter((day) => !isDay(day)).length;
  if (
    values.length > BASE &&
    partial * 10 < cells.length &&
    cells.every((cell) => typeof cell === "string")
  ) {
    const codes = whole.map((day) => (isDay(day) ? day - FIRST_DAY : 0));
    const exceptions = cells.flatMap((cell, row): [number, string][] =>
      isDay(whole[row]) ? [] : [[row, String(cell)]],
    );
    return { day: writePlanes(codes, DAY_PLANES), x: exceptions };
  }
  if (values.length * 2 > cells.length) return cells;
  const sorted = values.map((value) => JSON.stringify(value)).sort();
  const place = new Map(sorted.map((text, index) => [text, index]));
  const codes = cells.map((cell) => place.get(JSON.stringify(cell)) ?? 0);
  const steps = codes.map((code, row) => (code - (codes[row - 1] ?? 0) + values.length) % values.length);
  const planeCount = planesFor(values.length);
  const dictionary = sorted.map((text) => JSON.parse(text) as Cell);
  if (entropy(steps) < entropy(codes)) return { d: dictionary, p: writePlanes(steps, planeCount), s: 1 };
  return { d: dictionary, p: writePlanes(codes, planeCount) };
}

/**
 * Reads a packed column.
 * @throws RangeError when a code points beyond its dictionary: the answer was damaged on its way
 */
export function unpackColumn(column: PackedColumn): Cell[] {
  if ("day" in column) {
    const cells: Cell[] = readPlanes(column.day).map((code) => isoDay(code + FIRST_DAY));
    for (const [row, text] of column.x) cells[row] = text;
    return cells;
  }
  if (!("d" in column)) return [...column];
  const codes = readPlanes(column.p);
  let before = 0;
  return codes.map((written) => {
    const code = column.s ? (before + written) % column.d.length : written;
    before = code;
    const cell = column.d[code];
    if (cell === undefined) throw new RangeError("a packed column points beyond its dictionary");
    return cell;
  });
}
