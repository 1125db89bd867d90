import { beforeAll, describe, expect, it } from "vitest";
import { API_ROOT } from "./api/document.ts";
import { QUESTIONS } from "./api/questions.ts";
import type { App } from "./app.ts";
import { get, testApp } from "./testing/holdings.ts";

let app: App;
beforeAll(async () => {
  app = await testApp();
});

describe("every question", () => {
  for (const question of QUESTIONS) {
    const address = API_ROOT + question.example;

    it(`${question.id}: its example is answered in the shape that the document promises`, async () => {
      const response = await get(app, address);
      const body = await response.json();
      expect([response.status, body.detail]).toEqual([200, undefined]);
      expect(response.headers.get("content-type")).toContain("application/json");
      const read = question.body.safeParse(body);
      expect(read.error?.issues.slice(0, 3)).toBeUndefined();
      expect(read.data).toEqual(body);
    });

    it(`${question.id}: refuses a parameter that it doesn't know, and names it`, async () => {
      const response = await get(app, `${address}${address.includes("?") ? "&" : "?"}dat=2010-02-24`);
      const body = await response.json();
      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(body.parameter).toBe("dat");
      if ("date" in question.query.shape) expect(body.cure).toContain('"date"');
    });

    it(`${question.id}: its table has as many cells in each row as columns`, async () => {
      const [path, query] = address.split("?");
      const response = await get(app, `${path}.csv${query ? `?${query}` : ""}`);
      if (!question.table) {
        expect(response.status).toBe(406);
        return;
      }
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain("text/csv");
      const json = await (await get(app, address)).json();
      const { columns, rows } = question.table(json);
      for (const row of rows) expect(row.length).toBe(columns.length);
      expect((await response.text()).split("\r\n")[0]).toContain(columns[0]);
    });
  }
});
