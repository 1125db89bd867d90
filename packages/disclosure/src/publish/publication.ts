import type { Report } from "./report.ts";

/** What a publication consists of, before it is written anywhere. */
export interface Publication {
  method: "kanon" | "tables" | "dp" | "synthetic";
  title: string;
  /** How it was made and how to read it, for those who will use the data. */
  description: string;
  tables: DataTable[];
  report: Report;
  /**
   * True when the report's figures come from the real records and would give away what the release protects: it is for
   * those who decide on the release, and stays with them.
   */
  reportIsInternal: boolean;
  /** Lines for the terminal. */
  summary: string[];
}

/** One table of the release. */
export interface DataTable {
  /** File name without `.csv`. */
  name: string;
  title: string;
  fields: Field[];
  rows: number;
  /** CSV text in pieces, header included. */
  pieces(): Iterable<string>;
}

export interface Field {
  name: string;
  type: "integer" | "string";
  description: string;
  /** Values that occur and how many rows have them; left out where a field holds counts. */
  values?: { value: string; rows: number }[];
}
