import { createHash } from "node:crypto";
import {
  applyEvent,
  type Consultation,
  type ConsultationEvent,
  countVote,
  type EventData,
  type EventType,
  type ProposalData,
  UN_GENERAL_ASSEMBLY,
  type VoteRecord,
} from "@concord/core/plan";
import { LANGUAGES } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import { writeAkomaNtoso } from "../akn/write-akn.ts";
import { writeHtml } from "../html/write-html.ts";
import { lintDocument } from "../lint/index.ts";
import { blocksOfVote, type Circulation, compilationOf, documentFromVersion, reportOf } from "./index.ts";

const circulation: Circulation = {
  language: "en",
  masthead: {
    organ: "Organization A",
    symbol: "CONCORD/2026/1/L.1",
    distribution: "limited",
    date: "2026-11-02",
    original: ["en"],
    session: 1,
    agendaItem: { number: "1", title: "Example" },
  },
  organLine: "The Conference,",
  nameOf: (actor) => `Member ${actor}`,
};

const OP1 = "Urges States to protect victims of trafficking;";

/** Takes steps an hour apart; each must be granted. */
function consultation(): Consultation {
  let state: Consultation | undefined;
  let hour = 0;
  const step = <T extends EventType>(
    type: T,
    data: EventData[T],
    by: string,
    as: ConsultationEvent["as"],
  ) => {
    const at = new Date(Date.UTC(2026, 10, 2, 15 + hour++)).toISOString();
    const outcome = applyEvent(state, { type, at, by, as, data } as ConsultationEvent, {
      hash: (text) => createHash("sha256").update(text).digest("hex"),
    });
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    state = outcome.state;
  };
  step(
    "consultation-opened",
    {
      title: "A plan of Organization A",
      body: "Organization A",
      agendaItem: "1",
      language: "en",
      ruleSet: UN_GENERAL_ASSEMBLY,
      seat: { timeZone: "America/New_York", weekend: [0, 6], holidays: [] },
      facilitators: ["f"],
      participants: ["A1", "A2", "A3"].map((actor) => ({ actor, kind: "member" as const })),
      moderationPolicy: "Words that name a victim are hidden.",
    },
    "s",
    "secretariat",
  );
  const paragraph = (
    id: string,
    kind: "preambular" | "operative" | "sub",
    text: string,
    parent: string | null = null,
  ) => ({ id, kind, parent, text });
  step(
    "draft-issued",
    {
      title: "Draft plan",
      paragraphs: [
        paragraph("pp", "preambular", "Deeply concerned about trafficking in persons,"),
        paragraph("one", "operative", OP1),
        paragraph("two", "operative", "Decides to act:"),
        paragraph("sub", "sub", "At once.", "two"),
      ],
      actions: [],
    },
    "f",
    "facilitator",
  );
  step(
    "stage-begun",
    { kind: "negotiation", deadline: null, stakeholdersComment: false, restricted: null },
    "f",
    "facilitator",
  );
  const proposal: ProposalData = {
    kind: "amend",
    paragraph: "one",
    edition: 0,
    range: null,
    words: "",
    addition: null,
    others: [],
    explanation: "",
    group: null,
    inNameOf: [],
  };
  const from = OP1.indexOf("victims");
  step(
    "proposal-filed",
    { ...proposal, range: { from, to: from + 7 }, words: "all persons", explanation: "Wider." },
    "A1",
    "participant",
  );
  step("position-taken", { proposal: "p1", stance: "support", note: "" }, "A2", "participant");
  step("position-taken", { proposal: "p1", stance: "oppose", note: "" }, "A3", "participant");
  step(
    "proposal-filed",
    {
      ...proposal,
      kind: "add",
      words: "Requests a report;",
      addition: { kind: "operative", parent: null, alternative: false },
    },
    "A2",
    "participant",
  );
  step("statement-made", { text: "We welcome the draft.", group: null, inNameOf: [] }, "A3", "participant");
  if (!state) throw new Error("not open");
  return state;
}

describe("documents of a consultation", () => {
  const held = consultation();
  const version = held.versions[0]!;

  it("a version becomes a draft resolution in right form: organ, italic openings, names kept", () => {
    const document = documentFromVersion(version, "draft-resolution", circulation, ["A1"]);
    expect(lintDocument(document)).toEqual([]);
    expect(document.blocks.map((block) => ("name" in block ? block.name : block.kind))).toEqual([
      "organ",
      "PP1",
      "OP1",
      "OP2",
      "OP2 (a)",
    ]);
    expect(document.sponsors).toEqual(["Member A1"]);
  });

  it("the compilation shows each proposal in its place with who stands where, and the explanation below (P2)", () => {
    const html = writeHtml(compilationOf(held, circulation));
    expect(html).toContain("[delete: <del");
    expect(html).toContain("all persons</ins>");
    expect(html).toContain("Member A1; supported by Member A2; opposed by Member A3");
    expect(html).toContain("<strong>Proposal 1 – Member A1</strong>");
    expect(html).toContain("Wider.");
    expect(html).toMatch(/\[<ins[^>]*><em>Requests<\/em> a report;<\/ins>/);
  });

  it("the report lists participants, texts with their hashes, statements; in six languages, valid as XML", () => {
    for (const language of LANGUAGES) {
      const report = reportOf(held, { ...circulation, language });
      expect(writeAkomaNtoso(report).ok).toBe(true);
      const html = writeHtml(report);
      expect(html).toContain(version.hash);
      expect(html).toContain("We welcome the draft.");
      expect(html).not.toMatch(/undefined/);
    }
  });

  it("a roll-call lists every member once, in the order called, with what decided it (P13)", () => {
    const ballots = new Map([
      ["A1", "yes"],
      ["A2", "no"],
      ["A3", "yes"],
      ["A4", "absent"],
    ] as const);
    const count = countVote(ballots, "ordinary");
    const vote: VoteRecord = {
      id: "v1",
      at: "2026-11-20T15:00:00.000Z",
      question: { kind: "draft", draft: "d1" } as VoteRecord["question"],
      rollCall: ["A3", "A4", "A1", "A2"],
      ballots,
      count,
      outcome: count.outcome,
      secondVote: false,
      corrections: [{ by: "A4", at: "2026-11-21T15:00:00.000Z", meant: "yes" }],
    };
    const [table, result, correction] = blocksOfVote(vote, circulation);
    expect(table).toMatchObject({
      rows: [
        ["In favour", "2", "Member A3, Member A1"],
        ["Against", "1", "Member A2"],
        ["Abstaining", "0", "None"],
        ["Absent", "1", "Member A4"],
        ["Not entitled to vote", "0", "None"],
      ],
    });
    expect(result).toMatchObject({ runs: [{ text: "Adopted (2 > 1 1/2)." }] });
    expect(correction).toMatchObject({ kind: "remark", label: "Member A4" });
  });
});
