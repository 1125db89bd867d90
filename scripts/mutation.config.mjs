import { defineConfig } from "vitest/config";

/** The tests that stand in the folder under mutation: a rule is held by the tests beside it. Kernels are out of scope. */
export default defineConfig({
  test: {
    include: [`${process.env.MUTATED_FOLDER}/*.test.ts`],
    exclude: ["**/*kernel*.test.ts"],
    testTimeout: 60_000,
  },
});
