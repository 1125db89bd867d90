/**
 * A consultation of 500 paragraphs with 5,000 proposals: replaying its log, showing its rolling text, taking one more step; and comparing two such
 * versions. Baseline: reading the same log as JSON, which nothing that answers from it can save.
 */
import { createHash } from "node:crypto";
import {
  applyEvent,
  type ConsultationEvent,
  compareVersions,
  type EventData,
  type EventType,
  presentText,
  replay,
  rollingText,
  UN_GENERAL_ASSEMBLY,
} from "@concord/core/plan";
import { medianMilliseconds } from "./median.ts";

const PARAGRAPHS = 500;
const PROPOSALS = 5000;
const MEMBERS = 50;
const outside = { hash: (text: string) => createHash("sha256").update(text).digest("hex") };
const START = Date.parse("2026-01-05T09:00:00.000Z");
const log: ConsultationEvent[] = [];

function take<T extends EventType>(
  type: T,
  by: string,
  as: ConsultationEvent["as"],
  data: EventData[T],
): void {
  const at = new Date(START + log.length * 1000).toISOString();
  log.push({ type, at, by, as, data } as ConsultationEvent);
}

const sentence = (at: number) =>
  `Urges Member States to strengthen measure ${at} for the protection of victims of trafficking in persons, in particular women and children, and to report on it;`;

take("consultation-opened", "s", "secretariat", {
  title: "Bench",
  body: "Bench",
  agendaItem: "1",
  language: "en",
  ruleSet: UN_GENERAL_ASSEMBLY,
  seat: { timeZone: "UTC", weekend: [0, 6], holidays: [] },
  facilitators: ["f"],
  participants: Array.from({ length: MEMBERS }, (_, at) => ({ actor: `M${at}`, kind: "member" as const })),
  moderationPolicy: "",
});
const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => ({
  id: `n${at}`,
  kind: "operative" as const,
  parent: null,
  text: sentence(at),
}));
take("draft-issued", "f", "facilitator", { title: "Bench", paragraphs, actions: [] });
for (let at = 0; at < PROPOSALS; at += 1) {
  const text = sentence(at % PARAGRAPHS);
  const from = text.indexOf(["Urges", "strengthen", "victims", "women", "report"][at % 5]!);
  take("proposal-filed", `M${at % MEMBERS}`, "participant", {
    kind: "amend",
    paragraph: `n${at % PARAGRAPHS}`,
    edition: 0,
    range: { from, to: from + 5 },
    words: "other words",
    addition: null,
    others: [],
    explanation: "Why.",
    group: null,
    inNameOf: [],
  });
}

const written = JSON.stringify(log);
const reached = replay(log, outside);
if (!reached.ok || !reached.value) throw new Error("the log is refused");
const state = reached.value;
const before = presentText(state).paragraphs;
const after = before
  .map((one, at) =>
    at % 3 === 0 ? { ...one, text: one.text.replace("strengthen", "further strengthen every") } : one,
  )
  .filter((_, at) => at % 50 !== 7);
after.push(...after.splice(20, 5));
const step = { ...log.at(-1)!, at: new Date(START + log.length * 1000).toISOString() };

const reading = await medianMilliseconds(5, () => JSON.parse(written));
const row = (name: string, milliseconds: number, note = "") =>
  console.log(
    `${name.padEnd(48)} ${milliseconds.toFixed(2).padStart(10)} ms  ${(milliseconds / reading).toFixed(1).padStart(6)} × the baseline  ${note}`,
  );
row("read the log of 5,002 steps as JSON (baseline)", reading);
row("replay it", await medianMilliseconds(5, () => replay(log, outside)));
row("show the rolling text", await medianMilliseconds(9, () => rollingText(state)), "asked ≤ 150 ms");
row("take one more step", await medianMilliseconds(9, () => applyEvent(state, step, outside)));
row(
  "compare two versions of 500 paragraphs",
  await medianMilliseconds(9, () => compareVersions(before, after, { sameKeys: false })),
  "asked ≤ 100 ms",
);
