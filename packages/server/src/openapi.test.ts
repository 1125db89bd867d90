import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { ACTIONS } from "./api/actions.ts";
import { writeOpenApi } from "./api/document.ts";
import { QUESTIONS } from "./api/questions.ts";
import { get, testApp } from "./testing/holdings.ts";

const committed = readFileSync(new URL("../openapi.json", import.meta.url), "utf8");

describe("the OpenAPI document", () => {
  it("is the committed one: after a change, node packages/server/src/write-openapi.ts", () => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(JSON.parse(JSON.stringify(writeOpenApi(QUESTIONS, ACTIONS, version)))).toEqual(
      JSON.parse(committed),
    );
  });

  it("is what the server gives", async () => {
    const response = await get(await testApp(), "/api/openapi.json");
    expect(await response.json()).toEqual(JSON.parse(committed));
  });

  it("has no error and no warning of the linter", async () => {
    const config = await createConfig({ extends: ["recommended"] });
    const problems = await lintFromString({ source: committed, config });
    expect(problems.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([]);
  });

  it("names each question and action once", () => {
    const ids = [...QUESTIONS, ...ACTIONS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
