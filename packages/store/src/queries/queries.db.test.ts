import { buildLaw, matrix, statusOf } from "@concord/core/instruments";
import { expect, it } from "vitest";
import {
  matrixBySql,
  readCorridorFlows,
  selectCorridorFlows,
  selectCorridorTotals,
  selectCoverage,
  selectCrosscheck,
  selectCrosscheckSummary,
  selectDataPackage,
  selectDataTables,
  selectIndicators,
  selectInstrumentSources,
  selectKnowledge,
  selectMechanisms,
  selectNeighbours,
  selectParticipation,
  selectReliability,
  selectReservations,
} from "../index.ts";
import { readKnowledge } from "../knowledge/read.ts";
import { DATA_FOLDER, onBothEngines } from "../testing/index.ts";

const knowledge = await readKnowledge(DATA_FOLDER);
const law = buildLaw(knowledge);

onBothEngines("the database of the data package", "loaded", (store) => {
  it("gives back exactly the knowledge that stands in the files", async () => {
    expect(await store().read(selectKnowledge)).toEqual(knowledge);
  });

  it.each([
    "1904-05-17",
    "1949-05-04",
    "2000-01-01",
    "2010-02-24",
    "2024-07-14",
    "2026-07-14",
    "2026-07-15",
    "2026-11-24",
  ])("reckons the matrix of %s as the engine does, cell by cell", async (day) => {
    const bySql = await store().read((tx) => matrixBySql(tx, day));
    const byEngine = matrix(law, day);
    expect(bySql.states).toEqual(byEngine.states);
    expect(bySql.themes).toEqual(byEngine.themes);
    expect(Buffer.from(bySql.rank).equals(Buffer.from(byEngine.rank))).toBe(true);
  });

  it("tells from when a joining act binds: the Palermo Protocol binds Bangladesh from 2019-10-12", async () => {
    const acts = await store().read((tx) =>
      selectParticipation(tx, { iso3: "BGD", instrument: "palermo-protocol" }),
    );
    expect(acts).toEqual([
      expect.objectContaining({
        action: "accession",
        date: "2019-09-12",
        boundSince: "2019-10-12",
        boundUntil: null,
        source: "fedlex-0.311.542",
      }),
    ]);
    expect(acts[0]?.sourceTitle).toMatch(/Swiss classified compilation/);
  });

  it("tells when it ceased to: the Rome Statute bound Burundi until 2017-10-26", async () => {
    const acts = await store().read((tx) =>
      selectParticipation(tx, { iso3: "BDI", instrument: "rome-statute" }),
    );
    expect(acts.find((act) => act.action === "ratification")?.boundUntil).toBe("2017-10-27");
    expect(acts.find((act) => act.action === "denunciation")).toMatchObject({ boundSince: null });
    expect(statusOf(law, "rome-statute", "BDI", "2017-10-26").kind).toBe("in-force");
  });

  it("lists acts of one state, of one instrument, or all, with a source each", async () => {
    const all = await store().read((tx) => selectParticipation(tx, {}));
    expect(all).toHaveLength(knowledge.participation.length);
    expect(all.filter((act) => act.sourceTitle === "" || act.asOf === "")).toEqual([]);
    const one = await store().read((tx) => selectParticipation(tx, { iso3: "BGD" }));
    expect(one).toEqual(all.filter((act) => act.iso3 === "BGD"));
  });

  it("narrows reservations and cross-checks to instrument and state", async () => {
    const [reservations, checks, doubts, summary] = await store().read(async (tx) => [
      await selectReservations(tx, { instrument: "crc-opsc" }),
      await selectCrosscheck(tx, { instrument: "cedaw" }),
      await selectCrosscheck(tx, { instrument: "cedaw", disagreementsOnly: true }),
      await selectCrosscheckSummary(tx),
    ]);
    expect(new Set(reservations.map((row) => row.instrument))).toEqual(new Set(["crc-opsc"]));
    expect(doubts).toEqual(checks.filter((row) => !row.agree));
    expect(summary.reduce((sum, row) => sum + row.compared, 0)).toBe(4229);
  });

  it("names who watches over an instrument", async () => {
    const [palermo, all] = await store().read(async (tx) => [
      await selectMechanisms(tx, "palermo-protocol"),
      await selectMechanisms(tx),
    ]);
    expect(palermo.map((one) => one.id)).toContain("ctoc-review");
    expect(palermo.every((one) => one.instruments.includes("palermo-protocol"))).toBe(true);
    expect(all).toHaveLength(43);
    expect(all.every((one) => one.bodyName !== "" && one.source !== "")).toBe(true);
  });

  it("accounts for coverage, reliability, sources and licences", async () => {
    await store().read(async (tx) => {
      expect(await selectCoverage(tx)).toHaveLength(70);
      expect(await selectReliability(tx)).toHaveLength(73);
      expect(await selectInstrumentSources(tx)).toHaveLength(20);
      const tables = await selectDataTables(tx);
      expect(tables.every((table) => table.licence !== "" && table.sources.length > 0)).toBe(true);
      expect(tables.find((table) => table.name === "states")?.licence).toMatch(/Open Database License/);
      expect(await selectDataPackage(tx)).toMatchObject({ collectedOn: "2026-11-24" });
      expect(await selectNeighbours(tx, "BGD")).toEqual(["IND", "MMR"]);
    });
  });

  it("shows three measures of a corridor apart, each with source and caveat", async () => {
    const flows = await store().read((tx) => selectCorridorFlows(tx, "NGA", "ITA"));
    expect(flows.migrantStock.rows.map((row) => row.year)).toEqual([
      1990, 1995, 2000, 2005, 2010, 2015, 2020,
    ]);
    expect(flows.detections.rows).toContainEqual({
      measure: "detected-victims",
      year: 2008,
      sex: "total",
      age: "total",
      category: "Nigeria",
      value: 273,
      low: 273,
      high: 273,
      flag: "",
    });
    for (const part of [flows.migrantStock, flows.detections, flows.pooledCases]) {
      expect(part.source).not.toBe("");
      expect(part.licence).not.toBe("");
      expect(part.caveat).toMatch(/\.$/);
    }
  });

  it.each([
    ["NGA", "ITA"],
    ["BGD", "AUT"],
    ["UKR", "RUS"],
    ["TUV", "SMR"],
  ])("from %s to %s the files say the same as the database", async (origin, destination) => {
    const held = await store().read((tx) => selectCorridorFlows(tx, origin, destination));
    expect(await readCorridorFlows(DATA_FOLDER, origin, destination)).toEqual(held);
  });

  it("keeps fewer than five as 0 to 4, never as nothing", async () => {
    const flows = await store().read((tx) => selectCorridorFlows(tx, "BGD", "AUT"));
    const few = (await store().read((tx) => selectCorridorTotals(tx, 2022))).filter(
      (total) => total.kind === "detected-victims" && total.persons < total.personsAtMost,
    );
    expect(few.length).toBeGreaterThan(100);
    expect(few.every((total) => total.persons === 0 && total.personsAtMost === 4)).toBe(true);
    expect(
      flows.detections.rows.every((row) => row.value !== null || (row.low === 0 && row.high === 4)),
    ).toBe(true);
  });

  it("counts every pooled case of a corridor once", async () => {
    const totals = await store().read((tx) => selectCorridorTotals(tx, 2026));
    const flows = await store().read((tx) => selectCorridorFlows(tx, "UKR", "RUS"));
    const pooled = totals.find(
      (total) => total.kind === "pooled-cases" && total.origin === "UKR" && total.destination === "RUS",
    );
    expect(pooled?.persons).toBe(flows.pooledCases.rows.reduce((sum, row) => sum + row.cases, 0));
    expect(pooled?.persons).toBeGreaterThan(0);
    expect(totals.filter((total) => total.origin === total.destination)).toEqual([]);
  });

  it("ranks corridors by the latest year up to the one asked, and nothing later", async () => {
    const totals = await store().read((tx) => selectCorridorTotals(tx, 2009));
    expect(Math.max(...totals.map((total) => total.year))).toBeLessThanOrEqual(2009);
    const stock = totals.find(
      (total) => total.kind === "migrant-stock" && total.origin === "NGA" && total.destination === "ITA",
    );
    expect(stock?.year).toBe(2005);
  });

  it("answers for a corridor of which nothing is held with three empty lists, still with source and caveat", async () => {
    const flows = await store().read((tx) => selectCorridorFlows(tx, "TUV", "SMR"));
    expect([flows.migrantStock.rows, flows.detections.rows, flows.pooledCases.rows]).toEqual([[], [], []]);
    expect(flows.migrantStock.caveatCode).toBe("stock-not-flow");
  });

  it("gives the latest value of each indicator with its year and source", async () => {
    const values = await store().read((tx) => selectIndicators(tx, "BGD"));
    expect(values.length).toBeGreaterThan(20);
    expect(new Set(values.map((value) => value.indicator)).size).toBe(values.length);
    expect(values.every((value) => value.year >= 1990 && value.source !== "" && value.licence !== "")).toBe(
      true,
    );
  });
});

onBothEngines("an empty database", "blank", (store) => {
  it("has no knowledge and says so by an empty day of collection", async () => {
    const empty = await store().read(selectKnowledge);
    expect(empty.collectedOn).toBe("");
    expect(empty.states).toEqual([]);
    expect(await store().read(selectDataPackage)).toBeUndefined();
  });
});
