/**
 * A linear program over yes/no decisions: minimize costs subject to rows Σ coefficients × decisions ≥ bound.
 * Any exact solver can stand behind it; `highs.ts` is the one used.
 */
export interface BinaryProgram {
  /** Cost of each decision, a whole number. */
  costs: readonly number[];
  /**
   * The first so many decisions are held to yes or no; the rest may be fractions from 0 to 1, which is quicker and makes
   * no difference where the rows force them to 0 or 1. Absent: all.
   */
  binaries?: number;
  rows: readonly ProgramRow[];
}

export interface ProgramRow {
  /** Decision index and coefficient. */
  terms: readonly (readonly [decision: number, coefficient: number])[];
  atLeast: number;
}

/** Solves a binary program to proven optimality. */
export interface Solver {
  /**
   * @returns for each decision whether it is taken, or undefined when no choice satisfies all rows
   * @throws Error when the solver ends without a proof
   */
  minimize(program: BinaryProgram): readonly boolean[] | undefined;
}
