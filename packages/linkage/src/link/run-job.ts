/** Does one job of a linkage. Threads and machines run nothing else; what they need is handed in, what they find comes back. */
import { type FilterSet, type Matches, neededOverlaps } from "./dice.ts";
import { LaneTile } from "./dice-kernel.ts";
import { joinKeys, localityTables, type RowKey } from "./locality-hash.ts";
import { MatchList } from "./match-list.ts";
import { PairComparer } from "./pair-kernel.ts";
import type { Blocking, Job, RowRange } from "./plan.ts";

/** What all jobs of a linkage share. */
export interface JobSetting {
  lists: readonly FilterSet[];
  bits: number;
  threshold: number;
  blocking: Blocking;
  /** For blocking by keys: a number for each record and rule (list → rule → row), −1 for none. */
  keys: readonly (readonly Float64Array[])[];
}

/** Matches of a job: row numbers in the whole lists. */
export interface JobResult extends Matches {
  /** Candidates compared one by one, or all pairs of an exact job. */
  compared: number;
  /** Candidates passed over because too many records shared a key. */
  passedOver: number;
}

/** Largest number of candidates from one key. */
export const MOST_OF_KEY = 4_000_000;

function part(list: FilterSet, range: RowRange): FilterSet {
  const rows = list.rows.subarray(range.from * list.bytes, range.to * list.bytes);
  return { rows, count: range.to - range.from, bytes: list.bytes };
}

/** Runs jobs one after the other, keeping what the next one may need again: lanes laid out, lists in the kernel's memory. */
export class JobRunner {
  private readonly setting: JobSetting;
  private lanes: { name: string; tile: LaneTile } | null = null;
  private comparer: { name: string; comparer: PairComparer } | null = null;
  private tables: RowKey[] | null = null;
  private candidate: (left: number, right: number, shared: number) => void = () => {};

  constructor(setting: JobSetting) {
    this.setting = setting;
  }

  run(job: Job): JobResult {
    return job.kind === "exact" ? this.exact(job) : this.block(job);
  }

  private exact(job: Extract<Job, { kind: "exact" }>): JobResult {
    const { lists, threshold } = this.setting;
    const { left, right } = job;
    const name = `${left.list}:${left.from}-${left.to}`;
    if (this.lanes?.name !== name) {
      this.lanes = { name, tile: new LaneTile(part(lists[left.list]!, left), threshold) };
    }
    const { tile } = this.lanes;
    const matches = job.self ? tile.linkWithin() : tile.link(part(lists[right.list]!, right));
    for (let i = 0; i < matches.left.length; i++) {
      matches.left[i] = matches.left[i]! + left.from;
      matches.right[i] = matches.right[i]! + right.from;
    }
    const rows = left.to - left.from;
    const compared = job.self ? (rows * (rows - 1)) / 2 : rows * (right.to - right.from);
    return { ...matches, compared, passedOver: 0 };
  }

  private block(job: Extract<Job, { kind: "block" }>): JobResult {
    const { lists, threshold, bits } = this.setting;
    const [left, right] = [lists[job.left]!, lists[job.right]!];
    const name = `${job.left}:${job.right}`;
    if (this.comparer?.name !== name) {
      const comparer = new PairComparer(left, right, (one, other, shared) =>
        this.candidate(one, other, shared),
      );
      this.comparer = { name, comparer };
    }
    const { comparer } = this.comparer;
    const needs = neededOverlaps(threshold, 2 * bits);
    const found = new MatchList();
    let compared = 0;
    this.candidate = (one, other, shared) => {
      if (shared < needs[comparer.leftPops[one]! + comparer.rightPops[other]!]!) return;
      if (!this.foundEarlier(job, one, other)) found.add(one, other, shared);
    };
    const leftKeys = this.keysOf(job.left, job.table);
    const self = job.left === job.right;
    const rightKeys = self ? leftKeys : this.keysOf(job.right, job.table);
    const passedOver = joinKeys(leftKeys, rightKeys, self, MOST_OF_KEY, (one, other) => {
      compared++;
      comparer.add(one, other);
    });
    comparer.flush();
    return { ...found.all(), compared, passedOver };
  }

  private keysOf(list: number, table: number): Float64Array {
    const { blocking, keys, lists } = this.setting;
    if (blocking.kind === "keys") return keys[list]![table]!;
    const key = this.localityTables()[table]!;
    const set = lists[list]!;
    return Float64Array.from({ length: set.count }, (_, row) => key(set, row));
  }

  private localityTables(): RowKey[] {
    const { blocking, bits } = this.setting;
    if (blocking.kind === "none" || blocking.kind === "keys") return [];
    this.tables ??= localityTables(blocking.kind, bits, blocking.width, blocking.tables, blocking.seed);
    return this.tables;
  }

  /** Whether an earlier table brings the pair together too: each pair is found once, whoever runs which table. */
  private foundEarlier(job: Extract<Job, { kind: "block" }>, left: number, right: number): boolean {
    for (let table = 0; table < job.table; table++)
      if (this.share(job.left, left, job.right, right, table)) return true;
    return false;
  }

  private share(leftList: number, left: number, rightList: number, right: number, table: number): boolean {
    const { blocking, keys, lists } = this.setting;
    if (blocking.kind === "keys") {
      const key = keys[leftList]![table]![left]!;
      return key >= 0 && key === keys[rightList]![table]![right]!;
    }
    const rowKey = this.localityTables()[table]!;
    const key = rowKey(lists[leftList]!, left);
    return key >= 0 && key === rowKey(lists[rightList]!, right);
  }

  /** Whether any table brings a pair together: what the measured recall asks. */
  shareAny(leftList: number, left: number, rightList: number, right: number): boolean {
    const { blocking } = this.setting;
    if (blocking.kind === "none") return true;
    const tables = blocking.kind === "keys" ? blocking.rules : blocking.tables;
    for (let table = 0; table < tables; table++)
      if (this.share(leftList, left, rightList, right, table)) return true;
    return false;
  }
}
