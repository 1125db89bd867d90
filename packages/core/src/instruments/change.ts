import type { IsoDay, Result } from "../vocabulary/index.ts";
import { ok, refuse } from "../vocabulary/index.ts";
import type { Changes } from "./answer.ts";
import type { Law } from "./law.ts";
import { dayOf } from "./participation.ts";
import { dayNumberOf, standingOf } from "./standing.ts";

/**
 * What lies in (from, to] (R20): treaty actions by their own date, pairs that became bound or ceased to be, instruments
 * adopted and entered into force. The European Union is included; directives count as pairs, soft law doesn't.
 * Refuses dates that are not in order.
 */
export function changes(law: Law, from: IsoDay, to: IsoDay): Result<Changes> {
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  if (first >= last)
    return refuse(
      "dates-out-of-order",
      "to",
      `Changes are asked from ${from} to ${to}, which is no span of time.`,
      "Give a first date that lies before the second.",
    );
  const within = (day: number | undefined): boolean => day !== undefined && first < day && day <= last;
  const actions = law.knowledge.participation
    .filter((row) => within(dayOf(row).last))
    .map(({ date, instrument, iso3, action }) => ({ date, instrument, state: iso3, action }))
    .sort((a, b) =>
      compareKeys([a.date, a.instrument, a.state, a.action], [b.date, b.instrument, b.state, b.action]),
    );
  const idsWhere = (test: (index: number) => boolean): string[] =>
    law.instrumentOrder.filter(test).map((index) => law.instruments[index]!.id);
  return ok({
    from,
    to,
    action_count: actions.length,
    actions,
    ...changedPairs(law, first, last),
    adopted: idsWhere((index) => within(law.instruments[index]!.adopted)),
    entered_into_force: idsWhere((index) => within(law.instruments[index]!.inForce)),
  });
}

function changedPairs(law: Law, first: number, last: number): Pick<Changes, "became_bound" | "ceased"> {
  const became_bound: Changes["became_bound"] = [];
  const ceased: Changes["ceased"] = [];
  for (const { index, id } of law.instruments)
    law.states.forEach(({ iso3 }, state) => {
      const before = standingOf(law, index, state, first);
      const after = standingOf(law, index, state, last);
      if (before.kind !== "in-force" && after.kind === "in-force") became_bound.push([after.since, id, iso3]);
      if (before.kind === "in-force" && after.kind !== "in-force") ceased.push([id, iso3]);
    });
  return { became_bound: became_bound.sort(compareKeys), ceased: ceased.sort(compareKeys) };
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return a[at]! < b[at]! ? -1 : 1;
  return 0;
}
