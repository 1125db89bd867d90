import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as documents from "./index.ts";

/** Every block marked `js` in the page on documents, with the block marked `text` that follows it: what it prints. */
const page = readFileSync(new URL("../../../docs/methods/documents.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```js\n([\s\S]*?)```\s*```text\n([\s\S]*?)```/gu)].map(
  ([, code = "", text = ""]) => ({
    code,
    text,
  }),
);

describe("the worked examples of docs/methods/documents.md", () => {
  it("are there", () => {
    expect(examples).toHaveLength(4);
    expect(page.match(/```js\n/gu)).toHaveLength(4);
  });

  it.each(examples)("print what the page says: $code", async ({ code, text }) => {
    const printed: string[] = [];
    const body = code.replace(/import \{([^}]*)\} from "@concord\/documents";/gu, "const {$1} = documents;");
    const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
      ...parts: string[]
    ) => (...values: unknown[]) => Promise<void>;
    await new AsyncFunction("documents", "console", body)(documents, {
      log: (value: unknown) => printed.push(String(value)),
    });
    expect(`${printed.join("\n")}\n`).toBe(text);
  });

  it("list every finding that the linter has", async () => {
    const { SENTENCES } = await import("./words/finding.ts");
    expect(Object.keys(SENTENCES).filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});
