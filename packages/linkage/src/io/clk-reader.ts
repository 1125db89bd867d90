/** Reads files of encodings: ours, checked to the last byte, and clkhash's, which hold `clks` alone. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { JsonScanner } from "./json-scanner.ts";
import { LinkageError } from "./linkage-error.ts";

/** The encodings of one contributor, in memory that threads can share. */
export interface ClkSet {
  /** Where it came from. */
  path: string;
  /** SHA-256 of the schema; null in clkhash's files. */
  schema: string | null;
  /** Fingerprint of schema and secret; null in clkhash's files. */
  key: string | null;
  /** Bits of a record. */
  bits: number;
  /** Field names when encoded apart. */
  apart: readonly string[];
  /** Names of blocking rules. */
  blocks: readonly string[];
  records: number;
  /** Filters one after the other, bits / 8 bytes each, rounded up. */
  filters: Uint8Array<SharedArrayBuffer>;
  /** Random identifiers; the record's number, from 0, in clkhash's files. */
  ids: readonly string[];
  /** Blocking keys of each record, one a rule; empty without rules. */
  blockKeys: readonly (readonly string[])[];
}

/** Gathers filters in growing shared memory. */
class FilterStore {
  private bytes: Uint8Array<SharedArrayBuffer> = new Uint8Array(new SharedArrayBuffer(1 << 20));
  private readonly path: string;
  size = 0;
  count = 0;

  constructor(path: string) {
    this.path = path;
  }

  add(raw: string): void {
    const place = `${this.path}, record ${this.count + 1}`;
    if (raw[0] !== '"')
      throw new LinkageError(place, "isn't a text in base64", "get the file again from its contributor");
    const text = raw.slice(1, -1);
    const expected =
      Math.floor((text.length * 3) / 4) - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
    if (this.count === 0) this.size = expected;
    if (expected !== this.size || expected === 0) {
      throw new LinkageError(
        place,
        `has a filter of ${expected * 8} bits, the others ${this.size * 8}`,
        "link only encodings of one schema",
      );
    }
    if ((this.count + 1) * this.size > this.bytes.length) {
      const larger = new Uint8Array(new SharedArrayBuffer(this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const view = Buffer.from(this.bytes.buffer, this.count * this.size, this.size);
    if (view.write(text, "base64") !== this.size) {
      throw new LinkageError(place, "isn't base64", "get the file again from its contributor");
    }
    this.count++;
  }

  finish(): Uint8Array<SharedArrayBuffer> {
    const whole = new Uint8Array(
      new SharedArrayBuffer(Math.max(1, this.count * this.size)),
      0,
      this.count * this.size,
    );
    whole.set(this.bytes.subarray(0, this.count * this.size));
    return whole;
  }
}

/**
 * Reads a file of encodings.
 * @param path of the file
 * @param most refuses files with more bytes of filters than this
 * @throws LinkageError when it is no such file, truncated, changed, or its parts contradict each other
 */
export async function readClkFile(path: string, most = 8 * 2 ** 30): Promise<ClkSet> {
  const store = new FilterStore(path);
  const ids: string[] = [];
  const blockKeys: string[][] = [];
  const members = new Map<string, unknown>();
  let digestAt = -1;
  const scanner = new JsonScanner(path, {
    streams: (member) => member === "clks" || member === "ids" || member === "blockKeys",
    item: (member, raw) => {
      if (member === "clks") {
        store.add(raw);
        if (store.count * store.size > most) {
          throw new LinkageError(path, "is too large for this machine", "split it into several files");
        }
      } else if (member === "ids") ids.push(JSON.parse(raw) as string);
      else blockKeys.push(JSON.parse(raw) as string[]);
    },
    value: (member, value) => members.set(member, value),
    offset: (member, bytes) => {
      if (member === "sha256") digestAt = bytes - '"sha256":'.length;
    },
  });
  const hash = createHash("sha256");
  let held = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      // The digest covers all bytes before its own member, which stands in the last 128 bytes: those are held back.
      const all = Buffer.concat([held, chunk as Buffer]);
      hash.update(all.subarray(0, Math.max(0, all.length - 128)));
      held = all.subarray(Math.max(0, all.length - 128));
      scanner.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof LinkageError) throw error;
    throw new LinkageError(path, "can't be read", "check the name and its permissions");
  }
  scanner.finish();
  const set = describe(path, store, ids, blockKeys, members);
  if (members.has("format")) {
    const tail = held.indexOf('"sha256":');
    if (digestAt < 0 || tail < 0)
      throw new LinkageError(path, "has no digest at its end", "get the file again");
    hash.update(held.subarray(0, tail));
    if (hash.digest("hex") !== members.get("sha256")) {
      throw new LinkageError(
        path,
        "was changed after it was written",
        "get the file again from its contributor",
      );
    }
  }
  return set;
}

function describe(
  path: string,
  store: FilterStore,
  ids: string[],
  blockKeys: string[][],
  members: ReadonlyMap<string, unknown>,
): ClkSet {
  const text = (member: string) =>
    typeof members.get(member) === "string" ? (members.get(member) as string) : null;
  const names = (member: string) =>
    Array.isArray(members.get(member)) ? (members.get(member) as string[]) : [];
  const ours = members.get("format") === "concord-clk";
  if (members.has("format") && (!ours || members.get("version") !== 1)) {
    throw new LinkageError(
      path,
      "has a format that isn't known here",
      "update, or ask its contributor for format version 1",
    );
  }
  if (store.count === 0 && !ours)
    throw new LinkageError(path, "holds no encodings", "give a file made by concord encode");
  const records = store.count;
  if (ours && members.get("records") !== records)
    throw new LinkageError(path, "is truncated", "get the file again");
  if (ours && ids.length !== records) throw new LinkageError(path, "lacks identifiers", "get the file again");
  const bits =
    ours && typeof members.get("bits") === "number" ? (members.get("bits") as number) : store.size * 8;
  if (records > 0 && Math.ceil(bits / 8) !== store.size) {
    throw new LinkageError(
      path,
      `says ${bits} bits, its filters have ${store.size * 8}`,
      "get the file again",
    );
  }
  const blocks = names("blocks");
  if (blocks.length > 0 && blockKeys.length !== records)
    throw new LinkageError(path, "lacks blocking keys", "get the file again");
  return {
    path,
    schema: text("schema"),
    key: text("key"),
    bits,
    apart: names("apart"),
    blocks,
    records,
    filters: store.finish(),
    ids: ours ? ids : Array.from({ length: records }, (_, i) => String(i)),
    blockKeys,
  };
}

/**
 * Refuses files that weren't encoded alike: linking them would find nothing, or nonsense, without a word.
 * @param sets at least one
 */
export function checkAlike(sets: readonly ClkSet[]): void {
  const first = sets[0]!;
  for (const set of sets.slice(1)) {
    const both = `${first.path} and ${set.path}`;
    if (set.bits !== first.bits) {
      throw new LinkageError(
        both,
        `have filters of ${first.bits} and ${set.bits} bits`,
        "encode both with one schema",
      );
    }
    if (set.schema !== null && first.schema !== null && set.schema !== first.schema) {
      throw new LinkageError(
        both,
        "were encoded with different schemas",
        "agree on one schema and encode again",
      );
    }
    if (set.key !== null && first.key !== null && set.key !== first.key) {
      throw new LinkageError(
        both,
        "were encoded with different secrets",
        "share one secret and encode again",
      );
    }
  }
}
