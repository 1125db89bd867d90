import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileKernel, kernelModule } from "./build.ts";

describe("the compiled kernel", () => {
  it("is what its source compiles to", async () => {
    const committed = readFileSync(new URL("dice-wasm.ts", import.meta.url), "utf8");
    expect(kernelModule(await compileKernel())).toBe(committed);
  });
});
