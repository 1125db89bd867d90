import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyPackage, DATA_FOLDER, type PackageCopy, readDescriptor } from "../testing/package-copy.ts";
import { openDataPackage, validateDataPackage } from "./data-package.ts";
import { recordsOf } from "./data-table.ts";
import { describeFinding } from "./finding.ts";
import { SIGNED_LATER_IN_THE_SOURCE } from "./treaty-check.ts";

const PARTICIPATION = "instruments/participation.csv";

let copy: PackageCopy;
beforeEach(async () => {
  copy = await copyPackage();
});
afterEach(() => copy.remove());

/** Damages the copy and returns the findings without those on size and hash. */
async function findingsAfter(path: string, change: (text: string) => string) {
  await copy.edit(path, change);
  return (await openDataPackage(copy.folder, { compareHashes: false })).findings;
}

/** Puts a row of participation in place of the first one. */
const withRow = (row: string) => (text: string) => text.replace(/\n.*\n/, `\n${row}\n`);

describe("the data package of the repository", () => {
  it("has no fault, and each exception that it claims is needed", async () => {
    const { findings, tables } = await openDataPackage(DATA_FOLDER);
    expect(findings.map(describeFinding)).toEqual([]);
    const acts = recordsOf(tables.get("participation"), "instrument", "iso3", "action", "date");
    for (const pair of SIGNED_LATER_IN_THE_SOURCE) {
      const own = acts.filter((act) => `${act.instrument} ${act.iso3}` === pair);
      const signed = own.find((act) => act.action === "signature")?.date ?? "";
      expect(
        own.some((act) => act.action !== "signature" && act.date < signed),
        pair,
      ).toBe(true);
    }
    for (const { name, schema } of (await readDescriptor()).resources)
      for (const { fields, exceptions = {} } of schema.foreignKeys ?? []) {
        const held = new Set(recordsOf(tables.get(name), fields).map((row) => row[fields]));
        for (const value of Object.keys(exceptions)) expect(held.has(value), `${name} ${value}`).toBe(true);
      }
  });

  it("a part of it stands on its own", async () => {
    expect(await validateDataPackage(copy.folder)).toEqual([]);
  });
});

describe("a row is refused, by file, line, column and cure,", () => {
  it.each([
    ["without a source", "untoc,AFG,signature,2000-12-14,2014-07-10,", "missing-source", "source"],
    [
      "without the day its source is complete to",
      "untoc,AFG,signature,2000-12-14,,untc-2014",
      "missing-source",
      "as_of",
    ],
    [
      "from a source that is not listed",
      "untoc,AFG,signature,2000-12-14,2014-07-10,hearsay",
      "unknown-reference",
      "source",
    ],
    [
      "of an unknown state",
      "untoc,XYZ,signature,2000-12-14,2014-07-10,untc-2014",
      "unknown-reference",
      "iso3",
    ],
    [
      "of an unknown instrument",
      "untok,AFG,signature,2000-12-14,2014-07-10,untc-2014",
      "unknown-reference",
      "instrument",
    ],
    [
      "of an act before adoption",
      "untoc,AFG,signature,1999-12-14,2014-07-10,untc-2014",
      "before-adoption",
      "date",
    ],
    [
      "of an act after the day of collection",
      "statelessness-1961,USA,signature,2026-11-25,2015-03-14,untc-2015",
      "after-collection",
      "date",
    ],
    [
      "of a day that does not exist",
      "untoc,AFG,signature,2001-02-29,2014-07-10,untc-2014",
      "bad-date",
      "date",
    ],
    ["of a date in another form", "untoc,AFG,signature,14.12.2000,2014-07-10,untc-2014", "bad-date", "date"],
    [
      "of an action that is none",
      "untoc,AFG,signed,2000-12-14,2014-07-10,untc-2014",
      "not-in-list",
      "action",
    ],
    [
      "of leaving what was never joined",
      "untoc,IRN,denunciation,2004-12-14,2014-07-10,untc-2014",
      "left-without-joining",
      "action",
    ],
    ["of joining twice", "untoc,AFG,accession,2004-12-14,2014-07-10,untc-2014", "joined-twice", "action"],
    [
      "that signs after joining",
      "untoc,AFG,signature,2004-12-14,2014-07-10,untc-2014",
      "signed-after-joining",
      "date",
    ],
  ])("%s", async (_name, row, code, column) => {
    const found = (await findingsAfter(PARTICIPATION, withRow(row))).filter(
      (one) => one.code !== "wrong-count",
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ file: PARTICIPATION, code, column });
    expect([2, 3]).toContain(found[0]?.line);
    expect(found[0]?.cure).toMatch(/\.$/);
  });

  it.each([
    ["that holds a NUL character", "themes.csv", "Root causes", "Root\u0000causes", "bad-value", "label"],
    ["of a day before 1800", "memberships.csv", "1958-01-01", "0000-01-01", "bad-date", "from"],
    [
      "of a membership that ends before it begins",
      "memberships.csv",
      "2020-01-31",
      "1972-12-31",
      "bad-period",
      "to",
    ],
    [
      "of a membership that overlaps with another",
      "memberships.csv",
      "eu,DEU,1958",
      "eu,BEL,1959",
      "bad-period",
      "from",
    ],
    [
      "of a treaty in force before it was adopted",
      "instruments/instruments.csv",
      "2003-09-29",
      "1999-09-29",
      "bad-period",
      "in_force",
    ],
    [
      "of a number too large to keep",
      "instruments/coverage.csv",
      "untoc,195",
      "untoc,99999999999",
      "bad-value",
      "parties_held",
    ],
  ])("%s", async (_name, file, from, to, code, column) => {
    const found = (await findingsAfter(file, (text) => text.replace(from, to))).filter(
      (one) => one.code !== "wrong-count",
    );
    expect(found.map((one) => [one.file, one.code, one.column])).toEqual([[file, code, column]]);
  });

  it("that repeats another", async () => {
    const found = await findingsAfter("themes.csv", (text) => `${text}${text.split("\n")[1]}\n`);
    expect(found).toMatchObject([{ file: "themes.csv", line: 61, column: "theme", code: "duplicate" }]);
  });

  it("of an unknown theme", async () => {
    const found = await findingsAfter("instruments/provisions.csv", (text) =>
      text.replace("partnership.international-cooperation", "partnership.cooperation"),
    );
    expect(found).toMatchObject([{ line: 2, column: "theme", code: "unknown-reference" }]);
  });

  it("with a cell too few", async () => {
    const found = await findingsAfter(PARTICIPATION, withRow("untoc,AFG,signature"));
    expect(found[0]).toMatchObject({ file: PARTICIPATION, line: 2, code: "bad-csv" });
  });
});

