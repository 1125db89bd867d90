/** Rows of a CSV file as a stream: RFC 4180 quoting, commas, UTF-8 with or without byte order mark, any line ends. */
import { createReadStream } from "node:fs";
import { LinkageError } from "./linkage-error.ts";

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
  private row = 0;
  private nextQuote = -1;

  /** Row number of the row that comes next; the header is row 1. */
  get nextRow(): number {
    return this.row + 1;
  }

  /**
   * Takes the next piece of text.
   * @param text any piece; rows may be cut anywhere
   * @param last whether the text ends here
   * @returns the rows completed by it; empty lines are skipped
   */
  push(text: string, last: boolean): string[][] {
    const all = this.rest + text;
    this.nextQuote = all.indexOf('"');
    const rows: string[][] = [];
    let at = 0;
    while (at < all.length) {
      const end = this.rowEnd(all, at, last);
      if (end < 0) break;
      const line = all.slice(at, end > at && all[end - 1] === "\r" ? end - 1 : end);
      at = end + 1;
      this.row++;
      rows.push(line === "" ? [] : this.cells(line));
    }
    this.rest = all.slice(at);
    if (this.rest.length > LONGEST_ROW) {
      throw new LinkageError(`row ${this.row + 1}`, "doesn't end", "close its quotation mark");
    }
    return rows;
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
  const splitter = new CsvSplitter();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes: Uint8Array | null): string => {
    try {
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new LinkageError(
        `row ${splitter.nextRow} or soon after`,
        "isn't UTF-8",
        "save the file as UTF-8",
      );
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const firstRow = splitter.nextRow;
    const rows = splitter.push(decode(chunk as Uint8Array), false);
    if (rows.length > 0) yield { firstRow, rows };
  }
  const firstRow = splitter.nextRow;
  const rows = splitter.push(decode(null), true);
  if (rows.length > 0) yield { firstRow, rows };
}

/** A cell for a CSV file: quoted where needed; a cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
