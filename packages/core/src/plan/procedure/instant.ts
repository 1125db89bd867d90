/**
 * Instants are text, UTC with milliseconds (`2026-11-24T15:00:00.000Z`), so that comparing text is comparing time. A time zone is an
 * IANA name and belongs to the seat: it says at which instant a local day and hour falls.
 */
export type Instant = string;

/** Whether a text is an instant in exactly this form. */
export function isInstant(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/** Whether a time zone is known. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
}

/** Milliseconds since 1970; `NaN` for what is no instant. */
export const millisecondsOf = (at: Instant): number => new Date(at).getTime();

export const instantAt = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

export const HOUR_MS = 3_600_000;

/** A day and time of day at the seat; `day` counts days since 1970-01-01, `time` milliseconds since local midnight. */
export interface LocalTime {
  day: number;
  time: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(timeZone, made);
  return made;
}

const DAY_MS = 86_400_000;

/** The local day and time at an instant. */
export function localTime(at: Instant, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const local =
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) +
    (millisecondsOf(at) % 1000);
  const day = Math.floor(local / DAY_MS);
  return { day, time: local - day * DAY_MS };
}

/**
 * The instant at which a local day and time falls. Where clocks are put forward and the time doesn't exist, the same time by the clock
 * before the change; where it exists twice, the first.
 */
export function instantOf({ day, time }: LocalTime, timeZone: string): Instant {
  const wanted = day * DAY_MS + time;
  const offsetAt = (milliseconds: number) => {
    const local = localTime(instantAt(milliseconds), timeZone);
    return local.day * DAY_MS + local.time - milliseconds;
  };
  const before = wanted - offsetAt(wanted - DAY_MS);
  const after = wanted - offsetAt(wanted + DAY_MS);
  const fits = [before, after].filter((guess) => guess + offsetAt(guess) === wanted);
  return instantAt(fits.length > 0 ? Math.min(...fits) : before);
}

/** The local day as `YYYY-MM-DD`. */
export function localDay(at: Instant, timeZone: string): string {
  return instantAt(localTime(at, timeZone).day * DAY_MS).slice(0, 10);
}
