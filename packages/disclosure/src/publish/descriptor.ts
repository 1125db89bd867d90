import { createHash } from "node:crypto";
import type { DataTable, Publication } from "./publication.ts";

export interface WrittenTable {
  table: DataTable;
  bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  hash: string;
}

/**
 * The Frictionless Data Package descriptor (version 2.0) of a release.
 * @param today `YYYY-MM-DD`; @param written the tables as they were written; @param codebook the codebook's text
 */
export function describeRelease(
  publication: Publication,
  today: string,
  written: readonly WrittenTable[],
  codebook: string,
): string {
  const resources = written.map(({ table, bytes, hash }) => ({
    name: table.name,
    type: "table",
    path: `${table.name}.csv`,
    title: table.title,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${hash}`,
    schema: {
      fields: table.fields.map(({ name, type, description }) => ({ name, type, description })),
      missingValues: [""],
    },
  }));
  const codebookResource = {
    name: "codebook",
    type: "table",
    path: "codebook.csv",
    title: "Codebook",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: Buffer.byteLength(codebook),
    hash: `sha256:${createHash("sha256").update(codebook).digest("hex")}`,
    schema: {
      fields: [
        { name: "table", type: "string", description: "Name of the table" },
        { name: "variable", type: "string", description: "Name of the column" },
        { name: "type", type: "string", description: "Whole numbers or text" },
        {
          name: "value",
          type: "string",
          description: "A value that occurs; empty: not known, or suppressed",
        },
        { name: "rows", type: "integer", description: "Rows of the release with this value" },
        { name: "description", type: "string", description: "What the column holds" },
      ],
      missingValues: [],
    },
  };
  const descriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `release-${publication.method}`,
    title: publication.title,
    description: publication.description,
    created: `${today}T00:00:00Z`,
    resources: [...resources, codebookResource],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}
