import { buildLaw } from "@concord/core/instruments";
import { createHighsSolver } from "@concord/core/instruments/roadmap";
import { selectKnowledge } from "@concord/store";
import { onBothEngines } from "@concord/store/testing";
import { beforeAll, expect, it } from "vitest";
import { API_ROOT } from "./api/document.ts";
import { QUESTIONS } from "./api/questions.ts";
import { type App, createApp } from "./app.ts";
import { recordsOf } from "./holdings.ts";
import { get, NO_FILES, realBook, TODAY } from "./testing/holdings.ts";

onBothEngines("the API over a database", "loaded", (store) => {
  let app: App;
  beforeAll(async () => {
    const knowledge = await store().read(selectKnowledge);
    app = createApp(
      {
        law: buildLaw(knowledge),
        records: recordsOf(store()),
        book: await realBook(),
        solver: createHighsSolver,
        version: "0.1.0",
        dataHash: "",
        today: () => TODAY,
      },
      NO_FILES,
    );
  });

  it("answers every question's example in the shape that the document promises", async () => {
    for (const question of QUESTIONS) {
      const response = await get(app, API_ROOT + question.example);
      const body = await response.json();
      expect([question.id, response.status]).toEqual([question.id, 200]);
      expect(question.body.safeParse(body).error?.issues.slice(0, 3)).toBeUndefined();
    }
  });

  it("shows the three measures of a corridor apart, each with its source and caveat", async () => {
    const { flows } = await (await get(app, `${API_ROOT}/corridors/BGD/ARE`)).json();
    for (const measure of [flows.migrant_stock, flows.detections, flows.pooled_cases])
      expect([measure.source, measure.licence, measure.caveat].every((text) => text.length > 5)).toBe(true);
    expect(flows.migrant_stock.rows).toContainEqual({ year: 2020, stock: 1_095_231 });
  });

  it("tells since when an act binds: Bangladesh acceded to the Palermo Protocol on 2019-09-12, bound from 2019-10-12", async () => {
    const body = await (await get(app, `${API_ROOT}/states/BGD/participation?limit=500`)).json();
    const act = body.participation.find(
      (row: { instrument: string }) => row.instrument === "palermo-protocol",
    );
    expect([act.action, act.date, act.bound_since]).toEqual(["accession", "2019-09-12", "2019-10-12"]);
  });

  it("is alive and ready", async () => {
    for (const path of ["/health", "/ready"]) expect((await get(app, path)).status).toBe(200);
  });
});