describe("a file is refused", () => {
  it("when a count that readers rely on is not that of the rows", async () => {
    const found = await findingsAfter("instruments/coverage.csv", (text) =>
      text.replace("untoc,195", "untoc,196"),
    );
    expect(found).toMatchObject([{ line: 2, column: "parties_held", code: "wrong-count" }]);
  });

  it("when it is missing, not described, or other than described", async () => {
    await rm(join(copy.folder, "themes.csv"));
    await writeFile(join(copy.folder, "more.csv"), "a\n1\n");
    await copy.edit("memberships.csv", (text) => text.replace("Treaty of Rome", "Treaty of rome"));
    const found = await validateDataPackage(copy.folder);
    expect(found.map(({ file, code }) => [file, code]).sort()).toEqual([
      ["memberships.csv", "changed-file"],
      ["more.csv", "undescribed-file"],
      ["themes.csv", "missing-file"],
    ]);
  });

  it("when its columns were moved", async () => {
    const found = await findingsAfter("themes.csv", (text) => text.replace("theme,pillar", "pillar,theme"));
    expect(found).toContainEqual(
      expect.objectContaining({ file: "themes.csv", line: 1, code: "wrong-columns" }),
    );
  });

  it("with one finding a kind and place, not a hundred thousand", async () => {
    const found = await findingsAfter(PARTICIPATION, (text) => text.replaceAll("untc-2014", "hearsay"));
    expect(found.length).toBeLessThan(40);
    expect(found.map((one) => one.detail)).toContainEqual(expect.stringMatching(/more of this kind$/));
  });
});

describe("damage never stops the check", () => {
  const files = [
    "datapackage.json",
    "states.csv",
    "themes.csv",
    "instruments/instruments.csv",
    "instruments/effect_rules.csv",
  ];

  it("any byte changed in any file is found, and nothing is thrown", async () => {
    const small = await copyPackage(["states", "themes", "instruments", "effect-rules"]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, by) => {
          const path = join(small.folder, file);
          const sound = await readFile(path);
          const damaged = Buffer.from(sound);
          const index = at % damaged.length;
          damaged[index] = ((damaged[index] ?? 0) + by) % 256;
          await writeFile(path, damaged);
          const strict = await validateDataPackage(small.folder);
          const lenient = (await openDataPackage(small.folder, { compareHashes: false })).findings;
          await writeFile(path, sound);
          // The descriptor describes itself to nobody: a changed word in a title is no fault.
          if (file !== "datapackage.json") expect(strict.length).toBeGreaterThan(0);
          for (const finding of [...strict, ...lenient])
            expect(describeFinding(finding)).toMatch(/^[\w./-]+.*: .+\.$|run: node/s);
        },
      ),
      { numRuns: 40 },
    );
    await small.remove();
  });

  it("a packed file cut short or overwritten is found", async () => {
    const packed = await copyPackage(["states", "migrant-stock"]);
    const path = join(packed.folder, "migration/bilateral_stock.csv.gz");
    const sound = await readFile(path);
    for (const damaged of [sound.subarray(0, 1000), Buffer.from("not packed"), Buffer.alloc(0)]) {
      await writeFile(path, damaged);
      expect((await validateDataPackage(packed.folder)).map((one) => one.code)).toEqual([
        "changed-file",
        "damaged-file",
      ]);
    }
    await packed.remove();
  });
});
