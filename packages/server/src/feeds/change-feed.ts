/** What changed in the law, as an Atom feed (RFC 4287): for readers and programs that look by themselves. */
import type { Law } from "@concord/core/instruments";
import { askState } from "@concord/core/instruments";
import type { IsoDay, Language } from "@concord/core/vocabulary";
import { Feed } from "feed";
import { createReader } from "../plain/reader.ts";
import { actWord } from "./act-words.ts";

/** Entries of a feed: the newest. */
const ENTRIES = 100;

/** Which changes a feed holds; both absent: all. */
export interface FeedFilter {
  state?: string | undefined;
  instrument?: string | undefined;
}

/**
 * Writes the feed of treaty actions whose day is held and has come, the newest first. The same action has the same id for ever, whatever the language.
 *
 * @param origin scheme and host of this server, for the links
 * @returns undefined when there is no such state or instrument
 */
export function writeChangeFeed(
  law: Law,
  { state, instrument }: FeedFilter,
  language: Language,
  today: IsoDay,
  origin: string,
): string | undefined {
  const asked = state === undefined ? undefined : askState(law, state);
  if (asked && !asked.ok) return undefined;
  const iso3 = asked?.ok ? asked.value.iso3 : undefined;
  if (instrument !== undefined && !law.knowledge.instruments.some(({ id }) => id === instrument))
    return undefined;
  const reader = createReader(law, language, today, {}, "/changes");
  const { words } = reader;
  const subject = [iso3 && reader.state(iso3), instrument && reader.instrument(instrument)].filter(Boolean);
  const address = new URL("/changes.atom", origin);
  if (iso3) address.searchParams.set("state", iso3);
  if (instrument) address.searchParams.set("instrument", instrument);
  address.searchParams.set("lang", language);
  const acts = law.knowledge.participation
    .filter((act) => /^\d{4}-\d\d-\d\d$/.test(act.date) && act.date <= today)
    .filter((act) => (!iso3 || act.iso3 === iso3) && (!instrument || act.instrument === instrument))
    .sort((a, b) => (a.date === b.date ? compareText(keyOf(a), keyOf(b)) : compareText(b.date, a.date)))
    .slice(0, ENTRIES);
  const newest = acts[0]?.date ?? law.knowledge.collectedOn;
  const feed = new Feed({
    id: address.href,
    title: ["Concord", words.changes, ...subject].join(" · "),
    link: new URL("/changes", origin).href,
    language,
    updated: new Date(`${newest}T00:00:00Z`),
    copyright: "",
    generator: "Concord",
    feedLinks: { atom: address.href },
  });
  for (const act of acts) {
    const day = new Date(`${act.date}T00:00:00Z`);
    feed.addItem({
      id: `urn:concord:act:${keyOf(act)}`,
      title: `${reader.state(act.iso3)}: ${reader.instrument(act.instrument)}`,
      description: `${actWord(act.action, language)}, ${reader.date(act.date)}`,
      link: new URL(`/states/${act.iso3}?lang=${language}`, origin).href,
      date: day,
      published: day,
    });
  }
  return feed.atom1();
}

const keyOf = (act: { instrument: string; iso3: string; action: string; date: string }) =>
  [act.instrument, act.iso3, act.action, act.date].join(":");

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
