import packaged from "highs";
import type { BinaryProgram, Solver } from "./solver.ts";

/**
 * The package's types describe its CommonJS form, where the loader sits one level deeper than in the module that is run.
 */
const loadHighs = packaged as unknown as (typeof packaged)["default"];

/**
 * The HiGHS solver, compiled to WebAssembly (Huangfu and Hall 2018, Math. Prog. Comp. 10, 119–142). Loading takes some
 * tens of milliseconds: do it once and reuse the solver.
 */
export async function createHighsSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return {
    minimize(program) {
      const solution = highs.solve(writeLp(program), {
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
      });
      if (solution.Status === "Infeasible") return undefined;
      if (solution.Status !== "Optimal") throw new Error(`HiGHS ended with status "${solution.Status}"`);
      return program.costs.map((_, at) => (solution.Columns[`x${at}`]?.Primal ?? 0) > 0.5);
    },
  };
}

/** Writes a program in the CPLEX LP format. Costs are whole numbers, so a gap below 1 is a proof. */
export function writeLp({ costs, binaries = costs.length, rows }: BinaryProgram): string {
  const sum = (terms: readonly (readonly [number, number])[]): string =>
    terms
      .map(([at, coefficient]) => `${coefficient < 0 ? "-" : "+"} ${Math.abs(coefficient)} x${at}`)
      .join(" ");
  const names = costs.map((_, at) => `x${at}`);
  return [
    "Minimize",
    ` cost: ${sum(costs.map((cost, at) => [at, cost] as const))}`,
    "Subject To",
    ...rows.map(({ terms, atLeast }, at) => ` r${at}: ${sum(terms)} >= ${atLeast}`),
    "Bounds",
    ...names.slice(binaries).map((name) => ` 0 <= ${name} <= 1`),
    "Binary",
    ` ${names.slice(0, binaries).join(" ")}`,
    "End",
  ].join("\n");
}
