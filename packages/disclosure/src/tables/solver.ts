import packaged, { type Highs } from "highs";

/**
 * The package's types describe its CommonJS form, where the loader sits one level deeper than in the module that is run.
 */
const load = packaged as unknown as (typeof packaged)["default"];

let loaded: Promise<Highs> | undefined;

/** The HiGHS solver for linear and integer programs (Huangfu and Hall 2018), compiled to WebAssembly; loaded once. */
export function loadSolver(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}
