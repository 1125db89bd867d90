import { readFileSync } from "node:fs";
import {
  type Condition,
  DEED_NAMES,
  nounOf,
  type Principal,
  ROLES,
  ruleOf,
  type Subject,
} from "@concord/core/access";
import { z } from "@hono/zod-openapi";
import { beforeAll, describe, expect, it } from "vitest";
import { accessRows, writeAccessTable } from "./api/access-table.ts";
import type { Action } from "./api/action.ts";
import { DONE } from "./api/action.ts";
import { ACTIONS } from "./api/actions.ts";
import { API_ROOT } from "./api/document.ts";
import { createPrivateDesk } from "./api/private-desk.ts";
import { QUESTIONS } from "./api/questions.ts";
import { type App, createApp } from "./app.ts";
import { NO_FILES, testHoldings } from "./testing/holdings.ts";
import { ASKS_AS, countingStore, everyPrincipal, testSide } from "./testing/private-side.ts";

const COMMITTED = readFileSync(new URL("../../../docs/access.md", import.meta.url), "utf8");
const PERSONS = everyPrincipal("a1", "BGD");

/** What the committed page says of an address: a cell for each role. */
function committedCells(method: string, path: string): string[] | undefined {
  const line = COMMITTED.split("\n").find((one) => one.startsWith(`| \`${method} ${API_ROOT}${path}\` |`));
  return line
    ?.split("|")
    .slice(3, -1)
    .map((cell) => cell.trim());
}

/** A subject for which all conditions hold, or none. */
function subjectFor(action: Action, conditions: readonly Condition[], suits: boolean): Subject {
  const own = conditions.includes("other-account") !== suits;
  return {
    kind: nounOf(action.deed),
    account: own ? "a1" : "a2",
    actor: suits ? "BGD" : "IND",
    role: suits ? "observer" : "system",
    facilitators: suits ? ["a1"] : [],
  };
}

const asPerson = (person: Principal) => ({ [ASKS_AS]: JSON.stringify(person) });
const addressOf = (path: string) => API_ROOT + path.replace(/\{\w+\}/g, "x1");

/** Asks for an action with its own address, method and deed; what it is done to is given, and nothing is done. */
async function ask(action: Action, person: Principal, suits: boolean): Promise<string> {
  const conditions = ruleOf(action.deed).may[person.role] ?? [];
  const bare: Action = {
    ...action,
    params: z.looseObject({}),
    query: z.object({}),
    body: undefined,
    subject: async () => subjectFor(action, conditions, suits),
    handle: async () => DONE,
  };
  const desk = createPrivateDesk([bare], [], testSide(countingStore().store));
  const response = await desk(
    new Request(`https://concord.example${addressOf(action.path)}`, {
      method: action.method,
      headers: asPerson(person),
    }),
  );
  return response?.status === 204
    ? "yes"
    : response?.status === 401 || response?.status === 403
      ? "no"
      : "other";
}

describe("the table of access", () => {
  it("is the committed one: after a change, node packages/server/src/write-access.ts", () => {
    expect(COMMITTED).toBe(writeAccessTable(QUESTIONS, ACTIONS));
  });

  it("lists every address that the server has", () => {
    for (const { method, path } of [...QUESTIONS.map(({ path }) => ({ method: "GET", path })), ...ACTIONS])
      expect([method, path, committedCells(method, path)?.length]).toEqual([method, path, ROLES.length]);
    expect(accessRows(QUESTIONS, ACTIONS).length).toBe(QUESTIONS.length + ACTIONS.length);
  });

  for (const action of ACTIONS)
    it(`says what the server answers to ${action.method} ${action.path} in every role`, async () => {
      const cells = committedCells(action.method, action.path);
      for (const [index, person] of PERSONS.entries()) {
        const suited = await ask(action, person, true);
        const unsuited = await ask(action, person, false);
        const cell = cells?.[index];
        const wanted = cell === "yes" ? ["yes", "yes"] : cell === "no" ? ["no", "no"] : ["yes", "no"];
        expect([person.role, suited, unsuited]).toEqual([person.role, ...wanted]);
      }
    });
});

describe("public addresses", () => {
  let app: App;
  beforeAll(async () => {
    app = createApp(await testHoldings(), NO_FILES, testSide(countingStore().store));
  });

  for (const { id, path, example } of QUESTIONS)
    it(`${id} is answered alike in every role, and can't be written`, async () => {
      expect(committedCells("GET", path)).toEqual(ROLES.map(() => "yes"));
      for (const person of PERSONS) {
        const request = (method: string) =>
          new Request(`https://concord.example${API_ROOT}${example}`, { method, headers: asPerson(person) });
        expect([person.role, (await app.fetch(request("GET"))).status]).toEqual([person.role, 200]);
        expect([person.role, (await app.fetch(request("POST"))).status]).toEqual([person.role, 405]);
      }
    });
});

it("no deed is named twice or missing on the page", () => {
  for (const deed of DEED_NAMES)
    expect([deed, COMMITTED.split("\n").filter((line) => line.startsWith(`| \`${deed}\` |`)).length]).toEqual(
      [deed, 1],
    );
});
