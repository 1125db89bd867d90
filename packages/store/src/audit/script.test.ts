import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { auditRows } from "../testing/audit-rows.ts";

const PAGE = readFileSync(new URL("../../../../docs/operate/audit.md", import.meta.url), "utf8");
const SCRIPT = /```js\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? "";

/** What the script of the page says of an export, newest row first. */
function verify(rows: readonly object[]): string {
  const input = [...rows]
    .reverse()
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", SCRIPT], { input });
  return `${stdout}${stderr}`;
}

it("the script in docs/operate/audit.md verifies an export with nothing but Node", () => {
  const rows = [...auditRows(20)];
  expect(SCRIPT).toContain("createHash");
  expect(verify(rows)).toBe("");
  expect(verify(rows.map((row) => (row.seq === 7 ? { ...row, actor: "IND" } : row)))).toBe(
    "row 7 is at fault\n",
  );
});
