import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compileKernel, KERNELS } from "./build.ts";

it.each(KERNELS)("the committed %s.wasm is what its source compiles to", async (name) => {
  const committed = readFileSync(new URL(`./${name}.wasm`, import.meta.url));
  expect(Buffer.compare(committed, await compileKernel(name))).toBe(0);
});
