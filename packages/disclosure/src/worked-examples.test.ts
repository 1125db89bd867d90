import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as disclosure from "./index.ts";

/** Every block marked `js` in the page on methods, with the block marked `text` that follows it: what it prints. */
const page = readFileSync(new URL("../../../docs/methods/disclosure.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```js\n([\s\S]*?)```\s*```text\n([\s\S]*?)```/gu)].map(
  ([, code, text]) => ({
    code: code!,
    text: text!,
  }),
);

describe("the worked examples of docs/methods/disclosure.md", () => {
  it("are there", () => {
    expect(examples.length).toBeGreaterThanOrEqual(6);
    expect(page.match(/```js\n/gu)).toHaveLength(examples.length);
  });

  it.each(examples)("print what the page says: $code", async ({ code, text }) => {
    const printed: string[] = [];
    const body = code.replace(
      /import \{([^}]*)\} from "@concord\/disclosure";/gu,
      "const {$1} = disclosure;",
    );
    const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
      ...parts: string[]
    ) => (...values: unknown[]) => Promise<void>;
    const print = (...values: unknown[]) =>
      printed.push(
        values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "),
      );
    await new AsyncFunction("disclosure", "console", body)(disclosure, { log: print });
    expect(`${printed.join("\n")}\n`).toBe(text);
  });
});
