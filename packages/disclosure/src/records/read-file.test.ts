import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { BLOCK_BYTES } from "./kernel-scan.ts";
import { type ReadOptions, readRecords } from "./read-file.ts";
import { rowCount, valuesOf } from "./records.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, content);
  return path;
}
async function refusalOf(content: string | Uint8Array, options?: ReadOptions) {
  const read = await readRecords(fileOf(content), options);
  if (read.ok) throw new Error("it was read");
  return read.refusal;
}

describe("a file of case records", () => {
  const text = "\ufeffsex,age\r\nF,9-17\r\nF,9-17\r\n,18-20";

  it("is read with its byte order mark and line ends left out, plain and gzip alike", async () => {
    for (const path of [fileOf(text), fileOf(gzipSync(text))]) {
      const read = await readRecords(path);
      if (!read.ok) throw new Error(read.refusal.detail);
      expect(read.value.columns.map(({ name }) => name)).toEqual(["sex", "age"]);
      expect([...read.value.sizes]).toEqual([2, 1]);
      expect(valuesOf(read.value, 1)).toEqual(["", "18-20"]);
    }
  });

  it("larger than a block is read whole", async () => {
    const rows = 700_000;
    const lines = Array.from({ length: rows }, (_, row) => `value ${row % 11},"q, ${row % 7}"`);
    const path = fileOf(gzipSync(`a,b\n${lines.join("\n")}`));
    const seen: number[] = [];
    const read = await readRecords(path, { progress: (_, __, count) => seen.push(count) });
    if (!read.ok) throw new Error(read.refusal.detail);
    expect(rowCount(read.value)).toBe(rows);
    expect(read.value.sizes.length).toBe(77);
    expect(valuesOf(read.value, read.value.combinationOfRow[rows - 1] ?? 0)).toEqual([
      `value ${(rows - 1) % 11}`,
      `q, ${(rows - 1) % 7}`,
    ]);
    expect(seen.at(-1)).toBe(rows);
  });

  it("keeps the columns chosen and leaves out those named", async () => {
    const path = fileOf("id,a,b\n1,x,y\n2,x,y\n");
    const kept = await readRecords(path, { columns: ["b", "a"] });
    const without = await readRecords(path, { without: ["id"] });
    expect(kept.ok && kept.value.columns.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(without.ok && [...without.value.sizes]).toEqual([2]);
  });

  it("may be given up on", async () => {
    const signal = AbortSignal.abort();
    await expect(readRecords(fileOf(text), { signal })).rejects.toThrow(/abort/i);
  });
});

describe("a file that can't be read is refused with its place and cure", () => {
  it.each<[string, string | Uint8Array, ReadOptions, string, RegExp]>([
    ["invalid UTF-8", Buffer.from("a,b\nx,y\ncaf\xe9,z\n", "latin1"), {}, "row 2", /UTF-8/],
    ["invalid UTF-8 in the header", Buffer.from("caf\xe9\nx\n", "latin1"), {}, "header", /iconv/],
    ["UTF-16", Buffer.from("\ufeffa,b\nx,y\n", "utf16le"), {}, ".csv", /UTF-16/],
    ["a spreadsheet", "PK\u0003\u0004", {}, ".csv", /CSV UTF-8/],
    ["nothing", "", {}, ".csv", /empty/],
    ["only a header", "a,b\n", {}, ".csv", /no row/],
    ["another delimiter", "a;b\nx;y\n", {}, "header", /--delimiter ';'/],
    ["a column named twice", "a,b,a\n1,2,3\n", {}, "column 3", /already the name of column 1/],
    ["a column without name", "a,,c\n1,2,3\n", {}, "column 2", /no name/],
    ["an unknown column", "a,b\n1,2\n", { columns: ["c"] }, "--columns", /The file has: a, b/],
    ["all columns left out", "a\n1\n", { without: ["a"] }, "--columns", /No column is left/],
    ["a bad delimiter", "a\n1\n", { delimiter: ";;" }, "--delimiter", /one character/],
    ["a formula", 'a,b\nx,y\nx,"=HYPERLINK(""http://x"")"\n', {}, "row 2, column b", /--neutralize-formulas/],
    ["a formula in the header", "a,@b\nx,y\n", {}, "header", /formula/],
    ["cut-off gzip", gzipSync("a,b\n1,2\n").subarray(0, 15), {}, ".csv", /cut off/],
    ["an endless value", `a,b\nx,"${"y".repeat(BLOCK_BYTES + 9)}"\n`, {}, "row 1", /double quote/],
  ])("%s", async (_, content, options, place, words) => {
    const refusal = await refusalOf(content, options);
    expect(refusal.parameter).toContain(place);
    expect(`${refusal.detail} ${refusal.cure}`).toMatch(words);
  });

  it("a missing file and a folder", async () => {
    const missing = await readRecords(join(folder, "none.csv"));
    const aFolder = await readRecords(folder);
    expect(!missing.ok && missing.refusal.detail).toMatch(/no such file/);
    expect(!aFolder.ok && aFolder.refusal.detail).toMatch(/folder/);
  });

  it("numbers with a sign are no formulas, and formulas can be written as text", async () => {
    const numbers = await readRecords(fileOf("a\n-99\n+1.5\n-\n"));
    const behind = await readRecords(fileOf("a\n=1+1\n"), { neutralizeFormulas: true });
    expect(numbers.ok).toBe(true);
    expect(behind.ok && behind.value.columns[0]?.values).toEqual(["", "'=1+1"]);
  });
});
