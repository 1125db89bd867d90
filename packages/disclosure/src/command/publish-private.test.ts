import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLedger } from "../accounting/ledger.ts";
import { checkDescriptor, inCases, publish, readReleased } from "../testing/cases-folder.ts";

describe("concord publish with a budget", () => {
  it("dp: writes noisy counts without the combinations of single persons, and spends the promise once", async () => {
    await inCases(async (folder) => {
      const { out, code } = await publish(folder, "--method", "dp", "--epsilon", "3", "--length", "2");
      expect(code).toBe(0);
      expect(out).toContain("100.0 % of the promise ε = 3, δ = 0.000001 is spent");
      const data = await readReleased(folder, "data.csv");
      expect(data).toMatch(/^gender,age,country,year,values_combined,noisy_count\n,,,,0,\d+\n/);
      expect(data).toMatch(/^F,9-17,,,2,\d+$/m);
      expect(data).not.toMatch(/ATL|1999|48\+/);
      await checkDescriptor(folder);
      const again = await publish(folder, "--method", "dp", "--epsilon", "0.5", "--replace");
      expect(again.code).toBe(2);
      expect(again.err).toMatch(/cases\.csv\.ledger.*there is left ρ = 0\.000/);
      expect(await readReleased(folder, "data.csv")).toBe(data);
    });
  });

  it("several releases share a promise until it is used up", async () => {
    await inCases(async (folder) => {
      const budget = ["--method", "dp", "--epsilon", "1", "--noise", "laplace", "--replace"];
      expect((await publish(folder, ...budget, "--budget", "2")).code).toBe(0);
      expect((await publish(folder, ...budget)).code).toBe(0);
      let releases = 2;
      while ((await publish(folder, ...budget)).code === 0) releases++;
      // zCDP: k releases of ε = 1 together cost about √k, so that of 2 affords nearly four.
      expect(releases).toBe(3);
      const ledger = readLedger(await readFile(join(folder, "cases.csv.ledger"), "utf8"), "x");
      expect(
        ledger.ok && ledger.value.spent.rho <= ledger.value.budget.rho && ledger.value.granted.length,
      ).toBe(3);
      expect((await publish(folder, ...budget, "--budget", "5")).err).toMatch(
        /--budget: the ledger cases.csv.ledger was begun with 2/,
      );
    });
  });

  it.each([
    ["graph", []],
    ["tree", ["--no-attack"]],
    ["counts", ["--length", "3"]],
  ])(
    "synthetic by %s: no row is a case, the report tells what it is worth and what it gives away",
    async (model, more) => {
      await inCases(async (folder) => {
        const { out, code } = await publish(
          folder,
          "--method",
          "synthetic",
          "--epsilon",
          "4",
          "--model",
          model,
          ...more,
        );
        expect(code).toBe(0);
        expect(out).toMatch(/Of 1 combinations of one person 0 appear/);
        expect(await readReleased(folder, "data.csv")).not.toMatch(/ATL/);
        const { figures } = JSON.parse(await readReleased(folder, "not-for-release", "report.json"));
        expect(figures.errors[0].weightedError).toBeLessThan(0.25);
        if (model !== "tree") expect(figures.attack.members).toBe(315);
        await checkDescriptor(folder);
      });
    },
  );

  it("a release that is killed leaves no folder, and what it had spent stays spent", async () => {
    await inCases(async (folder) => {
      const program = `
        const { publishCommand } = await import(${JSON.stringify(new URL("./publish-command.ts", import.meta.url).href)});
        const io = { out: async () => {}, err: () => {}, errTerminal: false, cwd: ${JSON.stringify(folder)}, today: "2026-01-02", signal: new AbortController().signal };
        const { writeSync } = await import("node:fs");
        const { syncBuiltinESMExports } = await import("node:module");
        const fs = (await import("node:fs")).default;
        fs.renameSync = () => { writeSync(1, "now"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); };
        syncBuiltinESMExports();
        await publishCommand.run({ positionals: ["cases.csv"], options: { method: "dp", epsilon: "2", out: "release", without: "case" } }, io);`;
      await new Promise<void>((done) => {
        const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
        child.stdout.on("data", () => child.kill("SIGKILL"));
        child.on("close", () => done());
      });
      expect(await readdir(folder)).not.toContain("release");
      const ledger = readLedger(await readFile(join(folder, "cases.csv.ledger"), "utf8"), "x");
      expect(ledger.ok && ledger.value.granted.length).toBe(1);
      expect((await publish(folder, "--method", "dp", "--epsilon", "2")).code).toBe(2);
    });
  });
});
