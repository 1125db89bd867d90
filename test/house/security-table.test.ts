import { expect, it } from "vitest";
import { projectFiles, readProjectFile } from "./tree.ts";

it("every file that docs/security.md names as a test or a place to read exists", () => {
  const named = [
    ...readProjectFile("docs/security.md").matchAll(/`((?:packages|docs|test)\/[^`*]+\.(?:ts|md))`/g),
  ].map(([, path]) => path ?? "");
  const files = new Set(projectFiles(/./));
  expect(named.length).toBeGreaterThan(30);
  expect([...new Set(named)].filter((path) => !files.has(path))).toEqual([]);
});
