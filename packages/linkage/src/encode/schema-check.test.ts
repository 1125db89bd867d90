import { describe, expect, it } from "vitest";
import { sayRefusal } from "../result.ts";
import { EXAMPLE_SCHEMA } from "./example-schema.ts";
import { encodedFeatures, recordBits } from "./schema.ts";
import { checkSchema, fieldNames, parseSchema, schemaHash } from "./schema-check.ts";

type Json = Record<string, unknown>;
const feature = (over: Json = {}, hashing: Json = {}): Json => ({
  identifier: "name",
  format: { type: "string" },
  hashing: { comparison: { type: "ngram", n: 2 }, strategy: { bitsPerToken: 10 }, ...hashing },
  ...over,
});
const schema = (over: Json = {}, config: Json = {}): Json => ({
  version: 3,
  clkConfig: { l: 1024, kdf: { type: "HKDF" }, ...config },
  features: [feature()],
  ...over,
});
const complaints = (json: unknown) => {
  const checked = checkSchema(json);
  return checked.ok ? [] : checked.refusals.map(sayRefusal);
};

describe("a linkage schema", () => {
  it("has the defaults of version 3", () => {
    const checked = checkSchema(schema());
    if (!checked.ok) throw new Error("refused");
    expect(checked.value).toMatchObject({
      length: 1024,
      xorFolds: 0,
      kdf: { hash: "sha256", keySize: 64, salt: new Uint8Array(), info: new Uint8Array() },
      balance: false,
      apart: false,
      blocks: [],
    });
    expect(encodedFeatures(checked.value)[0]).toMatchObject({
      hash: { type: "blakeHash" },
      comparison: { type: "ngram", n: 2, positional: false },
      format: { type: "string", encoding: "utf-8", case: "mixed", minLength: 0 },
      missing: null,
      normalize: [],
    });
  });

  it("the example is one", () => {
    const checked = checkSchema(EXAMPLE_SCHEMA);
    expect(checked.ok && fieldNames(checked.value)).toEqual([
      "family",
      "given",
      "born",
      "sex",
      "place",
      "paper",
    ]);
    expect(checked.ok && recordBits(checked.value)).toBe(1024);
  });

  it("says how long a record is: doubled by balancing, times the fields when encoded apart", () => {
    const bits = (concord: Json, l = 1024) => {
      const checked = checkSchema(
        schema({ features: [feature({ identifier: "a" }), feature({ identifier: "b" })] }, { l, concord }),
      );
      return checked.ok ? recordBits(checked.value) : 0;
    };
    expect(bits({ balance: true })).toBe(2048);
    expect(bits({ apart: true })).toBe(2048);
    expect(bits({ apart: true }, 2)).toBe(16);
  });

  it.each<[string, unknown, string]>([
    ["isn't an object", [], "schema: isn't an object"],
    ["has version 2", schema({ version: 2 }), "schema, version: is 2"],
    ["has no version", { features: [] }, "schema, version: is none"],
    ["has no length", schema({}, { l: undefined }), "clkConfig.l: is missing"],
    ["has a length of 0", schema({}, { l: 0 }), "clkConfig.l: is 0"],
    ["has too long a filter before folding", schema({}, { l: 65536, xorFolds: 1 }), "clkConfig.l: is 65536"],
    ["has another key derivation", schema({}, { kdf: { type: "PBKDF" } }), 'clkConfig.kdf.type: is "PBKDF"'],
    [
      "has a salt that isn't base64",
      schema({}, { kdf: { type: "HKDF", salt: "a*" } }),
      "clkConfig.kdf.salt: isn't base64",
    ],
    ["misspells an extension", schema({}, { concord: { ballance: true } }), 'the unknown member "ballance"'],
    [
      "balances fields encoded apart",
      schema({}, { concord: { apart: true, balance: true } }),
      "apart and balanced",
    ],
    ["has no fields", schema({ features: [] }), "features: has no field to encode"],
    ["has features that aren't a list", schema({ features: {} }), "features: isn't a list"],
    [
      "has only ignored fields",
      schema({ features: [{ identifier: "x", ignored: true }] }),
      "has no field to encode",
    ],
    ["repeats a field", schema({ features: [feature(), feature()] }), 'repeats the identifier "name"'],
    ["has a feature that isn't an object", schema({ features: ["name"] }), "features[0]: isn't an object"],
    [
      "ignores by halves",
      schema({ features: [feature({ ignored: false })] }),
      "features[0].ignored: isn't true",
    ],
    [
      "has no comparison",
      schema({ features: [feature({}, { comparison: undefined })] }),
      "hashing.comparison: is missing",
    ],
    [
      "has a comparison unknown here",
      schema({ features: [feature({}, { comparison: { type: "x" } })] }),
      'type: is "x"',
    ],
    [
      "has n-grams of 0",
      schema({ features: [feature({}, { comparison: { type: "ngram", n: 0 } })] }),
      "comparison.n: is 0",
    ],
    [
      "has two strategies",
      schema({ features: [feature({}, { strategy: { bitsPerToken: 1, bitsPerFeature: 2 } })] }),
      "how many bits",
    ],
    [
      "has the strategy of version 2",
      schema({ features: [feature({}, { strategy: { k: 20 } })] }),
      'unknown member "k"',
    ],
    [
      "asks for no bits",
      schema({ features: [feature({}, { strategy: { bitsPerFeature: 0 } })] }),
      "bitsPerFeature: is 0",
    ],
    [
      "has a hash unknown here",
      schema({ features: [feature({}, { hash: { type: "md5" } })] }),
      'hash.type: is "md5"',
    ],
    [
      "mixes hashes",
      schema({ features: [feature({}, { hash: { type: "blakeHash", prevent_singularity: true } })] }),
      "unknown member",
    ],
    [
      "has a text format misspelt",
      schema({ features: [feature({ format: { type: "string", maxlength: 3 } })] }),
      '"maxlength"',
    ],
    [
      "has an unknown encoding",
      schema({ features: [feature({ format: { type: "string", encoding: "latin1" } })] }),
      "encoding",
    ],
    [
      "has a broken pattern",
      schema({ features: [feature({ format: { type: "string", pattern: "(" } })] }),
      "pattern: isn't",
    ],
    [
      "has case beside a pattern",
      schema({ features: [feature({ format: { type: "string", pattern: "a", case: "lower" } })] }),
      "beside",
    ],
    [
      "has a date format unknown here",
      schema({ features: [feature({ format: { type: "date", format: "%Q" } })] }),
      "has %Q",
    ],
    [
      "has an empty enumeration",
      schema({ features: [feature({ format: { type: "enum", values: [] } })] }),
      "values: is empty",
    ],
    [
      "has a bound that isn't whole",
      schema({ features: [feature({ format: { type: "integer", minimum: 0.5 } })] }),
      "minimum",
    ],
    [
      "has no sentinel",
      schema({ features: [feature({}, { missingValue: {} })] }),
      "missingValue.sentinel: is missing",
    ],
    [
      "has an unknown step",
      schema({ features: [feature({ concord: { normalize: ["latin", "soundex"] } })] }),
      "normalize[1]",
    ],
    ["hashes with BLAKE2 into 1000 bits", schema({}, { l: 1000 }), "needs a power of two"],
    ["has keys too long for BLAKE2", schema({}, { kdf: { type: "HKDF", keySize: 65 } }), "keySize to 64"],
    [
      "needs more keys than HKDF gives",
      schema({ features: Array.from({ length: 64 }, (_, i) => feature({ identifier: `f${i}` })) }),
      "needs 8192 bytes of keys, HKDF gives at most 8160",
    ],
    [
      "has a distance too small for its digits",
      schema({
        features: [
          feature(
            {},
            {
              comparison: {
                type: "numeric",
                thresholdDistance: 0.001,
                resolution: 1,
                fractional_precision: 2,
              },
            },
          ),
        ],
      }),
      "too few digits",
    ],
    [
      "has a distance of 0",
      schema({
        features: [feature({}, { comparison: { type: "numeric", thresholdDistance: 0, resolution: 1 } })],
      }),
      "isn't a number above 0",
    ],
    [
      "blocks by an unknown field",
      schema({}, { concord: { blocks: [{ name: "b", parts: [{ feature: "x", reduce: "year" }] }] } }),
      '"x"',
    ],
    ["blocks by nothing", schema({}, { concord: { blocks: [{ name: "b", parts: [] }] } }), "has no part"],
    ["has a block that isn't one", schema({}, { concord: { blocks: [1] } }), "blocks[0]: isn't an object"],
  ])("is refused when it %s", (_what, json, complaint) => {
    expect(complaints(json).join("\n")).toContain(complaint);
  });

  it("gives all complaints at once", () => {
    expect(complaints(schema({ features: [feature({ identifier: 1 })] }, { l: -1 })).length).toBe(2);
  });

  it("that isn't JSON is refused with the reason", () => {
    expect(parseSchema("{").ok).toBe(false);
    expect(parseSchema(JSON.stringify(schema())).ok).toBe(true);
  });

  it("has a hash that spacing, order and descriptions don't change, and all else does", () => {
    const one = schema();
    const other = { features: [{ description: "x", ...feature() }], clkConfig: one.clkConfig, version: 3 };
    expect(schemaHash(other)).toBe(schemaHash(one));
    expect(schemaHash(schema({}, { l: 512 }))).not.toBe(schemaHash(one));
    expect(schemaHash({ ...one, features: [feature({ identifier: "b" })] })).not.toBe(schemaHash(one));
  });
});
