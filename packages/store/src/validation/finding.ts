/** Kinds of fault, stable for programs. */
export type FindingCode =
  | "bad-descriptor"
  | "missing-file"
  | "undescribed-file"
  | "damaged-file"
  | "changed-file"
  | "bad-csv"
  | "wrong-columns"
  | "missing-source"
  | "missing-value"
  | "bad-value"
  | "bad-date"
  | "bad-period"
  | "not-in-list"
  | "unknown-reference"
  | "duplicate"
  | "before-adoption"
  | "after-collection"
  | "signed-after-joining"
  | "joined-twice"
  | "left-without-joining"
  | "wrong-count";

/** One fault of the data files: where it stands, what is wrong, what to do. */
export interface Finding {
  /** Path within the data folder. */
  file: string;
  /** Line of the file; the header is line 1; 0 when the whole file is meant. */
  line: number;
  /** Name of the column; empty when the row or file as a whole is meant. */
  column: string;
  code: FindingCode;
  detail: string;
  cure: string;
}

/** Findings of one kind in one file beyond this number are only counted. */
const FINDINGS_PER_KIND = 25;

/** Gathers findings, so that a damaged file of 100,000 rows doesn't print 100,000 lines. */
export class FindingList {
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<string, number>();

  add(finding: Finding): void {
    const key = `${finding.file}\n${finding.code}\n${finding.column}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count <= FINDINGS_PER_KIND) this.#findings.push(finding);
  }

  /** All findings in the order found, each kind that was cut short with one line that says how many more. */
  all(): Finding[] {
    const findings = [...this.#findings];
    for (const [key, count] of this.#counts) {
      const [file = "", code = "", column = ""] = key.split("\n");
      const first = this.#findings.find(
        (one) => one.file === file && one.code === code && one.column === column,
      );
      if (count > FINDINGS_PER_KIND && first)
        findings.push({ ...first, line: 0, detail: `${count - FINDINGS_PER_KIND} more of this kind` });
    }
    return findings;
  }
}

/** A finding as one line of text: `file, line 3, column date: what is wrong. What to do.` */
export function describeFinding({ file, line, column, detail, cure }: Finding): string {
  const place = [file, line > 0 ? `line ${line}` : "", column ? `column ${column}` : ""];
  return `${place.filter(Boolean).join(", ")}: ${detail}. ${cure}`;
}
