/**
 * The analysis as one HTML file that needs nothing else: no script, no network, figures as SVG, a table to each.
 * It can be mailed, printed and archived; a content security policy in the file forbids it to load anything.
 */
import type { Analysis } from "../analysis/analyse.ts";
import type { Variant } from "../diagnosis/influence.ts";
import type { Interval } from "../interval/interval.ts";
import { casesOnSeveral, nonOverlappingPairs, sayHistory } from "../table/capture-table.ts";
import { escapeText as e, plain } from "./escape-text.ts";
import { drawHistogram, makeBins } from "./figure-histogram.ts";
import { drawRows, type FigureRow } from "./figure-rows.ts";
import { REPORT_STYLE } from "./report-style.ts";
import { sayFit } from "./say-fit.ts";

export interface ReportFrame {
  /** What the table is called, such as its file name. */
  readonly source: string;
  /** Day of the report, YYYY-MM-DD. */
  readonly day: string;
}

/** Writes the report. */
export function analysisToHtml(analysis: Analysis, frame: ReportFrame): string {
  const { verdict } = analysis;
  const title = `How many are hidden: ${frame.source}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${e(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${e(title)}</h1>
<p class="verdict ${verdict.grade.replace(" ", "-")}">${e(verdict.headline)}</p>
${reasons(analysis)}
${data(analysis)}
${intervals(analysis)}
${methods(analysis)}
${bootstrap(analysis)}
${variants("Without each list", "Lists that the estimate hangs on change it when they are left out.", analysis.leftOut, analysis)}
${variants("Threshold of stepwise choice", "The same table with pairs of lists added at other p-values.", analysis.thresholds, analysis)}
${merged(analysis)}
${cells(analysis)}
${model(analysis)}
${coverage(analysis)}
<footer>${e(frame.day)} · seed ${analysis.options.seed} · ${analysis.options.boot.toLocaleString("en")} replicates. Made by Concord; the methods are explained in its documentation, “Estimating how many are hidden”.</footer>
</main>
</body>
</html>
`;
}

function reasons({ verdict }: Analysis): string {
  if (verdict.reasons.length === 0) return "";
  const items = verdict.reasons.map((r) => `<li class="${r.weight}">${e(r.sentence)}</li>`);
  return `<ul class="reasons">${items.join("")}</ul>`;
}

function section(heading: string, lead: string, body: string): string {
  return `<section><h2>${e(heading)}</h2>${lead === "" ? "" : `<p>${e(lead)}</p>`}${body}</section>`;
}

