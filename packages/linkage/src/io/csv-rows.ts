/** Rows of a CSV file as a stream: RFC 4180 quoting, commas, UTF-8 with or without byte order mark, any line ends. */
import { createReadStream } from "node:fs";
import { LinkageError, refusalError } from "./linkage-error.ts";

/** Longest row, in characters: beyond it a quotation mark was left open. */
const LONGEST_ROW = 4 * 1024 * 1024;

/** Rows with the number of the first one's line in the file, counted from 1. */
export interface RowBatch {
  firstRow: number;
  rows: string[][];
}

/** Splits text into rows, keeping what isn't complete yet; one for a file. */
export class CsvSplitter {
  private rest = "";
  private row: number;
  private nextQuote = -1;

  /** @param firstRow number of the first row of the text in its file */
  constructor(firstRow = 1) {
    this.row = firstRow - 1;
  }

  /** Row number of the row that comes next; the header is row 1. */
  get nextRow(): number {
    return this.row + 1;
  }

  /**
   * Takes the next piece of text.
   * @param text any piece; rows may be cut anywhere
   * @param last whether the text ends here
   * @returns the rows completed by it; an empty line has no cells
   */
  push(text: string, last: boolean): string[][] {
    const rows: string[][] = [];
    this.cut(text, last, (line) => rows.push(line === "" ? [] : this.cells(line)));
    return rows;
  }

  /**
   * Takes the next piece of text without splitting its rows into cells.
   * @param most stop after so many rows
   * @returns the text of the rows completed by it
   */
  whole(text: string, last: boolean, most = Number.POSITIVE_INFINITY): string {
    return this.cut(text, last, () => {}, most);
  }

  private cut(
    text: string,
    last: boolean,
    take: (line: string) => void,
    most = Number.POSITIVE_INFINITY,
  ): string {
    const all = this.rest + text;
    this.nextQuote = all.indexOf('"');
    let at = 0;
    for (let rows = 0; at < all.length && rows < most; rows++) {
      const end = this.rowEnd(all, at, last);
      if (end < 0) break;
      const line = all.slice(at, end > at && all[end - 1] === "\r" ? end - 1 : end);
      at = end + 1;
      this.row++;
      take(line);
    }
    this.rest = all.slice(at);
    if (this.rest.length > LONGEST_ROW && most === Number.POSITIVE_INFINITY) {
      throw new LinkageError(`row ${this.row + 1}`, "doesn't end", "close its quotation mark");
    }
    return all.slice(0, at);
  }

  /** Index of the line end that closes the row, all.length at the end of the text, −1 when more is needed. */
  private rowEnd(all: string, from: number, last: boolean): number {
    let at = from;
    for (;;) {
      const end = all.indexOf("\n", at);
      // looked up once until it is passed: a file without quotation marks isn't searched to its end for every row
      if (this.nextQuote >= 0 && this.nextQuote < at) this.nextQuote = all.indexOf('"', at);
      const quote = this.nextQuote;
      if (quote < 0 || (end >= 0 && end < quote)) return end >= 0 ? end : last ? all.length : -1;
      const close = all.indexOf('"', quote + 1);
      if (close < 0) {
        if (last)
          throw new LinkageError(
            `row ${this.row + 1}`,
            "opens a quotation mark that isn't closed",
            "close it",
          );
        return -1;
      }
      at = close + 1;
    }
  }

  private cells(line: string): string[] {
    if (!line.includes('"')) return line.split(",");
    const cells: string[] = [];
    let at = 0;
    while (at <= line.length) {
      if (line[at] !== '"') {
        const comma = line.indexOf(",", at);
        const end = comma < 0 ? line.length : comma;
        cells.push(line.slice(at, end));
        at = end + 1;
        continue;
      }
      let cell = "";
      let from = at + 1;
      for (;;) {
        const quote = line.indexOf('"', from);
        cell += line.slice(from, quote);
        if (line[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        cell += '"';
        from = quote + 2;
      }
      if (at < line.length && line[at] !== ",") {
        throw new LinkageError(
          `row ${this.row}`,
          "has text after a closing quotation mark",
          "double the marks inside a cell",
        );
      }
      cells.push(cell);
      at++;
    }
    return cells;
  }
}

/**
 * Reads a CSV file row by row, in batches; memory stays bounded whatever the file's size.
 * @param path of the file
 * @throws LinkageError where the text isn't UTF-8, or quoting is broken
 */
export async function* readCsvRows(path: string): AsyncGenerator<RowBatch> {
  for await (const { firstRow, text } of readCsvText(path)) {
    yield { firstRow, rows: new CsvSplitter(firstRow).push(text, true) };
  }
}

/** The same with the rows' text as it is: each piece holds whole rows, one at least. */
export async function* readCsvText(path: string): AsyncGenerator<{ firstRow: number; text: string }> {
  const splitter = new CsvSplitter();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const take = (bytes: Uint8Array | null) => {
    const firstRow = splitter.nextRow;
    let text: string;
    try {
      text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new LinkageError(
        `${path}, row ${firstRow} or soon after`,
        "isn't UTF-8",
        "save the file as UTF-8",
      );
    }
    try {
      return { firstRow, text: splitter.whole(text, bytes === null) };
    } catch (error) {
      if (error instanceof LinkageError) throw refusalError(path, error.refusals);
      throw error;
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const piece = take(chunk as Uint8Array);
    if (piece.text !== "") yield piece;
  }
  const piece = take(null);
  if (piece.text !== "") yield piece;
}

/** A cell for a CSV file: quoted where needed; a cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
