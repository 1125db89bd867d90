/**
 * Reads one large JSON object whose lists of texts are streamed item by item; everything else in it is small and given as a
 * parsed value. Made for files of encodings, ours and clkhash's, whatever their layout.
 */
import { LinkageError } from "./linkage-error.ts";

/** Largest member that isn't a streamed list, and largest item of one, in bytes. */
const MOST_BYTES = 1 << 20;

export interface JsonScanHandler {
  /** Whether a member's list is to be streamed. */
  streams(member: string): boolean;
  /** An item of a streamed list: its raw JSON, quotation marks included. */
  item(member: string, raw: string): void;
  /** Another member's value. */
  value(member: string, value: unknown): void;
  /** Called with the number of bytes before the value of each member that isn't streamed. */
  offset?(member: string, bytes: number): void;
}

const SPACE = new Set([32, 9, 10, 13]);

/** Takes the bytes of a file piece by piece. */
export class JsonScanner {
  private readonly handler: JsonScanHandler;
  private readonly name: string;
  private rest: Buffer = Buffer.alloc(0);
  private consumed = 0;
  private member = "";
  private state: "start" | "member" | "colon" | "list" | "item" | "after-item" | "after" | "end" = "start";

  /**
   * @param name of the file, for messages
   * @param handler what to do with the content
   */
  constructor(name: string, handler: JsonScanHandler) {
    this.name = name;
    this.handler = handler;
  }

  /** Takes the next bytes. */
  push(chunk: Buffer): void {
    const all = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    for (;;) {
      while (at < all.length && SPACE.has(all[at]!)) at++;
      const next = this.step(all, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = all.subarray(at);
    this.consumed += at;
    if (this.rest.length > MOST_BYTES) this.broken("holds an item that is too long");
  }

  /** Says that the bytes are at an end. */
  finish(): void {
    if (this.state !== "end") this.broken("ends in the middle: it is truncated");
    if (this.rest.length > 0) this.broken("has something after its end");
  }

  private broken(reason: string): never {
    throw new LinkageError(
      `${this.name}, byte ${this.consumed}`,
      reason,
      "get the file again from its contributor",
    );
  }

  /** One token from `at`; the index after it, or −1 when more bytes are needed. */
  private step(all: Buffer, at: number): number {
    if (at >= all.length) return -1;
    const byte = all[at]!;
    switch (this.state) {
      case "start":
        if (byte !== 0x7b) this.broken("isn't a JSON object, so no file of encodings");
        this.state = "member";
        return at + 1;
      case "member": {
        if (byte === 0x7d) return this.close(at);
        const end = this.textEnd(all, at);
        if (end < 0) return -1;
        this.member = this.parse(all.toString("utf8", at, end)) as string;
        this.state = "colon";
        return end;
      }
      case "colon": {
        if (byte !== 0x3a) this.broken("lacks a colon");
        let value = at + 1;
        while (value < all.length && SPACE.has(all[value]!)) value++;
        if (value >= all.length) return -1;
        if (all[value] === 0x5b && this.handler.streams(this.member)) {
          this.state = "list";
          return value + 1;
        }
        const end = this.valueEnd(all, value);
        if (end < 0) return -1;
        this.handler.offset?.(this.member, this.consumed + value);
        this.handler.value(this.member, this.parse(all.toString("utf8", value, end)));
        this.state = "after";
        return end;
      }
      case "list":
      case "item": {
        if (byte === 0x5d && this.state === "list") {
          this.state = "after";
          return at + 1;
        }
        const end = this.valueEnd(all, at);
        if (end < 0) return -1;
        this.handler.item(this.member, all.toString("latin1", at, end));
        this.state = "after-item";
        return end;
      }
      case "after-item":
        if (byte !== 0x2c && byte !== 0x5d) this.broken("lacks a comma between items");
        this.state = byte === 0x2c ? "item" : "after";
        return at + 1;
      case "after":
        if (byte === 0x7d) return this.close(at);
        if (byte !== 0x2c) this.broken("lacks a comma between members");
        this.state = "member";
        return at + 1;
      case "end":
        return -1;
    }
  }

  private close(at: number): number {
    this.state = "end";
    return at + 1;
  }

  private parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return this.broken("isn't JSON here");
    }
  }

  private textEnd(all: Buffer, at: number): number {
    if (all[at] !== 0x22) this.broken("isn't JSON here");
    for (let from = at + 1; ; ) {
      const quote = all.indexOf(0x22, from);
      if (quote < 0) return -1;
      let slashes = 0;
      while (all[quote - 1 - slashes] === 0x5c) slashes++;
      if (slashes % 2 === 0) return quote + 1;
      from = quote + 1;
    }
  }

  /** End of any value: brackets are balanced, texts skipped. A number or word needs one byte more to be sure of its end. */
  private valueEnd(all: Buffer, at: number): number {
    let depth = 0;
    for (let i = at; i < all.length; i++) {
      const byte = all[i]!;
      if (byte === 0x22) {
        const end = this.textEnd(all, i);
        if (end < 0) return -1;
        i = end - 1;
        if (depth === 0) return end;
      } else if (byte === 0x5b || byte === 0x7b) depth++;
      else if (byte === 0x5d || byte === 0x7d) {
        if (depth === 0) return i;
        if (--depth === 0) return i + 1;
      } else if (depth === 0 && (byte === 0x2c || SPACE.has(byte))) return i;
    }
    return -1;
  }
}
