/** One record of a CSV file: its cells as written, and where it starts in the file. */
export interface CsvRow {
  /** Line of the file on which the record starts; the header is line 1. */
  line: number;
  cells: readonly string[];
}

/** What keeps a text from being read as CSV, at a line, with what to do about it. */
export interface CsvProblem {
  line: number;
  detail: string;
  cure: string;
}

export interface CsvTable {
  header: readonly string[];
  /** Every record that could be read, each as wide as the header. */
  rows: readonly CsvRow[];
  /** Empty when the whole text was read. */
  problems: readonly CsvProblem[];
}

/**
 * Reads comma-separated values as RFC 4180 writes them: quotes doubled inside quoted cells, line breaks
 * allowed there, CRLF or LF, a byte-order mark ignored, blank lines skipped. Every cell stays text: no guess at
 * numbers or dates.
 *
 * @param text the whole file, decoded
 * @returns header, rows with their line numbers, and problems. Never throws: a stray quote or a row with too
 *   many or too few cells is a problem that names its line, and reading goes on with the next line.
 */
export function readCsv(text: string): CsvTable {
  const problems: CsvProblem[] = [];
  const rows: CsvRow[] = [];
  let header: readonly string[] | undefined;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const record = readRecord(text, at);
    if (record.problem) problems.push({ line, ...record.problem });
    else if (!isBlank(text, at, record)) {
      if (header === undefined) header = record.cells;
      else if (record.cells.length === header.length) rows.push({ line, cells: record.cells });
      else problems.push({ line, ...wrongWidth(record.cells.length, header.length) });
    }
    at = record.next;
    line += record.lines;
  }
  if (header === undefined && problems.length === 0)
    problems.push({ line: 1, detail: "the file is empty", cure: "Restore it; line 1 names the columns." });
  return { header: header ?? [], rows, problems };
}

interface RawRecord {
  cells: string[];
  /** Where the next record starts. */
  next: number;
  /** Lines of the file that the record takes up. */
  lines: number;
  problem?: { detail: string; cure: string };
}

/** Most records hold no quote at all: those are cut at the commas, which is what makes large files quick. */
function readRecord(text: string, at: number): RawRecord {
  const lineFeed = text.indexOf("\n", at);
  const end = lineFeed < 0 ? text.length : lineFeed;
  const line = text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end);
  if (!line.includes('"')) return { cells: line.split(","), next: end + 1, lines: 1 };
  return readQuotedRecord(text, at, end);
}

function readQuotedRecord(text: string, start: number, firstLineEnd: number): RawRecord {
  const cells: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const cell = readQuotedCell(text, at);
      if (cell === undefined) return broken(firstLineEnd, "a quote is opened and never closed");
      cells.push(cell.value);
      lines += cell.value.split("\n").length - 1;
      at = cell.next;
    } else {
      const value = /[^,"\n]*/y;
      value.lastIndex = at;
      const found = value.exec(text)?.[0] ?? "";
      at += found.length;
      if (text[at] === '"') return broken(firstLineEnd, "a quote stands inside an unquoted cell");
      const endsLine = text[at] !== ",";
      cells.push(endsLine && found.endsWith("\r") ? found.slice(0, -1) : found);
    }
    if (text[at] === ",") at += 1;
    else if (at >= text.length) return { cells, next: at, lines };
    else if (text[at] === "\n") return { cells, next: at + 1, lines };
    else if (text[at] === "\r" && text[at + 1] === "\n") return { cells, next: at + 2, lines };
    else return broken(firstLineEnd, "text follows a closing quote");
  }
}

function readQuotedCell(text: string, open: number): { value: string; next: number } | undefined {
  let from = open + 1;
  let value = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

/** The line on which a broken record starts is given up; reading goes on with the line after it. */
function broken(lineEnd: number, detail: string): RawRecord {
  return {
    cells: [],
    next: lineEnd + 1,
    lines: 1,
    problem: { detail, cure: "Put the cell in double quotes and double each quote inside it." },
  };
}

function isBlank(text: string, at: number, record: RawRecord): boolean {
  return record.cells.length === 1 && record.cells[0] === "" && text[at] !== '"';
}

function wrongWidth(found: number, expected: number): { detail: string; cure: string } {
  return {
    detail: `the row has ${found} ${found === 1 ? "cell" : "cells"}, the header ${expected}`,
    cure: "Look for a missing comma, or for a cell with a comma that is not in double quotes.",
  };
}