function makeTable(heads: readonly string[], rows: readonly (readonly string[])[], caption: string): string {
  const head = heads.map((h) => `<th scope="col">${e(h)}</th>`).join("");
  const body = rows.map(
    ([first, ...rest]) =>
      `<tr><th scope="row">${e(first ?? "")}</th>${rest.map((c) => `<td>${e(c)}</td>`).join("")}</tr>`,
  );
  return `<div class="scroll"><table><caption>${e(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

function data({ table }: Analysis): string {
  const apart = nonOverlappingPairs(table).map((p) => sayHistory(table.lists, p));
  const lead = `${plain(table.observed)} cases on ${table.lists.length} lists, ${plain(casesOnSeveral(table))} of them on two or more. ${apart.length === 0 ? "Every pair of lists has cases in common." : `No case in common: ${apart.join(", ")}.`}`;
  const rows: string[][] = [];
  for (let h = 1; h < table.counts.length; h++) {
    if (table.counts[h]! > 0) rows.push([sayHistory(table.lists, h), plain(table.counts[h]!)]);
  }
  const counts = makeTable(["On exactly these lists", "Cases"], rows, "The capture table");
  return section("The data", lead, `<details><summary>The capture table</summary>${counts}</details>`);
}

function intervals(a: Analysis): string {
  const kinds: [string, Interval | undefined, string][] = [
    ["BCa bootstrap, model chosen anew each time", a.bootstrap?.bca, ""],
    ["Percentile bootstrap, model chosen anew", a.bootstrap?.percentile, ""],
    ["Parametric bootstrap, model chosen anew", a.bootstrap?.parametric, ""],
    ["Profile likelihood, model taken for granted", a.profile, ""],
    ["Normal on the log scale, model taken for granted", a.normal, ""],
  ];
  const rows = kinds.flatMap(([name, i]) =>
    i ? [[name, plain(i.lower), plain(i.upper), i.remarks.join(" ")]] : [],
  );
  const error = a.bootstrap?.bca.monteCarloError ?? [];
  const note =
    error.every(Number.isFinite) && error.length === 2
      ? `Monte Carlo standard error of the BCa ends: ${plain(error[0])} and ${plain(error[1])}.`
      : "";
  const lead = `Estimated total ${plain(a.total)}, of whom ${plain(a.total - a.table.observed)} on no list. ${note}`;
  const level = Math.round(a.options.level * 1000) / 10;
  return section(
    `Estimate and ${level} % intervals`,
    lead,
    makeTable(["Interval", "From", "To", "Remarks"], rows, "Intervals for the total"),
  );
}

function methods(a: Analysis): string {
  if (a.methods.length === 0) return "";
  const own: FigureRow = {
    name: `this report: ${a.methodName}`,
    total: a.total,
    lower: a.interval.lower,
    upper: a.interval.upper,
    reason: "",
  };
  const rows: FigureRow[] = [
    own,
    ...a.methods.map((m) => ({
      name: m.name,
      total: m.total,
      lower: m.interval?.lower,
      upper: m.interval?.upper,
      reason: m.total === undefined ? "none: see the table" : "",
    })),
  ];
  const table = makeTable(
    ["Method", "Total", "From", "To", "Note"],
    a.methods.map((m) => [
      m.name,
      plain(m.total),
      plain(m.interval?.lower),
      plain(m.interval?.upper),
      m.note,
    ]),
    "Other methods on the same table",
  );
  return section(
    "Other methods",
    "Where methods disagree, no single number should be quoted alone. Their intervals take the chosen model for granted, but for the Bayesian ones and the average.",
    drawRows("Estimate and interval by method", rows, a.total) + table,
  );
}

function bootstrap(a: Analysis): string {
  if (!a.bootstrap) return "";
  const { totals, bca, models } = a.bootstrap;
  const bins = makeBins(totals);
  const lead = `${totals.length.toLocaleString("en")} tables were drawn from the observed cases and analysed afresh. The shaded band is the BCa interval, ${plain(bca.lower)} to ${plain(bca.upper)}.`;
  const figure = drawHistogram("Distribution of the estimate over resampled tables", bins, a.total, [
    bca.lower,
    bca.upper,
  ]);
  const counts = makeTable(
    ["Total from", "to", "Replicates"],
    bins.map((b) => [plain(b.from), plain(b.to), String(b.count)]),
    "The distribution in figures",
  );
  const chosen = makeTable(
    ["Model", "Share of replicates"],
    models.map((m) => [m.name, `${(100 * m.share).toFixed(1)} %`]),
    "Models chosen most often",
  );
  return section(
    "Bootstrap",
    lead,
    `${figure}<details><summary>The distribution in figures</summary>${counts}</details>${chosen}`,
  );
}

function variants(heading: string, lead: string, list: readonly Variant[], a: Analysis): string {
  const rows: FigureRow[] = list.map((v) => ({
    name: v.name,
    total: v.total,
    lower: v.interval?.lower,
    upper: v.interval?.upper,
    reason: v.reason,
  }));
  const table = makeTable(
    ["Variant", "Total", "From", "To", "Model or reason"],
    list.map((v) => [
      v.name,
      plain(v.total),
      plain(v.interval?.lower),
      plain(v.interval?.upper),
      v.model || v.reason,
    ]),
    heading,
  );
  return section(heading, lead, drawRows(heading, rows, a.total) + table);
}

function merged(a: Analysis): string {
  if (a.merged.length === 0) return "";
  const rows = a.merged.map((v) => [
    v.name,
    plain(v.total),
    plain(v.interval?.lower),
    plain(v.interval?.upper),
    v.model || v.reason,
  ]);
  return section(
    "Two lists merged",
    "Lists that are kept apart by accident can be merged; the estimate should not hang on it.",
    makeTable(["Lists", "Total", "From", "To", "Model or reason"], rows, "Estimates with two lists merged"),
  );
}

function cells(a: Analysis): string {
  const rows = a.cells.map((c) => [c.name, plain(c.count), plain(c.lessOne), plain(c.lessAll)]);
  return section(
    "Weight of each kind of case",
    "The estimate without one case of this kind, and without all of them.",
    makeTable(
      ["On exactly these lists", "Cases", "Without one", "Without all"],
      rows,
      "Influence of cases, the weightiest first",
    ),
  );
}

function model(a: Analysis): string {
  const { fit, goodness, table } = a;
  const lead = `${fit.name}. ${sayFit(goodness)} AIC ${fit.aic.toFixed(2)}, AICc ${fit.aicc.toFixed(2)}, BIC ${fit.bic.toFixed(2)}.`;
  const parameters = makeTable(
    ["Term", "Parameter", "Standard error"],
    fit.parameters.map((q) => [
      q.name,
      Number.isFinite(q.value) ? q.value.toFixed(4) : "−∞ (no case in common)",
      Number.isNaN(q.standardError) ? "–" : q.standardError.toFixed(4),
    ]),
    "Parameters on the log scale; “hidden” is the logarithm of the number on no list",
  );
  const steps =
    a.steps.length === 0
      ? ""
      : makeTable(
          ["Added", "p-value", "Cases on both", "Expected before", "Total after"],
          a.steps.map((s) => [
            sayHistory(table.lists, s.pair),
            Math.exp(s.logP).toExponential(2),
            plain(s.overlap),
            s.expected.toFixed(1),
            plain(s.total),
          ]),
          "Steps of the choice",
        );
  const worst = makeTable(
    ["On exactly these lists", "Observed", "Expected", "Residual"],
    goodness.worst.map((w) => [
      sayHistory(table.lists, w.history),
      plain(w.observed),
      w.expected.toFixed(2),
      w.residual.toFixed(2),
    ]),
    "Combinations that fit worst",
  );
  return section("The model", lead, parameters + steps + worst);
}

function coverage(a: Analysis): string {
  if (!a.coverage) return "";
  const c = a.coverage;
  const share = (v: number): string => (Number.isNaN(v) ? "–" : `${(100 * v).toFixed(1)} %`);
  const rows = [
    ["Normal, model taken for granted", share(c.normal)],
    ["Percentile bootstrap", share(c.percentile)],
    ["BCa bootstrap", share(c.bca)],
  ];
  const lead = `${c.simulations} tables drawn from the fitted model with a known total of ${plain(c.truth)}; median estimate ${plain(c.medianTotal)}. A share of ${Math.round(a.options.level * 100)} % would have a standard error of ${(100 * c.standardError).toFixed(1)} points.`;
  return section(
    "Would the intervals cover the truth?",
    lead,
    makeTable(["Interval", "Holds the truth"], rows, "Coverage by simulation"),
  );
}
