/**
 * Reads a capture table, or case rows, from CSV text.
 *
 * *Capture table*: a column for each list holding 0 or 1, and a last column of counts called `count`
 * (also `counts`, `n`, `freq`, `frequency`, in any case of letters).
 * *Case rows*: no such column; each row is one case. Other columns may stand there if the list columns are named.
 */
import { type Outcome, type Refusal, refuse } from "../refusal.ts";
import { buildCaptureTable, type CaptureRow, type CaptureTable, MOST_LISTS } from "./capture-table.ts";
import { CsvSplitter } from "./split-csv.ts";

const COUNT_NAMES = ["count", "counts", "n", "freq", "frequency"];
const ON = new Set(["1", "true", "yes"]);
const OFF = new Set(["0", "false", "no"]);

export interface ReadOptions {
  /** Names of the list columns; without it, every column but the count is a list. */
  readonly lists?: readonly string[];
  /** Name of the count column; without it, a column with one of the usual names. */
  readonly count?: string;
}

/** Takes CSV text piece by piece and ends in a table or a refusal. Memory does not grow with the file. */
export class CaptureReader {
  private readonly options: ReadOptions;
  private readonly splitter: CsvSplitter;
  private refusal: Refusal | undefined;
  private header: { lists: string[]; columns: number[]; count: number; width: number } | undefined;
  private readonly rows: CaptureRow[] = [];
  private readonly tally = new Map<number, number>();
  private cases = 0;

  constructor(options: ReadOptions = {}) {
    this.options = options;
    this.splitter = new CsvSplitter((fields, line) => {
      const wrong = this.header ? this.takeRow(fields, line) : this.takeHeader(fields);
      this.refusal = wrong?.refusal;
      return wrong === undefined;
    });
  }

  /** @returns false once something is wrong; `end` says what */
  push(text: string): boolean {
    return this.splitter.push(text);
  }

  /** Ends the text and gives the table. */
  end(): Outcome<CaptureTable> {
    const closed = this.splitter.end();
    if (this.refusal) return { ok: false, refusal: this.refusal };
    if (!closed) {
      return refuse(
        "open-quote",
        "end of file",
        "A quoted field is never closed.",
        "Close the quotation mark.",
      );
    }
    if (!this.header) {
      return refuse(
        "empty-file",
        "file",
        "The file is empty.",
        "Give a header row with the names of the lists.",
      );
    }
    const { lists, count } = this.header;
    if (count >= 0) return buildCaptureTable(lists, this.rows);
    const none = this.tally.get(0);
    if (none !== undefined && none > 0) {
      return refuse(
        "case-on-no-list",
        this.firstUnlisted,
        `${none} of ${this.cases} cases are on none of the lists.`,
        "Remove these rows, or name all list columns: a case on no list can't have been observed.",
      );
    }
    const rows = [...this.tally].map(([history, n]) => ({ history, count: n, place: "case rows" }));
    return buildCaptureTable(lists, rows);
  }

  private firstUnlisted = "";

  private takeHeader(fields: string[]) {
    const names = fields.map((f) => f.trim());
    const count = this.options.count
      ? names.indexOf(this.options.count)
      : names.findLastIndex((name) => COUNT_NAMES.includes(name.toLowerCase()));
    if (this.options.count && count < 0) return missingColumn(this.options.count, names);
    let columns = names.map((_, i) => i).filter((i) => i !== count);
    if (this.options.lists) {
      columns = [];
      for (const name of this.options.lists) {
        const at = names.indexOf(name);
        if (at < 0) return missingColumn(name, names);
        columns.push(at);
      }
    }
    if (columns.length > MOST_LISTS) {
      return refuse(
        "too-many-lists",
        "header",
        `There are ${columns.length} columns that could be lists; at most ${MOST_LISTS} can be handled.`,
        "Name the columns that are lists, or merge lists of the same kind.",
      );
    }
    this.header = { lists: columns.map((i) => names[i]!), columns, count, width: names.length };
    return undefined;
  }

  private takeRow(fields: string[], line: number) {
    const { columns, count, width, lists } = this.header!;
    if (fields.length !== width) {
      return refuse(
        "wrong-width",
        `line ${line}`,
        `The row has ${fields.length} fields where the header has ${width}.`,
        "Give every column a value; quote fields that contain the separator.",
      );
    }
    let history = 0;
    for (const [bit, column] of columns.entries()) {
      const mark = fields[column]!.trim().toLowerCase();
      if (ON.has(mark)) history |= 1 << bit;
      else if (!OFF.has(mark)) return wrongMark(fields[column]!, `line ${line}, column ${lists[bit]}`, count);
    }
    if (count < 0) {
      this.cases++;
      if (history === 0 && this.firstUnlisted === "") this.firstUnlisted = `line ${line}`;
      this.tally.set(history, (this.tally.get(history) ?? 0) + 1);
      return undefined;
    }
    const place = `line ${line}, column ${this.options.count ?? "count"}`;
    const text = fields[count]!.trim();
    if (text === "") {
      return refuse(
        "missing-count",
        place,
        "The count is missing.",
        "Write 0 if nobody was seen on exactly these lists.",
      );
    }
    if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) {
      return refuse(
        "count-not-a-number",
        place,
        `The count "${shorten(text)}" is not a number.`,
        "Write a whole number without separators, such as 1200.",
      );
    }
    this.rows.push({ history, count: Number(text), place });
    if (this.rows.length > 1 << MOST_LISTS) {
      return refuse(
        "too-many-rows",
        `line ${line}`,
        "There are more rows than combinations of lists.",
        "If each row is one case, leave out the count column.",
      );
    }
    return undefined;
  }
}

function missingColumn(name: string, names: readonly string[]) {
  return refuse(
    "unknown-column",
    "header",
    `There is no column "${name}".`,
    `Columns found: ${names.slice(0, 20).map(shorten).join(", ")}.`,
  );
}

function wrongMark(text: string, place: string, count: number) {
  if (text.trim() === "") {
    return refuse("missing-mark", place, "The mark is missing.", "Write 1 for on the list, 0 for not on it.");
  }
  return refuse(
    "not-a-mark",
    place,
    `"${shorten(text)}" is neither 0 nor 1.`,
    count < 0
      ? "Name the list columns, or call the column of counts “count”; lists hold 1 (on it) or 0 (not on it)."
      : "Lists hold 1 (on it) or 0 (not on it); name the list columns if there are others.",
  );
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * Reads a whole CSV text at once.
 * @param text the file's content
 */
export function readCaptures(text: string, options: ReadOptions = {}): Outcome<CaptureTable> {
  const reader = new CaptureReader(options);
  reader.push(text);
  return reader.end();
}

/**
 * Counts case rows by history: the bridge from record linkage, whose clusters say on which lists a person is.
 * @param lists names of the lists
 * @param cases for each case the set of its lists, as bits
 */
export function tallyCases(lists: readonly string[], cases: Iterable<number>): Outcome<CaptureTable> {
  const tally = new Map<number, number>();
  let number = 0;
  for (const history of cases) {
    number++;
    if (!Number.isInteger(history) || history < 1 || history >= 1 << lists.length) {
      return refuse(
        "case-on-no-list",
        `case ${number}`,
        "The case is on none of the lists, or on a list that has no name.",
        "Give every case at least one of the named lists.",
      );
    }
    tally.set(history, (tally.get(history) ?? 0) + 1);
  }
  return buildCaptureTable(
    lists,
    [...tally].map(([history, count]) => ({ history, count, place: "cases" })),
  );
}
