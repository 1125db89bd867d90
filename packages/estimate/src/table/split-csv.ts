/**
 * A small CSV reader (RFC 4180) that takes text piece by piece, so that a file of any size passes through in
 * bounded memory: quoted fields, doubled quotes, CR LF or LF, a byte order mark, comma, semicolon or tab.
 */

/** A longer field means a quote that was opened and never closed. */
const LONGEST_FIELD = 100_000;

export class CsvSplitter {
  private readonly emit: (fields: string[], line: number) => boolean;
  private field = "";
  private fields: string[] = [];
  private quoted = false;
  private closedQuote = false;
  private line = 1;
  private startLine = 1;
  private separator = "";
  private stopped = false;

  /**
   * @param emit called for every record with its fields and the line on which it starts; returns false to stop
   */
  constructor(emit: (fields: string[], line: number) => boolean) {
    this.emit = emit;
  }

  /** Takes the next piece of text. @returns false once the receiver has asked to stop */
  push(text: string): boolean {
    if (this.separator === "") this.separator = guessSeparator(text);
    for (let i = 0; i < text.length && !this.stopped; i++) this.take(text.charAt(i));
    return !this.stopped;
  }

  private take(c: string): void {
    if (c === "\uFEFF" && this.line === 1 && this.fields.length === 0 && this.field === "") return;
    if (this.quoted) {
      if (c === '"') {
        this.quoted = false;
        this.closedQuote = true;
        return;
      }
      if (c === "\n") this.line++;
      this.append(c);
    } else if (c === '"' && this.closedQuote) {
      this.append(c);
      this.quoted = true;
    } else if (c === '"' && this.field === "") {
      this.quoted = true;
    } else if (c === this.separator) {
      this.endField();
    } else if (c === "\n") {
      this.line++;
      this.endRecord();
    } else if (c !== "\r") {
      this.append(c);
    }
    this.closedQuote = false;
  }

  private append(c: string): void {
    this.field += c;
    if (this.field.length > LONGEST_FIELD) this.endRecord();
  }

  private endField(): void {
    this.fields.push(this.field);
    this.field = "";
  }

  private endRecord(): void {
    this.endField();
    const fields = this.fields;
    this.fields = [];
    const blank = fields.every((f) => f.trim() === "");
    if (!blank && !this.emit(fields, this.startLine)) this.stopped = true;
    this.startLine = this.line;
  }

  /** Ends the text. @returns false if it ends inside a quoted field */
  end(): boolean {
    if (this.stopped) return true;
    const open = this.quoted;
    if (this.field !== "" || this.fields.length > 0) this.endRecord();
    return !open;
  }
}

function guessSeparator(text: string): string {
  const head = text.slice(0, text.indexOf("\n") < 0 ? text.length : text.indexOf("\n"));
  const counts = [",", ";", "\t"].map((c) => ({ c, n: head.split(c).length }));
  counts.sort((a, b) => b.n - a.n);
  return counts[0]!.c;
}
