import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLE_SCHEMA } from "../encode/example-schema.ts";
import { checkSchema } from "../encode/schema-check.ts";
import { seededRandom } from "../generate/random.ts";
import { inFolder } from "../testing/folder.ts";
import { checkAlike, readClkFile } from "./clk-reader.ts";
import { ClkWriter, clkHeader } from "./clk-writer.ts";

const schema = checkSchema(EXAMPLE_SCHEMA);
const header = schema.ok ? clkHeader(schema.value, "0123abcd") : null;

async function written(
  folder: string,
  records: number,
): Promise<{ path: string; text: string; filters: Uint8Array[]; ids: string[] }> {
  const random = seededRandom(records);
  const path = join(folder, "x.clk");
  const writer = await ClkWriter.create(path, header!);
  const filters = Array.from({ length: records }, () => random.bytes(128));
  const ids = filters.map(() => random.bytes(12));
  for (const [i, filter] of filters.entries()) writer.add(ids[i]!, filter, []);
  await writer.commit();
  return {
    path,
    text: await readFile(path, "utf8"),
    filters,
    ids: ids.map((id) => Buffer.from(id).toString("base64url")),
  };
}

describe("a file of encodings", () => {
  it.each([0, 1, 3, 20_000])("comes back as it was written, with %i records", async (records) => {
    await inFolder(async (folder) => {
      const { path, filters, ids } = await written(folder, records);
      const set = await readClkFile(path);
      expect(set).toMatchObject({ records, bits: 1024, key: "0123abcd", apart: [], blocks: [] });
      expect(Buffer.from(set.filters).equals(Buffer.concat(filters))).toBe(true);
      expect(set.ids).toEqual(ids);
    });
  });

  it("truncated anywhere, or changed anywhere, is refused", async () => {
    await inFolder(async (folder) => {
      const { path, text } = await written(folder, 3);
      for (const length of [0, 1, 50, 300, 500, 700, text.length - 80, text.length - 2]) {
        await writeFile(path, text.slice(0, length));
        await expect(readClkFile(path), `cut at ${length}`).rejects.toThrow();
      }
      for (const at of [20, 150, 400, 900, text.length - 40, text.length - 90]) {
        const other = text[at] === "B" ? "C" : "B";
        await writeFile(path, text.slice(0, at) + other + text.slice(at + 1));
        await expect(readClkFile(path), `changed at ${at}`).rejects.toThrow();
      }
      await writeFile(path, `${text}{}`);
      await expect(readClkFile(path)).rejects.toThrow("something after its end");
    });
  });

  it.each([
    ['{"clks":[]}', "holds no encodings"],
    ['{"clks":["AAAA","AAA="]}', "record 2: has a filter of 16 bits, the others 24"],
    ['{"clks":["A*AA"]}', "isn't base64"],
    ['{"clks":[12]}', "isn't a text in base64"],
    ['{"clks":["AAAA" "AAAA"]}', "lacks a comma"],
    ['{"clks" ["AAAA"]}', "lacks a colon"],
    ['{"other":1}', "holds no encodings"],
    ["[1]", "isn't a JSON object"],
    ['{"format":"concord-clk","version":9,"clks":["AAAA"]}', "has a format that isn't known here"],
    ['{"format":"concord-clk","version":1,"records":2,"clks":["AAAA"]}', "is truncated"],
    ['{"format":"concord-clk","version":1,"records":1,"clks":["AAAA"]}', "lacks identifiers"],
    [
      '{"format":"concord-clk","version":1,"bits":1024,"records":1,"clks":["AAAA"],"ids":["x"]}',
      "says 1024 bits",
    ],
    [
      '{"format":"concord-clk","version":1,"bits":24,"records":1,"clks":["AAAA"],"ids":["x"]}',
      "has no digest",
    ],
  ])("%s: %s", async (text, complaint) => {
    await inFolder(async (folder) => {
      const path = join(folder, "x.json");
      await writeFile(path, text);
      await expect(readClkFile(path)).rejects.toThrow(complaint);
    });
  });

  it("of clkhash is read whatever its layout, other members passed over", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "x.json");
      await writeFile(
        path,
        ' {\n "metadata": {"a": [1, {"b": "]}\\""}], "n": -1.5e3}, "clks" : [ "AAAA" ,\n"/w==" ] }'.replace(
          "/w==",
          "/wAA",
        ),
      );
      const set = await readClkFile(path);
      expect(set).toMatchObject({ records: 2, bits: 24, ids: ["0", "1"], schema: null });
      expect([...set.filters]).toEqual([0, 0, 0, 255, 0, 0]);
    });
  });

  it("that isn't there is named", async () => {
    await expect(readClkFile("/nowhere/x.clk")).rejects.toThrow("/nowhere/x.clk: can't be read");
  });
});

describe("files linked together", () => {
  const set = {
    path: "a",
    schema: "s",
    key: "k",
    bits: 8,
    apart: [],
    blocks: [],
    records: 0,
    filters: new Uint8Array(new SharedArrayBuffer(0)),
    ids: [],
    blockKeys: [],
  };

  it("must have one schema, one secret, one length", () => {
    expect(() => checkAlike([set, { ...set, path: "b", bits: 16 }])).toThrow(
      "a and b: have filters of 8 and 16 bits",
    );
    expect(() => checkAlike([set, { ...set, path: "b", schema: "t" }])).toThrow("different schemas");
    expect(() => checkAlike([set, { ...set, path: "b", key: "l" }])).toThrow("different secrets");
    expect(() => checkAlike([set, { ...set, path: "b", schema: null, key: null }])).not.toThrow();
  });
});
