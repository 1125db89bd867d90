/** Keys of a linkage: all come from one secret by HKDF (RFC 5869), each for one purpose. */
import { createHmac, hkdfSync } from "node:crypto";
import type { LinkageSchema } from "./schema.ts";

/** Two keys of a field: the first for BLAKE2b and HMAC-SHA1, the second for HMAC-MD5. */
export interface FieldKeys {
  first: Uint8Array;
  second: Uint8Array;
}

/** Shortest secret that the command line takes, in bytes. */
export const LEAST_SECRET_BYTES = 16;
/** Longest secret, in bytes: more is a wrong file. */
export const MOST_SECRET_BYTES = 4096;

/**
 * Keys of every field, in the schema's order, ignored fields included: they keep their place in the sequence.
 * @param schema its kdf says hash, salt, info and key size
 * @param secret the shared secret's bytes
 */
export function deriveFieldKeys(schema: LinkageSchema, secret: Uint8Array): FieldKeys[] {
  const { hash, salt, info, keySize } = schema.kdf;
  const bytes = new Uint8Array(hkdfSync(hash, secret, salt, info, 2 * schema.features.length * keySize));
  return schema.features.map((_, i) => ({
    first: bytes.slice(2 * i * keySize, (2 * i + 1) * keySize),
    second: bytes.slice((2 * i + 1) * keySize, (2 * i + 2) * keySize),
  }));
}

/**
 * A key for one of our own purposes; independent of the field keys and of other purposes.
 * @param schema only its salt enters
 * @param secret the shared secret's bytes
 * @param purpose such as "balance" or "blocks"
 */
export function derivePurposeKey(schema: LinkageSchema, secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, schema.kdf.salt, `concord/linkage/${purpose}`, 32));
}

/**
 * Eight hexadecimal digits by which two files show that they were made with the same secret, without telling it. 32 bits:
 * enough to notice a mix-up, useless for finding a random secret of 256 bits.
 */
export function keyFingerprint(schema: LinkageSchema, secret: Uint8Array): string {
  const key = derivePurposeKey(schema, secret, "fingerprint");
  return createHmac("sha256", key).update(schema.hash).digest("hex").slice(0, 8);
}
