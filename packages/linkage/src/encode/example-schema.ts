/**
 * The schema that `concord encode --example-schema` prints: six fields of a person, hardened. Choices and their reasons are
 * in docs/methods/linkage.md. Plain JSON of linkage schema version 3 plus the extension `concord`.
 */

const name = (identifier: string, bits: number) => ({
  identifier,
  format: { type: "string" },
  hashing: {
    comparison: { type: "ngram", n: 2 },
    strategy: { bitsPerFeature: bits },
    hash: { type: "blakeHash" },
    missingValue: { sentinel: "" },
  },
  concord: { normalize: ["latin", "fold", "lower", "letters"] },
});

/** As an object, to be written with JSON.stringify. */
export const EXAMPLE_SCHEMA = {
  version: 3,
  clkConfig: {
    l: 1024,
    xorFolds: 1,
    kdf: { type: "HKDF", hash: "SHA256", salt: "", info: "", keySize: 64 },
  },
  features: [
    name("family", 200),
    name("given", 160),
    {
      identifier: "born",
      format: { type: "date", format: "%Y-%m-%d" },
      hashing: {
        comparison: { type: "ngram", n: 1, positional: true },
        strategy: { bitsPerFeature: 160 },
        hash: { type: "blakeHash" },
        missingValue: { sentinel: "" },
      },
    },
    {
      identifier: "sex",
      format: { type: "enum", values: ["F", "M", "X"] },
      hashing: {
        comparison: { type: "exact" },
        strategy: { bitsPerFeature: 20 },
        hash: { type: "blakeHash" },
        missingValue: { sentinel: "" },
      },
    },
    name("place", 80),
    {
      identifier: "paper",
      format: { type: "string" },
      hashing: {
        comparison: { type: "ngram", n: 2, positional: true },
        strategy: { bitsPerFeature: 160 },
        hash: { type: "blakeHash" },
        missingValue: { sentinel: "" },
      },
      concord: { normalize: ["fold", "upper", "letters"] },
    },
  ],
};
