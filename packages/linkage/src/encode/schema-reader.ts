/** Reading values out of parsed JSON with a path for every complaint; the schema check is written with it. */
import type { Refusal } from "../result.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a parsed JSON value is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A place in the schema together with the list where complaints are gathered. */
export class SchemaPlace {
  readonly path: string;
  readonly refusals: Refusal[];

  constructor(path: string, refusals: Refusal[]) {
    this.path = path;
    this.refusals = refusals;
  }

  /** The place one member further in. */
  at(member: string | number): SchemaPlace {
    const step = typeof member === "number" ? `[${member}]` : this.path === "" ? member : `.${member}`;
    return new SchemaPlace(this.path + step, this.refusals);
  }

  /** Notes a complaint about this place. */
  refuse(reason: string, cure: string): void {
    const place = this.path === "" ? "schema" : `schema, ${this.path}`;
    this.refusals.push({ place, reason, cure });
  }

  /** Refuses members that the schema doesn't know: a misspelt option must never be passed over in silence. */
  only(object: JsonObject, known: readonly string[]): void {
    for (const member of Object.keys(object)) {
      if (!known.includes(member)) {
        this.refuse(`has the unknown member "${member}"`, `remove it or use one of: ${known.join(", ")}`);
      }
    }
  }

  /** A member that must be an object. */
  object(object: JsonObject, member: string): JsonObject {
    const value = object[member];
    if (isObject(value)) return value;
    this.at(member).refuse(
      value === undefined ? "is missing" : "isn't an object",
      "give an object in braces",
    );
    return {};
  }

  /** A text; `fallback` when absent, or a complaint when there is no fallback. */
  text(object: JsonObject, member: string, fallback?: string): string {
    const value = object[member];
    if (typeof value === "string") return value;
    if (value === undefined && fallback !== undefined) return fallback;
    this.at(member).refuse(
      value === undefined ? "is missing" : "isn't a text",
      "give a text in quotation marks",
    );
    return fallback ?? "";
  }

  /** One of a list of words. */
  word<W extends string>(object: JsonObject, member: string, words: readonly W[], fallback?: W): W {
    const value = object[member];
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    if (value === undefined && fallback !== undefined) return fallback;
    this.at(member).refuse(
      value === undefined ? "is missing" : `is ${JSON.stringify(value)}`,
      `use one of: ${words.join(", ")}`,
    );
    return fallback ?? words[0]!;
  }

  /** A whole number from `least` to `most`. */
  whole(object: JsonObject, member: string, least: number, most: number, fallback?: number): number {
    const value = object[member];
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    if (value === undefined && fallback !== undefined) return fallback;
    this.at(member).refuse(
      value === undefined ? "is missing" : `is ${JSON.stringify(value)}`,
      `give a whole number from ${least} to ${most}`,
    );
    return fallback ?? least;
  }

  /** True or false. */
  truth(object: JsonObject, member: string, fallback: boolean): boolean {
    const value = object[member];
    if (value === undefined) return fallback;
    if (typeof value === "boolean") return value;
    this.at(member).refuse(`is ${JSON.stringify(value)}`, "use true or false");
    return fallback;
  }

  /** A list; empty when absent and `optional`. */
  list(object: JsonObject, member: string, optional: boolean): readonly unknown[] {
    const value = object[member];
    if (Array.isArray(value)) return value;
    if (value === undefined && optional) return [];
    this.at(member).refuse(
      value === undefined ? "is missing" : "isn't a list",
      "give a list in square brackets",
    );
    return [];
  }

  /** Bytes written in base64; empty when absent. */
  base64(object: JsonObject, member: string): Uint8Array {
    const text = this.text(object, member, "");
    if (/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(text)) {
      return Uint8Array.from(Buffer.from(text, "base64"));
    }
    this.at(member).refuse("isn't base64", "encode the bytes in base64, with = at the end where needed");
    return new Uint8Array();
  }
}
