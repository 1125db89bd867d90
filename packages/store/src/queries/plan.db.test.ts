import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Principal } from "@concord/core/access";
import { SYSTEM } from "@concord/core/access";
import {
  type ConsultationEvent,
  globalPlanText,
  nonPaperText,
  replay,
  UN_GENERAL_ASSEMBLY,
} from "@concord/core/plan";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { readPlanBook } from "../knowledge/plan-book.ts";
import { onBothEngines } from "../testing/index.ts";
import {
  appendEvent,
  insertConsultation,
  lockConsultation,
  selectActorKinds,
  selectConsultation,
  selectConsultations,
  selectEvents,
  selectGoalLinks,
  selectGroupMembers,
  selectNonPaperPoints,
  selectPlanPoints,
  setFacilitators,
} from "./plan.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const DATA = fileURLToPath(new URL("../../../../data", import.meta.url));
const secretariat: Principal = { account: "s1", actor: "concord-secretariat", role: "secretariat" };
const member: Principal = { account: "m1", actor: "A1", role: "member" };
const row = {
  id: "c1",
  title: "A plan of Organization A",
  openedAt: "2026-11-24T10:00:00.000Z",
  facilitators: ["s1"],
};

const opening: ConsultationEvent = {
  type: "consultation-opened",
  at: "2026-11-24T10:00:00.000Z",
  by: "concord-secretariat",
  as: "secretariat",
  data: {
    title: row.title,
    body: "Organization A",
    agendaItem: "1",
    language: "en",
    ruleSet: UN_GENERAL_ASSEMBLY,
    seat: { timeZone: "Europe/Vienna", weekend: [0, 6], holidays: [] },
    facilitators: ["concord-secretariat"],
    participants: [{ actor: "A1", kind: "member" }],
    moderationPolicy: "",
  },
};
const statement: ConsultationEvent = {
  type: "statement-made",
  at: "2026-11-24T11:00:00.000Z",
  by: "A1",
  as: "participant",
  data: { text: "حماية الضحايا. 保护受害人。", group: null, inNameOf: [] },
};

onBothEngines("plans in the database", "loaded", (store) => {
  it("the Global Plan, the zero draft, the links and the nineteen founders are there at first start", async () => {
    const book = await readPlanBook(DATA, hash);
    const held = await store().read(async (tx) => ({
      points: await selectPlanPoints(tx),
      nonPaper: await selectNonPaperPoints(tx),
      links: await selectGoalLinks(tx),
      actors: await selectActorKinds(tx),
      friends: await selectGroupMembers(tx, "group-of-friends"),
    }));
    expect(globalPlanText(held.points)).toEqual(
      expect.objectContaining({ paragraphs: book.plans[0]!.paragraphs }),
    );
    expect(nonPaperText(held.nonPaper).paragraphs).toEqual(book.plans[1]!.paragraphs);
    expect(held.links).toEqual(book.links);
    expect(held.actors).toEqual(book.actors);
    expect(held.friends).toHaveLength(19);
    expect(new Set(held.friends.map(({ source }) => source))).toEqual(new Set(["A/64/691"]));
  });
});

onBothEngines("the log of a consultation", "blank", (store) => {
  it("is written step by step by those who may, and replays to the same state", async () => {
    await store().write(async (tx) => {
      await insertConsultation(tx, row);
      await appendEvent(tx, row, 1, opening);
    }, secretariat);
    await store().write(async (tx) => {
      await lockConsultation(tx, "c1");
      await appendEvent(tx, row, 2, statement);
    }, member);
    const events = await store().read((tx) => selectEvents(tx, "c1"));
    expect(events.map(({ step: _, ...event }) => event)).toEqual([opening, statement]);
    expect(await store().read((tx) => selectEvents(tx, "c1", 1))).toHaveLength(1);
    const state = replay(events, { hash });
    expect(state.ok && state.value?.contributions.size).toBe(1);
    expect((await store().read(selectConsultations)).map(({ id }) => id)).toEqual(["c1"]);
    expect(await store().read((tx) => selectConsultation(tx, "c1"))).toMatchObject({ facilitators: ["s1"] });
    await store().write((tx) => setFacilitators(tx, "c1", ["s1", "s2"]), secretariat);
  });

  it("takes no step in another's name, none twice, and none from nobody", async () => {
    const write = (event: ConsultationEvent, step: number, principal: Principal) =>
      store().write((tx) => appendEvent(tx, row, step, event), principal);
    await expect(write({ ...statement, by: "A2" }, 3, member)).rejects.toThrow();
    await expect(write(statement, 2, member)).rejects.toThrow();
    await expect(write(statement, 3, { account: null, actor: null, role: "anonymous" })).rejects.toThrow();
    expect(await store().read((tx) => selectEvents(tx, "c1"))).toHaveLength(2);
  });

  it("is never changed and never removed, not even by the program", async () => {
    for (const statement of ["UPDATE consultation_events SET by = 'A3'", "DELETE FROM consultation_events"])
      await expect(store().write((tx) => tx.db.execute(sql.raw(statement)), SYSTEM)).rejects.toThrow();
    expect(await store().read((tx) => selectEvents(tx, "c1"))).toHaveLength(2);
  });
});
