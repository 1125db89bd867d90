import { describe, expect, it } from "vitest";
import { projectFiles, readProjectFile } from "./tree.ts";

const SOURCES = /^(packages|test|bench|scripts)\/.*\.(ts|tsx|mjs)$/;
/** Written by a program, or a table of words: their length says nothing. */
const NOT_READ_AS_CODE = /\/(locales|migrations|generated|dist)\/|\.d\.ts$|-names\.ts$|\/words\//;

function linesMatching(pattern: RegExp, files: string[]): string[] {
  return files.flatMap((file) =>
    readProjectFile(file)
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [],
      ),
  );
}

describe("habits of the house", () => {
  const sources = projectFiles(SOURCES).filter((file) => !file.startsWith("test/house/"));

  it("no file has more than 350 lines", () => {
    const long = sources
      .filter((file) => !NOT_READ_AS_CODE.test(file))
      .map((file) => ({ file, lines: readProjectFile(file).split("\n").length }))
      .filter(({ lines }) => lines > 350);
    expect(long).toEqual([]);
  });

  it("no file or folder is named utils, helpers, common, manager, service or misc", () => {
    expect(projectFiles(/(^|\/)(utils?|helpers?|common|managers?|services?|misc)(\.[a-z]+)*(\/|$)/)).toEqual(
      [],
    );
  });

  it("no test is skipped, narrowed to itself or left to be written", () => {
    expect(linesMatching(/\b(it|test|describe)\.(skip|only|todo)\b/, sources)).toEqual([]);
  });

  it("nothing is left for later and no check is silenced", () => {
    expect(
      linesMatching(
        /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|biome-ignore|\bas any\b/,
        sources,
      ),
    ).toEqual([]);
  });

  it("no path or address of one machine is written down", () => {
    const texts = projectFiles(/\.(ts|tsx|mjs|md|json|yml|css|html|po|csv|sql)$|^\.ci\/run$/).filter(
      (file) => file !== "package-lock.json" && !file.startsWith("test/house/"),
    );
    expect(linesMatching(/\/work\/|\/root\/|"resolved": ?"http/, texts)).toEqual([]);
    expect(linesMatching(/"resolved": ?"http/, ["package-lock.json"])).toEqual([]);
  });
});
