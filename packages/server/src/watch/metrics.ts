/** What an operator's monitoring reads, in the form of Prometheus. Figures of the database are asked for when somebody looks. */
import { SYSTEM } from "@concord/core/access";
import { countJobs, type Store } from "@concord/store";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { errorFacts, log } from "./log.ts";
import { DURATION_BOUNDS, type Meter } from "./meter.ts";

/** Figures that a part of the program adds to the page: name, help and values by label. */
export interface Figure {
  name: string;
  help: string;
  read(): Promise<readonly { labels: Readonly<Record<string, string>>; value: number }[]>;
}

/** How many jobs there are, by kind and state. */
export const jobFigure = (store: Store): Figure => ({
  name: "concord_jobs",
  help: "Jobs by kind and state; those that ended well are kept for thirty days",
  read: async () =>
    (await store.read(countJobs, SYSTEM)).map(({ kind, state, count }) => ({
      labels: { kind, state },
      value: count,
    })),
});

function requestLines(meter: Meter): string {
  const lines = [
    "# HELP concord_request_seconds How long requests took, by kind and class of status",
    "# TYPE concord_request_seconds histogram",
  ];
  for (const { kind, status, count, seconds, within } of meter.tallies()) {
    const labels = `kind="${kind}",status="${status}"`;
    for (const [at, bound] of DURATION_BOUNDS.entries())
      lines.push(`concord_request_seconds_bucket{${labels},le="${bound}"} ${within[at] ?? 0}`);
    lines.push(`concord_request_seconds_bucket{${labels},le="+Inf"} ${count}`);
    lines.push(`concord_request_seconds_sum{${labels}} ${seconds}`);
    lines.push(`concord_request_seconds_count{${labels}} ${count}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Reads a figure into a gauge, which is made when its labels are first seen. */
function gaugeReader(registry: Registry, { name, help, read }: Figure): () => Promise<void> {
  let gauge: Gauge | undefined;
  return async () => {
    const found = await read();
    const [first] = found;
    if (first)
      gauge ??= new Gauge({ name, help, labelNames: Object.keys(first.labels), registers: [registry] });
    gauge?.reset();
    for (const { labels, value } of found) gauge?.set({ ...labels }, value);
  };
}

/**
 * Makes the page of metrics.
 * @returns writes it as it is now; figures that can't be read are left out and `concord_figure_unread` says which
 */
export function createMetrics(
  meter: Meter,
  version: string,
  figures: readonly Figure[],
): () => Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "concord_info",
    help: "Version of the program",
    labelNames: ["version"],
    registers: [registry],
  }).set({ version }, 1);
  const unread = new Gauge({
    name: "concord_figure_unread",
    help: "1 where a figure could not be read just now",
    labelNames: ["figure"],
    registers: [registry],
  });
  const readers = figures.map((figure) => ({ name: figure.name, read: gaugeReader(registry, figure) }));
  return async () => {
    for (const { name, read } of readers)
      await read().then(
        () => unread.set({ figure: name }, 0),
        (error: unknown) => {
          unread.set({ figure: name }, 1);
          log.warn(errorFacts(error), "a figure could not be read");
        },
      );
    return (await registry.metrics()) + requestLines(meter);
  };
}
