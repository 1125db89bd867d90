import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLE_SCHEMA } from "../encode/example-schema.ts";
import { checkSchema } from "../encode/schema-check.ts";
import { PERSON_FIELDS, personMaker } from "../generate/persons.ts";
import { seededRandom } from "../generate/random.ts";
import { inFolder } from "../testing/folder.ts";
import { encodeFile } from "./encode-file.ts";

const checked = checkSchema(EXAMPLE_SCHEMA);
if (!checked.ok) throw new Error("the example schema is refused");
const schema = checked.value;

/** Rows of some megabytes, so that the file is read in several pieces. */
function manyRows(): string[] {
  const make = personMaker(seededRandom(3));
  return Array.from({ length: 25_000 }, () => {
    const person = make();
    return PERSON_FIELDS.map((field) => person[field]).join(",");
  });
}

async function encodeRows(folder: string, rows: readonly string[], threads: number) {
  const input = join(folder, "people.csv");
  await writeFile(input, `${PERSON_FIELDS.join(",")}\r\n${rows.join("\r\n")}\r\n`);
  const output = join(folder, `${threads}.clk`);
  const report = await encodeFile({
    input,
    output,
    idsOutput: `${output}.ids.csv`,
    idColumn: null,
    schema,
    secret: new TextEncoder().encode("a secret for tests and nothing else"),
    randomBytes: seededRandom(4).bytes,
    threads,
  });
  return { report, clks: await readFile(output, "utf8"), ids: await readFile(`${output}.ids.csv`, "utf8") };
}

describe("encoding a file", () => {
  it("gives the same with one thread or several, and numbers rows through", () =>
    inFolder(async (folder) => {
      const rows = manyRows();
      const one = await encodeRows(folder, rows, 1);
      const two = await encodeRows(folder, rows, 2);
      expect(one.report.records).toBe(rows.length);
      expect(two.report).toEqual(one.report);
      expect(two.clks).toBe(one.clks);
      expect(two.ids).toBe(one.ids);
      expect(one.ids.split("\n")[1]).toMatch(/^2,/);
      expect(one.ids.trimEnd().split("\n").at(-1)).toMatch(new RegExp(`^${rows.length + 1},`));
    }));
  it("reads Chinese names wherever in a file the first one stands", () =>
    inFolder(async (folder) => {
      const at = PERSON_FIELDS.findIndex((field) => field.includes("given"));
      const named = (name: string) => {
        const rows = manyRows();
        rows[20_000] = rows[20_000]!.split(",").with(at, name).join(",");
        return rows;
      };
      const chinese = await encodeRows(folder, named("芳"), 2);
      const latin = await encodeRows(folder, named("fang"), 2);
      const line = (clks: string) => clks.split("\n")[20_002];
      expect(line(chinese.clks)).toBe(line(latin.clks));
      expect(line(chinese.clks)).not.toBe(line((await encodeRows(folder, named("min"), 2)).clks));
    }));
  it.each([1, 2])("names the row of a late complaint and leaves nothing behind, with %i threads", (threads) =>
    inFolder(async (folder) => {
      const rows = manyRows();
      rows[20_000] = "only one cell";
      await expect(encodeRows(folder, rows, threads)).rejects.toThrow(
        /people.csv, row 20002: has 1 cells, the header/,
      );
      rows[20_000] = `"a "quoted" name"${",".repeat(PERSON_FIELDS.length - 1)}`;
      await expect(encodeRows(folder, rows, threads)).rejects.toThrow(
        /people.csv, row 20002: has text after a closing/,
      );
      expect(await readdir(folder)).toEqual(["people.csv"]);
    }),
  );
});
