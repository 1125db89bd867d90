import type { DayInterval } from "../vocabulary/index.ts";
import { parseDay, parsePartialDate } from "../vocabulary/index.ts";
import { effectDay, FROM_DEPOSIT, waitingPeriodOf } from "./effect.ts";
import type { Instrument, Knowledge, Participation } from "./knowledge.ts";
import { type PairFacts, type StatusSegment, statusSegments, treatyStatus, turningDaysOf } from "./status.ts";

/** Joined and left once; neither date is held (R9, `pair`; coverage notes of the data). */
const DATES_NOT_HELD: readonly [instrument: string, iso3: string][] = [
  ["ilo-c105", "MYS"],
  ["ilo-c105", "SGP"],
];

/**
 * The list of these treaties holds the text as amended only, so before the amendment took effect nothing is known of
 * any state (R9, `before-list`).
 */
const LIST_BEGINS: Readonly<Record<string, string>> = {
  "white-slave-1904": "1949-05-04",
  "white-slave-1910": "1949-05-04",
  "traffic-women-1921": "1947-11-12",
  "traffic-women-1933": "1947-11-12",
  "slavery-1926": "1953-12-07",
};

/** The rows of `participation.csv` by instrument, then by state. */
export type ParticipationIndex = ReadonlyMap<string, ReadonlyMap<string, readonly Participation[]>>;

/** Groups the rows of `participation.csv` by instrument and state. */
export function indexParticipation(rows: readonly Participation[]): ParticipationIndex {
  const index = new Map<string, Map<string, Participation[]>>();
  for (const row of rows) {
    const ofInstrument = index.get(row.instrument) ?? new Map<string, Participation[]>();
    if (ofInstrument.size === 0) index.set(row.instrument, ofInstrument);
    const ofPair = ofInstrument.get(row.iso3);
    if (ofPair) ofPair.push(row);
    else ofInstrument.set(row.iso3, [row]);
  }
  return index;
}

/** Whether no row stands for a pair though the state joined once and left (R9, `pair`). */
export function areDatesNotHeld(instrument: string, iso3: string): boolean {
  return DATES_NOT_HELD.some(([id, state]) => id === instrument && state === iso3);
}

/**
 * Gathers what is held on one treaty, then on each state: dates become day numbers, deposits get their day of effect.
 * @throws RangeError naming the row whose date is none
 */
export function treatyFacts(
  knowledge: Knowledge,
  treaty: {
    instrument: Instrument;
    adopted: number;
    inForce: number | undefined;
    asOf: number | undefined;
    listHeld: boolean;
  },
): (iso3: string, rows: readonly Participation[]) => PairFacts {
  const { instrument, adopted, inForce, asOf, listHeld } = treaty;
  const period = waitingPeriodOf(instrument, knowledge.effectRules);
  const listBegins = parseDay(LIST_BEGINS[instrument.id] ?? "");
  return (iso3, rows) => {
    const signature = rows
      .filter((row) => row.action === "signature")
      .map((row) => ({ counts: dayOf(row).last, date: row.date }))
      .sort((a, b) => a.counts - b.counts)[0];
    const joinings = rows
      .filter((row) => row.action !== "signature" && row.action !== "denunciation")
      .map((row) => {
        const deposit = dayOf(row);
        // Succession takes effect on the date given, without waiting (R7).
        const wait = row.action === "succession" ? FROM_DEPOSIT : period;
        return { deposit, effect: effectDay(deposit.last, wait, inForce) };
      });
    return {
      adopted,
      noRow: rows.length === 0,
      joinings,
      denunciations: rows.filter((row) => row.action === "denunciation").map(dayOf),
      signature,
      datesNotHeld: rows.length === 0 && areDatesNotHeld(instrument.id, iso3),
      listHeld,
      listBegins,
      asOf,
    };
  };
}

/** The status of one pair over time. */
export function treatySegments(facts: PairFacts): StatusSegment[] {
  return statusSegments((day) => treatyStatus(facts, day), turningDaysOf(facts));
}

/** The date of a row as the interval it leaves open (R3). */
export function dayOf(row: Participation): DayInterval {
  const interval = parsePartialDate(row.date);
  if (!interval)
    throw new RangeError(`${row.instrument} ${row.iso3} ${row.action}: "${row.date}" is no date`);
  return interval;
}
