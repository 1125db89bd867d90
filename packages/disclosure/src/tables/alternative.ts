import type { Highs, Model } from "highs";
import type { CellSystem } from "./cell-system.ts";

/** How far each cell may differ from its count in a table that a reader must also think possible. */
export interface Limits {
  /** Greatest decrease and increase, whole numbers from 0. */
  down: ArrayLike<number>;
  up: ArrayLike<number>;
}

/**
 * Looks for alternative tables: whole numbers that keep every sum and every published cell and differ in hidden ones.
 * An alternative is given as its differences, cell by cell; each one returned has been checked in whole numbers, so it
 * proves by itself what the solver only computed.
 */
export class AlternativeTables {
  /** Linear programs solved so far. */
  solved = 0;
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #system: CellSystem;
  readonly #limits: Limits;
  readonly #count: number;

  constructor(highs: Highs, system: CellSystem, limits: Limits) {
    this.#highs = highs;
    this.#system = system;
    this.#limits = limits;
    this.#count = system.cells.length;
    // Two columns a cell, its increase and its decrease; one row a sum.
    const starts: number[] = [];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { total, parts } of system.sums) {
      starts.push(indices.length);
      for (const [cell, sign] of [...parts.map((part) => [part, 1] as const), [total, -1] as const]) {
        indices.push(2 * cell, 2 * cell + 1);
        values.push(sign, -sign);
      }
    }
    starts.push(indices.length);
    const columns = 2 * this.#count;
    const rows = system.sums.length;
    this.#model = highs.createModel({
      numCols: columns,
      numRows: rows,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns),
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows),
      matrix: { format: "csr", numRows: rows, numCols: columns, starts, indices, values },
    });
    this.#model.options.set({ output_flag: false, time_limit: 30 });
  }

  dispose(): void {
    this.#model.dispose();
  }

  /**
   * The alternative of least cost in which one cell differs by a given amount.
   * @param weights what it costs to change a cell by 1; 0 for those hidden anyway
   */
  cheapest(cell: number, amount: number, weights: ArrayLike<number>): Int32Array | undefined {
    const columns = 2 * this.#count;
    const costs = new Float64Array(columns);
    const lower = new Float64Array(columns);
    const upper = new Float64Array(columns);
    for (let c = 0; c < this.#count; c++) {
      costs[2 * c] = costs[2 * c + 1] = weights[c]!;
      upper[2 * c] = this.#limits.up[c]!;
      upper[2 * c + 1] = this.#limits.down[c]!;
    }
    const [moved, still] = amount > 0 ? [2 * cell, 2 * cell + 1] : [2 * cell + 1, 2 * cell];
    if (Math.abs(amount) > upper[moved]!) return undefined;
    lower[moved] = upper[moved] = Math.abs(amount);
    upper[still] = 0;
    return this.#solve(costs, lower, upper);
  }

  /** The alternative in which one cell differs most, up (1) or down (−1), while only hidden cells differ at all. */
  farthest(cell: number, direction: 1 | -1, isHidden: (cell: number) => boolean): Int32Array | undefined {
    const columns = 2 * this.#count;
    const costs = new Float64Array(columns);
    const upper = new Float64Array(columns);
    for (let c = 0; c < this.#count; c++) {
      if (!isHidden(c)) continue;
      upper[2 * c] = this.#limits.up[c]!;
      upper[2 * c + 1] = this.#limits.down[c]!;
    }
    costs[2 * cell] = -direction;
    costs[2 * cell + 1] = direction;
    return this.#solve(costs, new Float64Array(columns), upper);
  }

  #solve(costs: Float64Array, lower: Float64Array, upper: Float64Array): Int32Array | undefined {
    const all = { kind: "range", from: 0, to: 2 * this.#count - 1 } as const;
    this.#model.changeColsBounds(all, lower, upper);
    this.#model.changeColsCost(all, costs);
    const relaxed = this.#run();
    if (!relaxed) return undefined;
    const whole = this.#wholeDifferences(relaxed, upper);
    if (whole) return whole;
    // Tables of three dimensions and more, and linked ones, can have fractional corners: ask for whole numbers.
    const { integer, continuous } = this.#highs.constants.variableType;
    const kinds = (kind: number) => new Int32Array(2 * this.#count).fill(kind);
    this.#model.changeColsIntegrality(all, kinds(integer));
    const exact = this.#run();
    this.#model.changeColsIntegrality(all, kinds(continuous));
    return exact && this.#wholeDifferences(exact, upper);
  }

  #run(): Float64Array | undefined {
    this.solved++;
    this.#model.run();
    const optimal = this.#model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
    return optimal ? this.#model.getSolution().colValue : undefined;
  }

  /** Rounds a solution to whole differences and checks them against limits and sums, without tolerance. */
  #wholeDifferences(values: Float64Array, upper: Float64Array): Int32Array | undefined {
    const differences = new Int32Array(this.#count);
    for (let c = 0; c < this.#count; c++) {
      const difference = values[2 * c]! - values[2 * c + 1]!;
      differences[c] = Math.round(difference);
      if (Math.abs(differences[c]! - difference) > 1e-5) return undefined;
      if (differences[c]! > upper[2 * c]! || -differences[c]! > upper[2 * c + 1]!) return undefined;
    }
    const holds = this.#system.sums.every(
      ({ total, parts }) => parts.reduce((sum, part) => sum + differences[part]!, 0) === differences[total],
    );
    return holds ? differences : undefined;
  }
}
