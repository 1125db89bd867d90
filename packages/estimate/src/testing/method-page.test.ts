/** Runs the examples of docs/methods/estimate.md: each block of code must print the block of text that follows it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as estimate from "../index.ts";
import { exampleTable } from "./example-tables.ts";

const PAGE = readFileSync(new URL("../../../../docs/methods/estimate.md", import.meta.url), "utf8");
const EXAMPLES = [...PAGE.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)];

describe("the page of methods", () => {
  it("prints what it says, example after example", async () => {
    expect(EXAMPLES.length).toBe(PAGE.match(/```js/g)?.length);
    // Later examples use what earlier ones defined, as on the page: one program, its output marked by example.
    const program = EXAMPLES.map(([, code], i) => `mark(${i});\n${code}`).join("\n");
    const printed: string[][] = EXAMPLES.map(() => []);
    let current = 0;
    const run = Object.getPrototypeOf(async () => {}).constructor(
      "estimate",
      "table",
      "print",
      "mark",
      program,
    );
    await run(
      estimate,
      exampleTable,
      (line: string) => printed[current]!.push(line),
      (i: number) => {
        current = i;
      },
    );
    for (const [i, [, , text]] of EXAMPLES.entries()) expect(printed[i]!.join("\n")).toBe(text!.trimEnd());
  });
});
