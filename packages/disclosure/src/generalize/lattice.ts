import { groupTuples, type Records } from "../records/records.ts";
import type { CodedHierarchy } from "./hierarchy.ts";

/** One way to generalize all columns, and what it costs. */
export interface Generalization {
  /** Level of each column. */
  levels: number[];
  /** Rows in classes below k, which have to be suppressed. */
  rowsBelow: number;
  /**
   * Mean loss of a cell, 0 (as it was) to 1 (nothing left): for a generalized value the share of the column's other
   * values that it also stands for (Iyengar 2002), for a cell of a suppressed row 1.
   */
  loss: number;
}

export interface LatticeSearch {
  best: Generalization | undefined;
  /** Ways there are, and those that were counted out on the records. */
  nodes: number;
  evaluated: number;
}

const UNKNOWN = 0;
const FAILS = 1;
const HOLDS = 2;

/**
 * Finds the way to generalize that loses least while at most `mostBelow` rows have to be suppressed. All ways form a
 * lattice: going up a level in any column can only merge classes. So a way that fails rules out all below it, and one
 * that holds vouches for all above it. As in Flash (Kohlmayer et al. 2012) paths from the bottom to the top are cut in
 * half again and again; what remains is compared in the order of the loss by generalization alone, a bound that rises
 * towards the top, until no way left can be better.
 */
export function searchLattice(
  records: Records,
  hierarchies: readonly CodedHierarchy[],
  k: number,
  mostBelow: number,
): LatticeSearch {
  const lattice = new Lattice(records, hierarchies, k, mostBelow);
  lattice.cutPaths();
  lattice.compareTheRest();
  return { best: lattice.best, nodes: lattice.nodes, evaluated: lattice.evaluated };
}

class Lattice {
  readonly nodes: number;
  best: Generalization | undefined;
  evaluated = 0;
  readonly #records: Records;
  readonly #hierarchies: readonly CodedHierarchy[];
  readonly #k: number;
  readonly #mostBelow: number;
  readonly #heights: number[];
  readonly #strides: number[];
  readonly #tags: Uint8Array;
  /** Loss by column and level, without suppression. */
  readonly #columnLoss: number[][];

  constructor(records: Records, hierarchies: readonly CodedHierarchy[], k: number, mostBelow: number) {
    this.#records = records;
    this.#hierarchies = hierarchies;
    this.#k = k;
    this.#mostBelow = mostBelow;
    this.#heights = hierarchies.map(({ codes }) => codes.length);
    this.#strides = [];
    let nodes = 1;
    for (const height of this.#heights) {
      this.#strides.push(nodes);
      nodes *= height;
    }
    this.nodes = nodes;
    this.#tags = new Uint8Array(nodes);
    this.#columnLoss = hierarchies.map((hierarchy, j) =>
      hierarchy.codes.map((_, level) => this.#lossOf(j, level)),
    );
  }

  #lossOf(column: number, level: number): number {
    const { codes, loss } = this.#hierarchies[column]!;
    const width = this.#hierarchies.length;
    let sum = 0;
    this.#records.sizes.forEach((size, c) => {
      sum += size * loss[level]![codes[level]![this.#records.codes[c * width + column]!]!]!;
    });
    return sum / (this.#records.combinationOfRow.length * width);
  }

  #levelsOf(node: number): number[] {
    return this.#heights.map((height, j) => Math.floor(node / this.#strides[j]!) % height);
  }

  #boundOf(node: number): number {
    return this.#levelsOf(node).reduce((sum, level, j) => sum + this.#columnLoss[j]![level]!, 0);
  }

  cutPaths(): void {
    const byHeight = Array.from({ length: this.nodes }, (_, node) => node).sort(
      (a, b) => sum(this.#levelsOf(a)) - sum(this.#levelsOf(b)) || a - b,
    );
    for (const start of byHeight) {
      if (this.#tags[start] !== UNKNOWN) continue;
      const path = this.#pathFrom(start);
      let low = 0;
      let high = path.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (this.#check(path[middle]!)) high = middle - 1;
        else low = middle + 1;
      }
    }
  }

  /** Upwards from a node through ways not yet judged, always to the one that loses least. */
  #pathFrom(start: number): number[] {
    const path = [start];
    for (;;) {
      const node = path[path.length - 1]!;
      const above = this.#above(node).filter((next) => this.#tags[next] === UNKNOWN);
      if (above.length === 0) return path;
      path.push(above.reduce((best, next) => (this.#boundOf(next) < this.#boundOf(best) ? next : best)));
    }
  }

  #above(node: number): number[] {
    return this.#levelsOf(node).flatMap((level, j) =>
      level + 1 < this.#heights[j]! ? [node + this.#strides[j]!] : [],
    );
  }

  #below(node: number): number[] {
    return this.#levelsOf(node).flatMap((level, j) => (level > 0 ? [node - this.#strides[j]!] : []));
  }

  #check(node: number): boolean {
    const found = this.#evaluate(node);
    const holds = found.rowsBelow <= this.#mostBelow;
    if (holds) this.#spread(node, HOLDS, (at) => this.#above(at));
    else this.#spread(node, FAILS, (at) => this.#below(at));
    return holds;
  }

  #spread(node: number, tag: number, next: (node: number) => number[]): void {
    const waiting = [node];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (this.#tags[at] === tag) continue;
      this.#tags[at] = tag;
      waiting.push(...next(at));
    }
  }

  #evaluate(node: number): Generalization {
    this.evaluated++;
    const levels = this.#levelsOf(node);
    const width = levels.length;
    const { codes, sizes, combinationOfRow } = this.#records;
    const broader = new Uint32Array(codes.length);
    for (let j = 0; j < width; j++) {
      const translate = this.#hierarchies[j]!.codes[levels[j]!]!;
      for (let at = j; at < codes.length; at += width) broader[at] = translate[codes[at]!]!;
    }
    const { groupOf, groups } = groupTuples(broader, width, sizes.length);
    const rows = new Float64Array(groups.length);
    const lost = new Float64Array(groups.length);
    for (let c = 0; c < sizes.length; c++) rows[groupOf[c]!]! += sizes[c]!;
    for (let c = 0; c < sizes.length; c++) {
      for (let j = 0; j < width; j++) {
        lost[groupOf[c]!]! += sizes[c]! * this.#hierarchies[j]!.loss[levels[j]!]![broader[c * width + j]!]!;
      }
    }
    let rowsBelow = 0;
    let cellsLost = 0;
    for (let group = 0; group < groups.length; group++) {
      if (rows[group]! < this.#k) {
        rowsBelow += rows[group]!;
        cellsLost += rows[group]! * width;
      } else cellsLost += lost[group]!;
    }
    const found = { levels, rowsBelow, loss: cellsLost / (combinationOfRow.length * width) };
    if (rowsBelow <= this.#mostBelow && (!this.best || found.loss < this.best.loss - 1e-12))
      this.best = found;
    return found;
  }

  compareTheRest(): void {
    const holding: { node: number; bound: number }[] = [];
    for (let node = 0; node < this.nodes; node++) {
      if (this.#tags[node] === HOLDS) holding.push({ node, bound: this.#boundOf(node) });
    }
    holding.sort((a, b) => a.bound - b.bound || a.node - b.node);
    for (const { node, bound } of holding) {
      if (this.best && bound >= this.best.loss) return;
      this.#evaluate(node);
    }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
