import { describe, expect, it } from "vitest";
import { EXAMPLE_SCHEMA } from "../encode/example-schema.ts";
import { filterToText, popcount } from "../encode/filter.ts";
import { deriveFieldKeys } from "../encode/key.ts";
import { isRefusal, recordEncoder } from "../encode/record-encoder.ts";
import type { LinkageSchema } from "../encode/schema.ts";
import { checkSchema } from "../encode/schema-check.ts";
import { tokenHash } from "../encode/token-positions.ts";
import { type Person, personMaker } from "../generate/persons.ts";
import { seededRandom } from "../generate/random.ts";
import { exactHits, namesInside } from "./dictionary.ts";
import { alignByFrequency, byFrequency } from "./frequency.ts";
import { minePatterns, patternHit } from "./pattern.ts";

const SECRET = new TextEncoder().encode("the contributors' secret");
const WRONG = new TextEncoder().encode("what an attacker guesses");

const checked = (json: unknown): LinkageSchema => {
  const schema = checkSchema(json);
  if (!schema.ok) throw new Error(JSON.stringify(schema.refusals));
  return schema.value;
};
/** Only the family name, plain: the encoding that literature attacks. */
const nameSchema = (config: object = {}, hash = "doubleHash") =>
  checked({
    version: 3,
    clkConfig: { l: 1024, kdf: { type: "HKDF" }, ...config },
    features: [
      {
        identifier: "family",
        format: { type: "string" },
        hashing: {
          comparison: { type: "ngram", n: 2 },
          strategy: { bitsPerToken: 20 },
          hash: { type: hash },
        },
      },
    ],
  });
const example = checked(EXAMPLE_SCHEMA);

function people(seed: number, count: number): Person[] {
  const make = personMaker(seededRandom(seed));
  return Array.from({ length: count }, () => ({ ...make() }));
}

function encodeAll(
  schema: LinkageSchema,
  secret: Uint8Array,
  records: readonly (readonly string[])[],
): Uint8Array[] {
  const encoder = recordEncoder(schema, secret);
  return records.map((cells) => {
    const record = encoder.encode(cells);
    if (isRefusal(record)) throw new Error(record.reason);
    return record.filter;
  });
}

const persons = people(3, 1000);
const families = persons.map((person) => person.family.toLowerCase());
const wholes = persons.map((person) => Object.values(person) as string[]);

describe("frequency alignment", () => {
  const known = byFrequency(families);
  const right = (filters: readonly Uint8Array[]) => {
    const guesses = alignByFrequency(filters.map(filterToText), known, 4);
    return filters.filter((filter, i) => guesses.get(filterToText(filter)) === families[i]).length;
  };

  it("reads frequent names off filters of single names, without a key", () => {
    expect(
      right(
        encodeAll(
          nameSchema(),
          SECRET,
          families.map((name) => [name]),
        ),
      ),
    ).toBeGreaterThan(50);
  });

  it("finds nothing to rank in filters of whole records: hardly any two are equal", () => {
    expect(right(encodeAll(example, SECRET, wholes))).toBe(0);
  });
});

describe("a dictionary", () => {
  const names = byFrequency(families);
  const dictionaryOf = (schema: LinkageSchema, secret: Uint8Array) => {
    const filters = encodeAll(
      schema,
      secret,
      names.map((name) => [name]),
    );
    return new Map(names.map((name, i) => [name, filters[i]!]));
  };
  const plain = encodeAll(
    nameSchema(),
    SECRET,
    families.map((name) => [name]),
  );
  const found = (dictionary: ReadonlyMap<string, Uint8Array>) =>
    plain.filter((filter, i) => namesInside(filter, dictionary).includes(families[i]!)).length / plain.length;

  it("with the secret names everyone: the secret must not reach whoever links", () => {
    expect(found(dictionaryOf(nameSchema(), SECRET))).toBe(1);
  });

  it("without the secret names no one", () => {
    expect(found(dictionaryOf(nameSchema(), WRONG))).toBeLessThan(0.01);
  });

  it("of whole persons with the secret finds folded records too, without it none", () => {
    const filters = encodeAll(example, SECRET, wholes).map(filterToText);
    const guess = (secret: Uint8Array) =>
      new Map(encodeAll(example, secret, wholes).map((filter, i) => [String(i), filterToText(filter)]));
    expect(exactHits(filters, guess(SECRET))).toBe(filters.length);
    expect(exactHits(filters, guess(WRONG))).toBe(0);
  });
});

describe("pattern mining", () => {
  /** How many of the ten most frequent bigrams of family names are given away by at least `least` of their positions. */
  function readGrams(schema: LinkageSchema, filters: readonly Uint8Array[], least: number): number {
    const counts = new Map<string, number>();
    for (const family of families) {
      const padded = ` ${family} `;
      for (const gram of new Set(Array.from(family, (_, i) => padded.slice(i, i + 2))))
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 10);
    const feature = schema.features[0]!;
    if (feature.ignored) return 0;
    const hash = tokenHash(
      feature.hash,
      deriveFieldKeys(schema, SECRET)[0]!,
      schema.length * 2 ** schema.xorFolds,
    );
    const rows = new Uint8Array(Buffer.concat(filters));
    const patterns = minePatterns({ rows, count: filters.length, bytes: filters[0]!.length }, 0.15, 20);
    return top.filter(([gram]) => {
      const positions = new Set(
        [...hash(new TextEncoder().encode(gram), 20)].map((at) => at % schema.length),
      );
      return patterns.some((pattern) => patternHit(pattern, positions) >= least);
    }).length;
  }
  const nameFilters = (schema: LinkageSchema) =>
    encodeAll(
      schema,
      SECRET,
      families.map((name) => [name]),
    );

  it.each(["doubleHash", "blakeHash"])(
    "reads the most frequent bigrams off plain filters of single names (%s)",
    (hash) => {
      const schema = nameSchema({}, hash);
      expect(readGrams(schema, nameFilters(schema), 0.9)).toBeGreaterThanOrEqual(2);
    },
  );

  it("is hampered, not stopped, by folding filters of single names", () => {
    const schema = nameSchema({ xorFolds: 1 }, "blakeHash");
    const filters = nameFilters(schema);
    expect(readGrams(schema, filters, 0.9)).toBe(0);
    expect(readGrams(schema, filters, 0.6)).toBeGreaterThan(0);
  });

  it("finds nothing in folded filters of whole records, the default", () => {
    expect(readGrams(example, encodeAll(example, SECRET, wholes), 0.3)).toBe(0);
  });
});

describe("the number of bits set", () => {
  it("tells short names from long ones, unless balanced", () => {
    const spread = (schema: LinkageSchema) =>
      new Set(
        encodeAll(
          schema,
          SECRET,
          families.map((name) => [name]),
        ).map(popcount),
      ).size;
    expect(spread(nameSchema())).toBeGreaterThan(50);
    expect(spread(nameSchema({ concord: { balance: true } }))).toBe(1);
  });
});
