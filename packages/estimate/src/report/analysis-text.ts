/** The analysis as text for a terminal: the verdict first, then the tables. */
import type { Analysis } from "../analysis/analyse.ts";
import type { MethodEstimate } from "../analysis/compare-methods.ts";
import { sayTerm } from "../model/model.ts";
import { plain } from "./escape-text.ts";
import { sayFit } from "./say-fit.ts";

/** @param columns width of the terminal */
export function analysisToText(analysis: Analysis, columns: number): string {
  const { table, verdict, bootstrap } = analysis;
  const lines: string[] = [];
  lines.push(...wrap(verdict.headline, columns), "");
  for (const reason of verdict.reasons) {
    lines.push(...wrap(`${reason.weight === "heavy" ? "!!" : "! "} ${reason.sentence}`, columns, "   "));
  }
  if (verdict.reasons.length > 0) lines.push("");
  lines.push(
    `Observed ${plain(table.observed)} on ${table.lists.length} lists; hidden ${plain(analysis.total - table.observed)}; total ${plain(analysis.total)} by ${analysis.methodName}`,
    ...wrap(`Model ${analysis.fit.name}`, columns, "      "),
    ...wrap(sayFit(analysis.goodness), columns, "      "),
  );
  for (const pair of analysis.passedOver) {
    lines.push(
      ...wrap(`Passed over ${sayTerm(table.lists, pair)}: with it no finite estimate would exist.`, columns),
    );
  }
  const percent = `${Math.round(analysis.options.level * 1000) / 10} %`;
  const intervals: [string, number, number][] = [
    ["normal, model taken for granted", analysis.normal.lower, analysis.normal.upper],
    ["profile likelihood, model taken for granted", analysis.profile.lower, analysis.profile.upper],
  ];
  if (bootstrap) {
    intervals.push(
      ["percentile bootstrap, model chosen anew", bootstrap.percentile.lower, bootstrap.percentile.upper],
      ["BCa bootstrap, model chosen anew", bootstrap.bca.lower, bootstrap.bca.upper],
    );
  }
  lines.push(
    "",
    ...columnsOf(
      [`${percent} interval`, "from", "to"],
      intervals.map(([n, l, u]) => [n, plain(l), plain(u)]),
    ),
  );
  for (const remark of bootstrap?.bca.remarks ?? []) lines.push(...wrap(`(${remark})`, columns));
  if (analysis.methods.length > 0) lines.push("", ...methodsToLines(analysis.methods));
  lines.push(
    "",
    ...columnsOf(
      ["variant", "total", "from", "to"],
      [...analysis.leftOut, ...analysis.thresholds].map((v) => [
        v.name,
        plain(v.total),
        plain(v.interval?.lower),
        plain(v.interval?.upper),
      ]),
    ),
  );
  if (analysis.coverage) {
    const share = (x: number): string => (Number.isNaN(x) ? "–" : `${(100 * x).toFixed(1)} %`);
    const c = analysis.coverage;
    lines.push(
      "",
      `Coverage in ${c.simulations} simulated tables: normal ${share(c.normal)}, percentile ${share(c.percentile)}, BCa ${share(c.bca)} (± ${(100 * c.standardError).toFixed(1)})`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** A table of methods. */
export function methodsToLines(methods: readonly MethodEstimate[]): string[] {
  return columnsOf(
    ["method", "total", "from", "to"],
    methods.map((m) => [m.name, plain(m.total), plain(m.interval?.lower), plain(m.interval?.upper)]),
  );
}

/** Lines of a table whose first column stands left and whose others stand right. */
export function columnsOf(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, i) => Math.max(...all.map((row) => (row[i] ?? "").length)));
  return all.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd(),
  );
}

/** Breaks a sentence at blanks. */
export function wrap(text: string, columns: number, indent = ""): string[] {
  const width = Math.max(40, columns);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
