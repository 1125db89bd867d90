import { describe, expect, it } from "vitest";
import { refuseImport } from "./import-rule.ts";
import { importsOf, projectFiles, readProjectFile } from "./tree.ts";

describe("imports follow the order in which data flow", () => {
  it("no file imports what its room may not know", () => {
    const refused: string[] = [];
    const files = projectFiles(/^packages\/[^/]+\/src\/.*\.tsx?$/).filter((path) => !path.endsWith(".as.ts"));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      for (const imported of importsOf(file, readProjectFile(file))) {
        const why = refuseImport(file, imported);
        if (why) refused.push(`${file}:${imported.line} ${imported.specifier}: ${why}`);
      }
    }
    expect(refused).toEqual([]);
  });

  const module = (specifier: string, typeOnly = false) => ({ specifier, typeOnly, line: 1 });
  it.each([
    ["packages/core/src/plan/draft.ts", module("../instruments/index.ts")],
    ["packages/core/src/plan/draft.ts", module("../instruments/index.ts", true)],
    ["packages/core/src/referral/consent.ts", module("../evidence/index.ts", true)],
    ["packages/core/src/chain/gap.ts", module("../instruments/status.ts")],
    ["packages/core/src/instruments/status.ts", module("node:fs")],
    ["packages/estimate/src/fit.ts", module("@concord/core/vocabulary", true)],
    ["packages/web/src/shell/app.tsx", module("@concord/server")],
    ["packages/web/src/shell/app.tsx", module("../../../core/src/vocabulary/day.ts")],
    ["packages/store/src/open.ts", module("@concord/server", true)],
  ])("%s may not import %o", (file, imported) => {
    expect(refuseImport(file, imported)).toBeTypeOf("string");
  });

  it.each([
    ["packages/core/src/plan/draft.ts", module("../vocabulary/index.ts")],
    ["packages/core/src/chain/gap.ts", module("../instruments/index.ts")],
    ["packages/web/src/shell/app.tsx", module("@concord/server", true)],
    ["packages/server/src/main.ts", module("@concord/store")],
  ])("%s may import %o", (file, imported) => {
    expect(refuseImport(file, imported)).toBeUndefined();
  });
});

describe("every import is seen", () => {
  it.each([
    ["import type { A } from './a.ts'", "./a.ts", true],
    ["import { type A } from './a.ts'", "./a.ts", true],
    ["import { a, type B } from './a.ts'", "./a.ts", false],
    ["import './a.ts'", "./a.ts", false],
    ["export * from './a.ts'", "./a.ts", false],
    ["export type { A } from './a.ts'", "./a.ts", true],
    ["const a = await import('./a.ts')", "./a.ts", false],
  ])("%s", (source, specifier, typeOnly) => {
    expect(importsOf("x.ts", source)).toEqual([{ specifier, line: 1, typeOnly }]);
  });
});
