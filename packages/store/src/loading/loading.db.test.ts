import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type LoadingProgress, loadDataPackage, type Store, selectKnowledge } from "../index.ts";
import { writeDescription } from "../packaging/describe.ts";
import { onBothEngines } from "../testing/index.ts";
import { copyPackage, type PackageCopy, readDescriptor } from "../testing/package-copy.ts";

const HEAVY = ["indicator-values", "detections", "migrant-stock", "pooled-cases", "indicator-coverage"];
let copy: PackageCopy;
beforeEach(async () => {
  const { resources } = await readDescriptor();
  copy = await copyPackage(resources.map((one) => one.name).filter((name) => !HEAVY.includes(name)));
});
afterEach(() => copy.remove());

const countThemes = (store: Store) =>
  store.read(async (tx) => (await tx.rows<{ n: number }>(sql`SELECT count(*)::int AS n FROM themes`))[0]?.n);

onBothEngines("loading the data package", "blank", (store) => {
  it("happens once: a second time it finds nothing to do", async () => {
    const steps: LoadingProgress[] = [];
    expect((await loadDataPackage(store(), copy.folder, (step) => steps.push(step))).loaded).toBe(true);
    expect(steps[0]?.step).toBe("checking");
    expect(steps.at(-1)?.rows).toBe(steps.at(-1)?.rowsOfAll);
    expect(await loadDataPackage(store(), copy.folder)).toEqual({ loaded: false, rows: 0 });
  });

  it("replaces everything when a file has changed", async () => {
    await copy.edit("themes.csv", (text) => text.replace("Root causes", "Deeper causes"));
    await writeDescription(copy.folder);
    expect((await loadDataPackage(store(), copy.folder)).loaded).toBe(true);
    const { themes } = await store().read(selectKnowledge);
    expect(themes[0]?.label).toBe("Deeper causes");
    expect(themes).toHaveLength(59);
  });

  it("refuses a damaged file, names the place, and leaves the database as it was", async () => {
    const before = await store().read(selectKnowledge);
    await copy.edit("instruments/participation.csv", (text) => text.replace(/\n(\w+),\w+,/, "\n$1,XYZ,"));
    const refused = loadDataPackage(store(), copy.folder);
    await expect(refused).rejects.toMatchObject({ code: "data-invalid" });
    await expect(refused).rejects.toThrow(
      /participation\.csv, line 2, column iso3: "XYZ" is not held in states\.csv/,
    );
    expect(await store().read(selectKnowledge)).toEqual(before);
  });

  it("that breaks off half way leaves what was there before", async () => {
    const before = await countThemes(store());
    await copy.edit("themes.csv", (text) => text.replace("Root causes", "Half a load"));
    await writeDescription(copy.folder);
    const breaking = loadDataPackage(store(), copy.folder, ({ table }) => {
      if (table === "participation") throw new Error("killed");
    });
    await expect(breaking).rejects.toThrow("killed");
    expect(await countThemes(store())).toBe(before);
    expect((await store().read(selectKnowledge)).themes[0]?.label).not.toBe("Half a load");
  });

  it("is done by one of several that start at the same time", async () => {
    await copy.edit("themes.csv", (text) => text.replace("Root causes", "First causes"));
    await writeDescription(copy.folder);
    const outcomes = await Promise.all([1, 2, 3].map(() => loadDataPackage(store(), copy.folder)));
    expect(outcomes.filter((outcome) => outcome.loaded)).toHaveLength(1);
    expect(await countThemes(store())).toBe(59);
  });

  it("keeps tabs, backslashes, quotes and line breaks inside cells", async () => {
    const odd = 'a\\b "quoted", tab\tand 中文';
    await copy.edit("themes.csv", (text) =>
      text.replace("Root causes", `"${odd.replaceAll('"', '""')}\nnext"`),
    );
    await writeDescription(copy.folder);
    await loadDataPackage(store(), copy.folder);
    expect((await store().read(selectKnowledge)).themes[0]?.label).toBe(`${odd}\nnext`);
  });
});
