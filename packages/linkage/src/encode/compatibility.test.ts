import { createHmac, hkdfSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { filterToText, setBit } from "./filter.ts";
import { isRefusal, recordEncoder } from "./record-encoder.ts";
import { checkSchema } from "./schema-check.ts";
import { tokenHash } from "./token-positions.ts";
import { tokenize } from "./tokenize.ts";
import vectors from "./vectors.json" with { type: "json" };

describe("compatibility with linkage schema version 3", () => {
  for (const { name, schema, secret, rows } of vectors) {
    it(`the same schema and secret give the same bits as the reference in Python: ${name}`, () => {
      const checked = checkSchema(schema);
      if (!checked.ok) throw new Error(JSON.stringify(checked.refusals));
      const encoder = recordEncoder(checked.value, new TextEncoder().encode(secret));
      for (const { cells, clk } of rows) {
        const record = encoder.encode(cells);
        if (isRefusal(record)) throw new Error(record.reason);
        expect(filterToText(record.filter)).toBe(clk);
        // a second time from memory
        const again = encoder.encode(cells);
        expect(isRefusal(again) ? "" : filterToText(again.filter)).toBe(clk);
      }
    });
  }

  it("the filter that clkhash's own tutorial prints comes out (its record is fictional; double hashing, k = 20 and 10)", () => {
    const published =
      "BD8JWW7DzwP82PjV5/jbN40+bT3V4z7V+QBtHYcdF32WpPvDvHUdLXCX3tuV1/4rv+23v9R1fKmJcmoNi7OvoecRLMnHzqv9J5SfT15VXe7KPht9d49zRt73+l3Tfs+Web8kx32vSdo+SfnlHqKbn11V6w9zFm3kb07e67MX7tw=";
    const cells = [
      "michaela",
      "neumann",
      "8",
      "stanley street",
      "miami",
      "winston hills",
      "4223",
      "nsw",
      "19151111",
    ];
    const salt = Buffer.from(
      "SCbL2zHNnmsckfzchsNkZY9XoHk96P/G5nUBrM7ybymlEFsMV6PAeDZCNp3rfNUPCtLDMOGQHG4pCQpfhiHCyA==",
      "base64",
    );
    const keysOf = (secret: string) =>
      new Uint8Array(hkdfSync("sha256", secret, salt, "schema_example", 11 * 64));
    const [sha1, md5] = [keysOf("key1"), keysOf("key2")];
    const filter = new Uint8Array(128);
    cells.forEach((cell, i) => {
      const at = (i + 1) * 64;
      const hash = tokenHash(
        { type: "doubleHash", preventSingularity: false },
        { first: sha1.slice(at, at + 64), second: md5.slice(at, at + 64) },
        1024,
      );
      const numeric = i === 2 || i === 6 || i === 8;
      const tokens = tokenize({ type: "ngram", n: numeric ? 1 : 2, positional: numeric }, cell);
      if (!Array.isArray(tokens)) throw new Error("no tokens");
      for (const token of tokens) {
        const count = i < 2 || i === 8 ? 20 : 10;
        for (const position of hash(new TextEncoder().encode(token), count)) setBit(filter, position);
      }
    });
    expect(filterToText(filter)).toBe(published);
  });

  it("tokens whose second hash is zero set one bit, unless singularity is prevented (published examples)", () => {
    const keys = { first: Buffer.from("secret1"), second: Buffer.from("secret2") };
    const plain = tokenHash({ type: "doubleHash", preventSingularity: false }, keys, 1024);
    const cured = tokenHash({ type: "doubleHash", preventSingularity: true }, keys, 1024);
    for (const token of ["635", "1402"].map((text) => Buffer.from(text))) {
      expect(new Set(plain(token, 20)).size).toBe(1);
      expect(new Set(cured(token, 20)).size).toBeGreaterThan(1);
      const step =
        BigInt(`0x${createHmac("md5", "secret2").update(token).update("\0").digest("hex")}`) % 1024n;
      const [first, second] = cured(token, 2);
      expect((second! - first! + 1024) % 1024).toBe(Number(step));
    }
    for (const token of ["666", "1401"].map((text) => Buffer.from(text)))
      expect(cured(token, 20)).toEqual(plain(token, 20));
  });
});
