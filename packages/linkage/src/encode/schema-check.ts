/**
 * Checks a linkage schema of version 3, the format of CSIRO Data61's clkhash (its published JSON schema and
 * documentation), and our extensions under the member `concord`, which plain schemas don't have.
 */
import { createHash } from "node:crypto";
import { accepted, type Refusal, type Result } from "../result.ts";
import { checkFeature } from "./feature-check.ts";
import type { BlockRule, Feature, LinkageSchema } from "./schema.ts";
import { encodedFeatures } from "./schema.ts";
import { isObject, type JsonObject, SchemaPlace } from "./schema-reader.ts";

/** Longest filter before folding, in bits: the keyed hash draws 16-bit positions. */
export const MOST_BITS = 65_536;

/**
 * Checks a parsed schema and gives back what it says, or every complaint at once.
 * @param json the parsed JSON document
 */
export function checkSchema(json: unknown): Result<LinkageSchema> {
  const refusals: Refusal[] = [];
  const root = new SchemaPlace("", refusals);
  if (!isObject(json)) {
    root.refuse("isn't an object", "give a linkage schema of version 3 as a JSON object");
    return { ok: false, refusals };
  }
  if (json.version !== 3) {
    const version = json.version === undefined ? "none" : JSON.stringify(json.version);
    root
      .at("version")
      .refuse(
        `is ${version}`,
        "only version 3 is read; rewrite the schema (ngram becomes comparison, k becomes bitsPerToken, numBits bitsPerFeature)",
      );
    return { ok: false, refusals };
  }
  const place = root.at("clkConfig");
  const config = root.object(json, "clkConfig");
  const xorFolds = place.whole(config, "xorFolds", 0, 10, 0);
  const length = place.whole(config, "l", 1, Math.floor(MOST_BITS / 2 ** xorFolds));
  const kdf = checkKdf(config, place);
  const extension = config.concord === undefined ? {} : place.object(config, "concord");
  place.at("concord").only(extension, ["balance", "apart", "blocks"]);
  const features = root
    .list(json, "features", false)
    .map((feature, i) => checkFeature(feature, root.at("features").at(i)));
  checkFeatures(features, root.at("features"), kdf, length * 2 ** xorFolds);
  const schema: LinkageSchema = {
    length,
    xorFolds,
    kdf,
    features,
    balance: place.at("concord").truth(extension, "balance", false),
    apart: place.at("concord").truth(extension, "apart", false),
    blocks: checkBlocks(extension, place.at("concord"), features),
    hash: schemaHash(json),
  };
  if (schema.apart && schema.balance) {
    const cure = "choose one: a balanced filter hides that a value is missing, which weights must know";
    place.at("concord").refuse("asks for fields apart and balanced", cure);
  }
  return refusals.length > 0 ? { ok: false, refusals } : accepted(schema);
}

function checkKdf(config: JsonObject, clkConfig: SchemaPlace): LinkageSchema["kdf"] {
  const place = clkConfig.at("kdf");
  const kdf = clkConfig.object(config, "kdf");
  place.word(kdf, "type", ["HKDF"]);
  return {
    hash: place.word(kdf, "hash", ["SHA256", "SHA512"], "SHA256") === "SHA512" ? "sha512" : "sha256",
    salt: place.base64(kdf, "salt"),
    info: place.base64(kdf, "info"),
    keySize: place.whole(kdf, "keySize", 1, 8160, 64),
  };
}

function checkFeatures(
  features: readonly Feature[],
  place: SchemaPlace,
  kdf: LinkageSchema["kdf"],
  hashedBits: number,
): void {
  const seen = new Set<string>();
  features.forEach((feature, i) => {
    if (seen.has(feature.identifier)) {
      place.at(i).refuse(`repeats the identifier "${feature.identifier}"`, "give each column its own name");
    }
    seen.add(feature.identifier);
    if (feature.ignored || feature.hash.type !== "blakeHash") return;
    if (!Number.isInteger(Math.log2(hashedBits))) {
      place
        .at(i)
        .refuse(
          `uses blakeHash with a filter of ${hashedBits} bits`,
          "blakeHash needs a power of two: change l, or use doubleHash",
        );
    }
    if (kdf.keySize > 64) {
      place
        .at(i)
        .refuse(
          `uses blakeHash with keys of ${kdf.keySize} bytes`,
          "set clkConfig.kdf.keySize to 64 or less",
        );
    }
  });
  if (features.every((feature) => feature.ignored)) {
    place.refuse("has no field to encode", "describe at least one column that isn't ignored");
  }
  const most = 255 * (kdf.hash === "sha256" ? 32 : 64);
  if (2 * features.length * kdf.keySize > most) {
    place.refuse(
      `needs ${2 * features.length * kdf.keySize} bytes of keys, HKDF gives at most ${most}`,
      "use fewer columns, a smaller keySize or SHA512",
    );
  }
}

function checkBlocks(extension: JsonObject, place: SchemaPlace, features: readonly Feature[]): BlockRule[] {
  const names = new Set(features.filter((feature) => !feature.ignored).map((feature) => feature.identifier));
  return place.list(extension, "blocks", true).map((block, i) => {
    const at = place.at("blocks").at(i);
    if (!isObject(block)) {
      at.refuse("isn't an object", 'write {"name": …, "parts": […]}');
      return { name: "", parts: [] };
    }
    at.only(block, ["name", "parts"]);
    const parts = at.list(block, "parts", false).map((part, j) => {
      const here = at.at("parts").at(j);
      const object = isObject(part) ? part : {};
      here.only(object, ["feature", "reduce"]);
      const feature = here.text(object, "feature");
      if (!names.has(feature)) here.refuse(`names the field "${feature}"`, "name a field that is encoded");
      return { feature, reduce: here.word(object, "reduce", ["exact", "phonetic", "initial", "year"]) };
    });
    if (parts.length === 0) at.refuse("has no part", "name at least one field");
    return { name: at.text(block, "name"), parts };
  });
}

/** Canonical form: members in alphabetical order, descriptions left out since they change nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  const members = Object.keys(value).filter((member) => member !== "description");
  return `{${members
    .sort()
    .map((member) => `${JSON.stringify(member)}:${canonical(value[member])}`)
    .join(",")}}`;
}

/**
 * SHA-256 of a schema's canonical form, hexadecimal. Spacing, order of members and descriptions don't change it.
 * @param json the parsed schema
 */
export function schemaHash(json: unknown): string {
  return createHash("sha256").update(canonical(json)).digest("hex");
}

/** Reads a schema from its text. */
export function parseSchema(text: string): Result<LinkageSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = `isn't JSON (${error instanceof Error ? error.message : String(error)})`;
    return {
      ok: false,
      refusals: [{ place: "schema", reason, cure: "check brackets, quotation marks and commas" }],
    };
  }
  return checkSchema(json);
}

/** Names of the encoded fields, for headers and messages. */
export function fieldNames(schema: LinkageSchema): string[] {
  return encodedFeatures(schema).map((feature) => feature.identifier);
}
