import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { run } from "./testing/io.ts";

/** The commands that put a question to the law; the others work on files that a test would have to make. */
const asksTheLaw = ({ options }: Command) => "lang" in options;

describe("every command", () => {
  for (const command of COMMANDS) {
    it(`${command.name}: --help shows usage, options and examples`, async () => {
      const { code, out, err } = await run(`${command.name} --help`);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain(`Usage: concord ${command.name}`);
      for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
      for (const { line } of command.examples) expect(out).toContain(line);
    });

    if (!asksTheLaw(command)) continue;

    for (const { line } of command.examples.filter((example) => !/[>|]/.test(example.line))) {
      it(`${line}: works as the help says`, async () => {
        const { code, out, err } = await run(line.replace(/^concord /, ""));
        expect([code, err]).toEqual([0, ""]);
        expect(out).not.toBe("");
      });
    }

    it(`${command.name}: JSON parses, and CSV has one width`, async () => {
      const example = command.examples[0]?.line.replace(/^concord /, "").replace(/ --(csv|json)\b/, "") ?? "";
      const json = await run(`${example} --json`);
      expect(() => JSON.parse(json.out)).not.toThrow();
      const csv = await run(`${example} --csv`);
      expect(csv.code).toBe(0);
      expect(csv.out.split("\r\n")[0]).toContain(",");
    });
  }
});

describe("bad input is one line on standard error, and exit code 2", () => {
  const cases: [line: string, says: string][] = [
    ["profil BGD", "did you mean profile?"],
    ["profile", "nothing is given"],
    ["profile BGD IND", '"IND" is one too many'],
    ["profile Atlantis", "is no state held here"],
    ["profile Banglades", "Bangladesh (BGD)"],
    ["profile BGD --dat 2010-02-24", "did you mean --date?"],
    ["profile BGD --date", "--date needs a value"],
    ["profile BGD --date --json", "--date needs a value"],
    ["profile BGD --date 2010-02-30", "is no day of the calendar"],
    ["profile BGD --date 1903-01-01", "1904-01-01"],
    ["profile BGD --date 2026-11-25", "lies in the future"],
    ["profile BGD --date 2010-02-24 --date 2011-01-01", "--date is given twice"],
    ["profile BGD --json=yes", "takes no value"],
    ["profile BGD --json --csv", "choose one"],
    ["profile BGD --lang de", "ar, en, es, fr, ru, zh"],
    ["profile BGD --data /nowhere", "can't be read"],
    ["gaps Atlantis", "neither a state nor a group"],
    ["roadmap BGD --k 0", "at least one"],
    ["roadmap BGD --k two", "no whole number"],
    ["roadmap BGD --target strong", "neither binding nor qualified"],
    ["roadmap EUE", "is no state"],
    ["corridor BGD", 'only "BGD" is given'],
    ["corridor BGD BGD", "both ends"],
    ["compare BGD", 'only "BGD" is given'],
    ["compare BGD BGD", "twice"],
    ["compare BGD@2010-13-01 IND", "is no day"],
    ["compare BGD@@ IND", "STATE@DAY"],
    ["holdouts palermo-protocl", "palermo-protocol"],
    ["changes", "--from is missing"],
    ["changes --from 2020-01-01 --to 2019-01-01", "no span of time"],
    ["concordance untoc untoc", "two"],
    ["data", "concord data validate"],
    ["data validate /nowhere", "holds no datapackage.json"],
    ["--nothing", "is no command"],
  ];
  for (const [line, says] of cases)
    it(`concord ${line}`, async () => {
      const { code, out, err } = await run(line);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(says);
      expect(err.startsWith("concord: ")).toBe(true);
      expect(err.indexOf("\n")).toBe(err.length - 1);
    });

  it("whatever is typed, nothing but 0 or 2 comes back", async () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...COMMANDS.map(({ name }) => name),
        "BGD",
        "--date",
        "--json",
        "--",
        "-h",
        "2010-02-24",
      ),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
        expect([0, 2]).toContain((await run(words)).code);
      }),
      { numRuns: 60 },
    );
  });
});

describe("answers", () => {
  it("the shipped knowledge base is valid", async () => {
    const { code, out } = await run("data validate");
    expect([code, out]).toEqual([0, expect.stringContaining("nothing is wrong")]);
  });

  it("on 2010-02-24 Bangladesh was bound by CEDAW, and not by the Palermo Protocol", async () => {
    const profile = JSON.parse((await run("profile BGD --date 2010-02-24 --json")).out);
    expect(profile.in_force).toHaveProperty("cedaw");
    expect(profile.in_force).not.toHaveProperty("palermo-protocol");
  });

  it("the eleven states for which no joining of the Palermo Protocol is held", async () => {
    const { holdouts } = JSON.parse((await run("holdouts palermo-protocol --json")).out);
    expect(holdouts.join(" ")).toBe("COG IRN MHL PNG PRK SLB TON TUV VUT WSM YEM");
  });

  it("P029 has no effect for Bangladesh before 2023-01-20", async () => {
    const compared = await run("compare BGD@2023-01-19 BGD@2023-01-20 --json");
    const { instruments } = JSON.parse(compared.out);
    const row = instruments.find(({ instrument }: { instrument: string }) => instrument === "ilo-p029");
    expect(row.statuses.map(({ kind }: { kind: string }) => kind)).toEqual(["pending", "in-force"]);
  });

  it("a state stands beside its neighbours by land, itself first", async () => {
    const { rows } = JSON.parse((await run("neighbours BGD --date 2010-02-24 --json")).out);
    expect(rows.map(({ state }: { state: string }) => state)).toEqual(["BGD", "IND", "MMR"]);
    const profile = JSON.parse((await run("profile MMR --date 2010-02-24 --json")).out);
    expect(rows[2].in_force).toBe(Object.keys(profile.in_force).length);
  });

  it("an island has no neighbours by land, and the answer says so", async () => {
    expect((await run("neighbours MDV")).out).toContain("No land border");
  });

  it("names come in the language asked for", async () => {
    expect((await run("holdouts palermo-protocol --lang zh")).out).toContain("瓦努阿图");
  });
});
