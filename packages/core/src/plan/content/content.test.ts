import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readRows, readTestKnowledge } from "../../testing/read-knowledge.ts";
import { sha256 } from "../../testing/table.ts";
import { canonicalForm } from "../text/canonical-form.ts";
import type { Action } from "./action.ts";
import { type ActorKnowledge, kindOfActor, resolveActors } from "./actor-class.ts";
import { actionsOf, balanceOf } from "./balance.ts";
import { globalPlanText, nonPaperText } from "./global-plan.ts";

const { states, themes } = readTestKnowledge();
const knowledge: ActorKnowledge = {
  states,
  actors: readRows("actors/actors.csv").map(({ id, kind }) => ({ id: id!, kind: kind! })),
  routes: { origin: new Set(["AFG"]), transit: new Set(), destination: new Set(["FRA"]) },
  means: new Map([
    ["AFG", "low"],
    ["FRA", "high"],
  ]),
};
const plan = globalPlanText(
  readRows("plan/global_plan_2010.csv").map((row) => ({
    para: row.para!,
    pillar: row.pillar!,
    theme: row.theme!,
    actors: row.actors!.split("|"),
    action: row.action!,
    checked: row.para_checked === "1",
  })),
);

describe("the Global Plan of Action (M8)", () => {
  it("has a heading for each part, six goals, and every other point as an action with its source", () => {
    const kinds = plan.paragraphs.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "heading")).toHaveLength(5);
    expect(kinds.filter((kind) => kind === "goal")).toHaveLength(6);
    expect(actionsOf(plan)).toHaveLength(60);
    expect(plan.paragraphs.find(({ id }) => id === "38/partnership.resources")?.name).toMatch(/^AC\d+$/);
    expect(plan.actions.get("38/partnership.resources")?.source).toEqual({
      document: "A/RES/64/293, annex",
      paragraph: "38",
      checked: true,
    });
  });

  it("names only actors, classes and themes that are known", () => {
    const named = new Set([...plan.actions.values()].flatMap(({ responsible }) => responsible));
    expect([...named].filter((who) => resolveActors(who, knowledge) === undefined)).toEqual([]);
    expect([...named].filter((who) => kindOfActor(who, knowledge) === undefined)).toEqual([]);
    const ids = new Set(themes.map(({ id }) => id));
    expect([...plan.actions.values()].filter(({ theme }) => !ids.has(theme))).toEqual([]);
  });

  it("its hash is found again by the script in docs", () => {
    const nameOf = new Map(plan.paragraphs.map(({ id, name }) => [id, name]));
    const paragraphs = plan.paragraphs.map(({ id, parent, ...rest }) => ({
      ...rest,
      parent: parent === null ? null : nameOf.get(parent),
      action: plan.actions.get(id),
    }));
    const file = join(mkdtempSync(join(tmpdir(), "concord-")), "version.json");
    const hash = sha256(canonicalForm(plan));
    writeFileSync(file, JSON.stringify({ ...plan, actions: undefined, paragraphs, hash }));
    const script = fileURLToPath(new URL("../../../../../docs/methods/verify-text.mjs", import.meta.url));
    expect(execFileSync(process.execPath, [script, file], { encoding: "utf8" }).trim()).toBe(
      `verified ${hash}`,
    );
  });
});

describe("the non-paper as a zero draft (M12)", () => {
  it("has five principles and seven goals, none in the words of the source", () => {
    const rows = readRows("plan/non_paper_2010.csv");
    const text = nonPaperText(
      rows.map((row) => ({ key: row.key!, kind: row.kind as "principle" | "goal", text: row.text! })),
    );
    expect(text.paragraphs.map(({ name }) => name)).toEqual(
      "H1 PR1 PR2 PR3 PR4 PR5 H2 GO1 GO2 GO3 GO4 GO5 GO6 GO7".split(" "),
    );
    expect(
      readFileSync(new URL("../../../../../data/plan/non_paper_2010.csv", import.meta.url), "utf8"),
    ).not.toContain("Institutionalization");
  });
});

describe("classes of actors (M9)", () => {
  it.each([
    ["member-states", 193, 0],
    ["states-of-origin", 1, 196],
    ["states-of-high-means", 1, 195],
    ["media", 3, 0],
    ["FRA", 1, 0],
    ["unodc", 1, 0],
  ])("%s stands for %i actors, and of %i states it isn't known", (who, actors, unknown) => {
    const resolved = resolveActors(who, knowledge);
    expect([resolved?.actors.length, resolved?.unknown.length]).toEqual([actors, unknown]);
  });

  it("an unknown word stands for nobody", () => {
    expect(resolveActors("everybody", knowledge)).toBeUndefined();
    expect(kindOfActor("everybody", knowledge)).toBeUndefined();
    expect(kindOfActor("EUE", knowledge)).toBe("regional-organization");
    expect(kindOfActor("trust-fund", knowledge)).toBe("fund");
  });
});

describe("the balance (M7, M10, M11)", () => {
  const balance = balanceOf(actionsOf(plan), themes, knowledge);

  it("counts every action once in each value, and shares add up", () => {
    for (const { values: all } of balance.dimensions)
      for (const { principal, significant, notTargeted, notAssessed } of all)
        expect(principal + significant + notTargeted + notAssessed).toBe(60);
    expect(balance.themes.reduce((sum, { actions }) => sum + actions, 0)).toBe(60);
  });

  it("says what the plan neglects", () => {
    const neglected = balance.neglected.map(
      ({ dimension, value, reason }) => `${dimension} ${value} ${reason}`,
    );
    expect(neglected).toContain("themes prosecution.knowing-use none");
    expect(neglected).toContain("forms organs none");
    expect(neglected).toContain("actors parliamentary none");
  });

  it("moves when an action changes", () => {
    const first = actionsOf(plan)[0]!;
    const more: Action = {
      ...first,
      theme: "prosecution.knowing-use",
      markers: { organs: { value: 2, basis: "set" } },
    };
    const after = balanceOf([...actionsOf(plan), more], themes, knowledge);
    expect(
      after.neglected.some(({ value }) => value === "organs" || value === "prosecution.knowing-use"),
    ).toBe(false);
  });
});
