import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLE_SCHEMA } from "../encode/example-schema.ts";
import vectors from "../encode/vectors.json" with { type: "json" };
import { inFolder, runCommand } from "../testing/folder.ts";
import { encodeCommand } from "./encode-command.ts";

const HEADER = "family,given,born,sex,place,paper\n";
const LINE = ["people.csv", "--schema", "schema.json", "--secret-file", "our.key"];

/** A folder with a schema, a secret and a file of people. */
async function prepared(
  folder: string,
  people: string | Buffer,
  schema: object = EXAMPLE_SCHEMA,
): Promise<void> {
  await writeFile(join(folder, "schema.json"), JSON.stringify(schema));
  await writeFile(join(folder, "our.key"), "a secret that is long enough\n", { mode: 0o600 });
  await writeFile(join(folder, "people.csv"), people);
}

const encode = (folder: string, line: readonly string[] = LINE) => runCommand(encodeCommand, folder, line);

describe("concord encode", () => {
  it("writes encodings to send and a list to keep; nothing of a record is in what is sent", async () => {
    await inFolder(async (folder) => {
      await prepared(folder, `${HEADER}Tusile,Mabo,1990-01-02,F,Orbe,AB 12345\n"Kel, jr",Ari,,M,,\n`);
      const { code, err } = await encode(folder);
      expect(code).toBe(0);
      expect(err).toContain("2 records encoded");
      const text = await readFile(join(folder, "people.clk"), "utf8");
      const sent = JSON.parse(text);
      expect(sent).toMatchObject({
        format: "concord-clk",
        version: 1,
        bits: 1024,
        records: 2,
        apart: [],
        blocks: [],
      });
      expect(sent.clks).toHaveLength(2);
      for (const word of ["Tusile", "Mabo", "1990", "Orbe", "12345", "secret", folder])
        expect(text).not.toContain(word);
      const kept = await readFile(join(folder, "people.clk.ids.csv"), "utf8");
      expect(kept).toBe(`row,id\n2,${sent.ids[0]}\n3,${sent.ids[1]}\n`);
      expect((await stat(join(folder, "people.clk.ids.csv"))).mode & 0o777).toBe(0o600);
      expect(sent.ids[0]).toMatch(/^[\w-]{16}$/u);
    });
  });

  it("gives new identifiers each time, the same filters, and the contributor's own numbers on request", async () => {
    await inFolder(async (folder) => {
      await prepared(folder, `no,${HEADER}17,Tusile,Mabo,1990-01-02,F,Orbe,AB\n`);
      await encode(folder, [...LINE, "--id-column", "no", "--out", "one.clk"]);
      await encode(folder, [...LINE, "--id-column", "no", "-o", "two.clk", "--ids", "list.csv"]);
      const [one, two] = await Promise.all(
        ["one.clk", "two.clk"].map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))),
      );
      expect(one.clks).toEqual(two.clks);
      expect(one.ids).not.toEqual(two.ids);
      expect(await readFile(join(folder, "list.csv"), "utf8")).toBe(`no,id\n17,${two.ids[0]}\n`);
    });
  });

  it("reproduces reference vectors through the command, columns in any order", async () => {
    await inFolder(async (folder) => {
      const { schema, secret, rows } = vectors[0]!;
      await prepared(folder, "");
      await writeFile(join(folder, "schema.json"), JSON.stringify(schema));
      await writeFile(join(folder, "our.key"), secret, { mode: 0o600 });
      const lines = rows.map(({ cells }) => [...cells].reverse().join(","));
      await writeFile(join(folder, "people.csv"), `\ufeffsex,born,name,INDEX\r\n${lines.join("\r\n")}\r\n`);
      expect((await encode(folder)).code).toBe(0);
      const sent = JSON.parse(await readFile(join(folder, "people.clk"), "utf8"));
      expect(sent.clks).toEqual(rows.map(({ clk }) => clk));
    });
  });

  it("makes a secret that only its owner can read, once", async () => {
    await inFolder(async (folder) => {
      expect((await encode(folder, ["--new-secret", "our.key"])).code).toBe(0);
      const before = await readFile(join(folder, "our.key"), "utf8");
      expect(before).toMatch(/^[0-9a-f]{64}\n$/u);
      expect((await stat(join(folder, "our.key"))).mode & 0o777).toBe(0o600);
      const again = await encode(folder, ["--new-secret", "our.key"]);
      expect(again.code).toBe(2);
      expect(again.err).toContain("exists already");
      expect(await readFile(join(folder, "our.key"), "utf8")).toBe(before);
    });
  });

  it("prints an example schema that it takes", async () => {
    await inFolder(async (folder) => {
      const { out } = await encode(folder, ["--example-schema"]);
      expect(JSON.parse(out)).toEqual(EXAMPLE_SCHEMA);
    });
  });

  it.each<[string, string | Buffer, string]>([
    [
      "a cell that doesn't fit",
      `${HEADER}Tusile,Mabo,1990-13-02,F,Orbe,\n`,
      'row 2, field "born": isn\'t a date',
    ],
    ["too few cells", `${HEADER}Tusile,Mabo\n`, "row 2: has 2 cells, the header 6"],
    ["an unknown column", `shoe,${HEADER}`, 'row 1: has the column "shoe", which the schema doesn\'t know'],
    ["a missing column", "family,given\n", 'lacks the column "born" of the schema'],
    ["a column twice", `family,${HEADER}`, 'names the column "family" twice'],
    ["an open quotation mark", `${HEADER}"Tusile,Mabo,1990-01-02,F,Orbe,\n`, "row 2: opens a quotation mark"],
    [
      "text after a quotation mark",
      `${HEADER}"T"x,Mabo,1990-01-02,F,Orbe,\n`,
      "row 2: has text after a closing",
    ],
    [
      "bytes that aren't UTF-8",
      Buffer.from(`${HEADER}Jos\xe9,Mabo,1990-01-02,F,Orbe,\n`, "latin1"),
      "isn't UTF-8",
    ],
    ["nothing", "", "is empty"],
  ])("refuses a file with %s, and leaves nothing behind", async (_what, people, complaint) => {
    await inFolder(async (folder) => {
      await prepared(folder, people);
      const { code, err } = await encode(folder);
      expect(code).toBe(2);
      expect(err).toContain(complaint);
      expect(err).not.toContain("1990-13");
      expect((await readdir(folder)).sort()).toEqual(["our.key", "people.csv", "schema.json"]);
    });
  });

  it("reports the first twenty complaints and how many more there are", async () => {
    await inFolder(async (folder) => {
      await prepared(folder, HEADER + "a,b,c,d,e,f\n".repeat(50));
      expect((await encode(folder)).err).toContain("(and 19 more)");
    });
  });

  it("refuses a secret that others can read, that is too short, too long or missing", async () => {
    await inFolder(async (folder) => {
      await prepared(folder, `${HEADER}Tusile,Mabo,1990-01-02,F,Orbe,\n`);
      const key = join(folder, "our.key");
      await chmod(key, 0o640);
      expect((await encode(folder)).err).toContain("chmod 600");
      await writeFile(key, "short\n");
      await chmod(key, 0o600);
      expect((await encode(folder)).err).toContain("holds a secret of 5 bytes, at least 16");
      expect((await encode(folder, [...LINE, "--allow-short-secret"])).code).toBe(0);
      await writeFile(key, "\n");
      expect((await encode(folder, [...LINE, "--allow-short-secret"])).code).toBe(2);
      await writeFile(key, "x".repeat(5000));
      expect((await encode(folder)).err).toContain("holds 5000 bytes");
      expect(
        (await encode(folder, ["people.csv", "--schema", "schema.json", "--secret-file", "no.key"])).err,
      ).toContain("can't be read");
    });
  });

  it("stopped by the person leaves nothing behind", async () => {
    await inFolder(async (folder) => {
      await prepared(folder, `${HEADER}Tusile,Mabo,1990-01-02,F,Orbe,\n`);
      const stop = new AbortController();
      stop.abort();
      expect((await runCommand(encodeCommand, folder, LINE, stop.signal)).code).toBe(130);
      expect((await readdir(folder)).sort()).toEqual(["our.key", "people.csv", "schema.json"]);
    });
  });

  it("says what is missing in the line", async () => {
    await inFolder(async (folder) => {
      await prepared(folder, HEADER);
      expect((await encode(folder, [])).err).toContain("lacks a file");
      expect((await encode(folder, ["people.csv"])).err).toContain("--schema: is missing");
      expect((await encode(folder, ["people.csv", "--schema", "schema.json"])).err).toContain(
        "--secret-file: is missing",
      );
      expect((await encode(folder, ["no.csv", ...LINE.slice(1)])).err).toContain("can't be read");
      expect((await encode(folder, [...LINE, "--id-column", "no"])).err).toContain('has no column "no"');
      expect((await encode(folder, [...LINE, "--out", "no/such/folder.clk"])).err).toContain(
        "can't be written",
      );
      await writeFile(join(folder, "schema.json"), '{"version":2}');
      expect((await encode(folder)).err).toContain("only version 3 is read");
    });
  });
});
