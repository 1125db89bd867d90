/** Some rows of one combination, and the columns blanked in them (bit j set: column j). */
export interface Part {
  combination: number;
  blanked: number;
  rows: number;
}

/** What blanking costs: the number of cells, or a weighted number where some columns matter more. */
export function costOf(columns: number, weights: readonly number[]): number {
  let cost = 0;
  for (let j = 0; j < weights.length; j++) if ((columns >>> j) & 1) cost += weights[j]!;
  return cost;
}

/** Cells that a part blanks. */
export function cellsOf({ blanked, rows }: Part): number {
  return rows * costOf(blanked, new Array<number>(32).fill(1));
}
