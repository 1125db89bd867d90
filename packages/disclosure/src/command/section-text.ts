import type { Section } from "../publish/report.ts";

/** Sections of a report as text for a terminal. */
export function sectionsAsText(sections: readonly Section[]): string {
  return `${sections
    .map(({ heading, sentences = [], table }) =>
      [heading, ...sentences, ...(table ? tableAsText(table) : [])].join("\n"),
    )
    .join("\n\n")}\n`;
}

function tableAsText({ head, rows }: NonNullable<Section["table"]>): string[] {
  const texts = [
    head,
    ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell))),
  ];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => [...(row[column] ?? "")].length)));
  const numeric = head.map(
    (_, column) =>
      rows.length > 0 &&
      rows.every((row) => typeof row[column] === "number" || /^[\d.,]+( %)?$|^$/.test(String(row[column]))),
  );
  return texts.map((row) =>
    row
      .map((cell, column) => {
        const space = " ".repeat(widths[column]! - [...cell].length);
        return numeric[column] ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}
