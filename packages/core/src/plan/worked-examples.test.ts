import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type Action,
  alternativeName,
  anchorAt,
  type Ballot,
  balanceOf,
  carry,
  countVote,
  formatParagraphName,
  insertedName,
  type Majority,
  type MarkerSubject,
  type ParticipantKind,
  parseParagraphName,
  quorumOf,
  type Ruled,
  rightOf,
  rollCallOrder,
  type StageKind,
  type Stance,
  segmentsOf,
  silenceEnd,
  standingOf,
  type TableDeed,
  UN_GENERAL_ASSEMBLY,
  writeSegments,
} from "./index.ts";

const page = readFileSync(new URL("../../../../docs/methods/plan.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```examples\n(.*?)```/gs)]
  .flatMap(([, block]) => block!.trim().split("\n"))
  .map((line) => {
    const at = line.lastIndexOf(" = ");
    const cut = /^(vote .*?) = (.*)$/.exec(line) ?? [line, line.slice(0, at), line.slice(at + 3)];
    return [cut[1]!, cut[2]!] as [question: string, answer: string];
  });

const said = (answer: Ruled<string>) => (answer.ok ? answer.value : `refused ${answer.refusal.rule}`);
const NEW_YORK = { timeZone: "America/New_York", weekend: [0, 6], holidays: [] };

function name(text: string): string {
  const parsed = parseParagraphName(text);
  return said(parsed.ok ? { ok: true, value: formatParagraphName(parsed.value) } : parsed);
}

function among(text: string, give: typeof insertedName): string {
  const [base = "", taken = ""] = text.split(" among ");
  return said(give(base, new Set(taken.split(", "))));
}

function write(text: string): string {
  const [words = "", ...changes] = text.split(" | ");
  const proposals = changes.map((change) => {
    const [, from = "", to = "", id = ""] = /^(.*?) > (.*) \((.)\)$/.exec(change) ?? [];
    const at = words.indexOf(from);
    return { id, range: { from: at, to: at + from.length }, words: to };
  });
  return writeSegments(segmentsOf(words, proposals), (id) => id);
}

function carried(text: string): string {
  const [words = "", before = "", after = ""] = text.split(" | ");
  const from = before.indexOf(words);
  const anchor = carry(anchorAt(before, { from, to: from + words.length })!, before, after);
  return anchor.kind === "carried" ? `carried ${anchor.range.from}-${anchor.range.to}` : "look again";
}

function count(text: string): string {
  const [filing = "", ...rest] = text.split("; ");
  const [by = "", names = ""] = filing.split(" for ");
  const stances = new Map<string, Stance>();
  const dissociated = new Set<string>();
  for (const part of rest) {
    const [what = "", actor = ""] = part.split(" ");
    if (what === "dissociated") dissociated.add(actor);
    else stances.set(actor, what as Stance);
  }
  return String(
    standingOf({ by, group: null, inNameOf: names.split(" ") }, stances, dissociated, () => true).memberCount,
  );
}

function silence(text: string): string {
  const [opened = "", amount = "", unit = ""] = text.split(" ");
  const length = unit === "hours" ? { hours: Number(amount) } : { workingDays: Number(amount) };
  return said(silenceEnd(opened, length, NEW_YORK, UN_GENERAL_ASSEMBLY.silence));
}

function vote(text: string): string {
  const [yes, no, abstain, absent, majority] = text.split(" ");
  const ballots = new Map<string, Ballot>();
  for (const [ballot, size] of [
    ["yes", yes],
    ["no", no],
    ["abstain", abstain],
    ["absent", absent],
  ] as const)
    for (let at = 0; at < Number(size); at += 1) ballots.set(`${ballot} ${at}`, ballot);
  const { outcome, comparison } = countVote(ballots, majority as Majority);
  return `${outcome} ${comparison}`;
}

function quorum(text: string): string {
  const [members, present] = text.split(" ").map(Number);
  const { mayOpen, mayDecide, opening, deciding } = quorumOf(members!, present!);
  return `${mayOpen ? "opens" : "does not open"} ${opening}, ${mayDecide ? "decides" : "does not decide"} ${deciding}`;
}

/** As many actions with each pillar as the principal objective as the example says. */
function neglected(text: string): string {
  const pillars: MarkerSubject[] = ["prevention", "protection", "prosecution", "partnership"];
  const actions = text.split(" ").flatMap((size, at) =>
    Array.from(
      { length: Number(size) },
      (): Action => ({
        theme: "t",
        pillar: null,
        responsible: [],
        supporting: [],
        responsibilities: [],
        deadline: null,
        indicator: null,
        budget: null,
        markers: { [pillars[at]!]: { value: 2, basis: "set" } },
        source: null,
      }),
    ),
  );
  const found = balanceOf(actions, [], { states: [], actors: [] }).neglected.filter(
    ({ dimension }) => dimension === "pillars",
  );
  return found.map(({ value, reason }) => `${value} ${reason}`).join(" ") || "nothing";
}

const ANSWERS: Record<string, (text: string) => string> = {
  name,
  insert: (text) => among(text, insertedName),
  alternative: (text) => among(text, alternativeName),
  write,
  carry: carried,
  right(text) {
    const [kind, deed, stage] = text.split(" ");
    const terms = { kind: stage as StageKind, stakeholdersComment: false, restricted: null };
    return rightOf(kind as ParticipantKind | "public", deed as TableDeed, terms).allowed ? "yes" : "no";
  },
  count,
  silence,
  quorum,
  vote,
  "roll-call"(text) {
    const [members = "", drawn = ""] = text.split(" from ");
    const order = rollCallOrder(new Map(members.split(" ").map((one) => [one, one])), drawn, "en");
    return order.ok ? order.value.join(" ") : "refused";
  },
  neglected,
};

describe("the worked examples of docs/methods/plan.md", () => {
  it("are there", () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  it.each(examples)("%s = %s", (question, answer) => {
    const [kind = ""] = question.split(" ");
    expect(ANSWERS[kind]!(question.slice(kind.length + 1))).toBe(answer);
  });
});
