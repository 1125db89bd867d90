/** Pass phrases: which are refused, how they are kept, and how many are worked on at a time. */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

const hashBytes = promisify(argon2);

/** Shortest pass phrase, in characters: length is what makes it strong, so no kind of character is asked for. */
export const SHORTEST_PASS_PHRASE = 12;
/** Longest that is read, in characters. */
export const LONGEST_PASS_PHRASE = 200;

/** Cost of one hash: 19 MiB, two passes, one lane, the least that RFC 9106 and OWASP's advice leave for argon2id. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

/** Hashes at work at a time; each takes a thread and the memory of its cost. */
const AT_ONCE = 4;
/** Hashes that may wait. Beyond it sign-in asks to come back, so that a flood can't fill the memory. */
const WAITING_AT_MOST = 200;

/** Thrown when too many people, or one machine many times, want to sign in at once. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new TooBusy("too many pass phrases are being checked");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else working++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working--;
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");

/** The same pass phrase typed on another keyboard: composed characters, whatever way they were typed. */
const composed = (phrase: string) => phrase.normalize("NFKC");

/**
 * Hashes a pass phrase with argon2id (RFC 9106).
 * @returns in the usual PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`
 */
export async function hashPassPhrase(phrase: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await inTurn(() =>
    hashBytes("argon2id", { message: composed(phrase), nonce, tagLength: TAG_BYTES, ...COST }),
  );
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether a pass phrase is the one that was hashed, in a time that doesn't depend on where they differ. */
export async function verifyPassPhrase(phrase: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = "", kept = ""] = PHC.exec(hash) ?? [];
  if (!memory) return false;
  const expected = Buffer.from(kept, "base64");
  const tag = await inTurn(() =>
    hashBytes("argon2id", {
      message: composed(phrase),
      nonce: Buffer.from(salt, "base64"),
      tagLength: expected.byteLength,
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    }),
  );
  return timingSafeEqual(tag, expected);
}

const COMMONEST_FILE = new URL("../../../../data/accounts/commonest-pass-phrases.txt", import.meta.url);
let commonest: ReadonlySet<string> | undefined;

/** Letters and digits alone, small: "Correct-Horse 1" and "correcthorse1" are the same guess. */
const reduced = (phrase: string) =>
  composed(phrase)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function isCommon(phrase: string): boolean {
  commonest ??= new Set(readFileSync(COMMONEST_FILE, "utf8").split("\n").filter(Boolean));
  const bare = reduced(phrase);
  return commonest.has(bare) || commonest.has(bare.replace(/^\d+|\d+$/g, ""));
}

/** Why a pass phrase is not taken. */
export type PassPhraseFault = "too-short" | "too-long" | "too-common" | "too-uniform" | "about-you";

/**
 * Judges a new pass phrase.
 * @param about words that whoever wants in would try first: name and address of the person
 * @returns undefined when it may be used
 */
export function refusePassPhrase(phrase: string, about: readonly string[] = []): PassPhraseFault | undefined {
  const characters = [...composed(phrase)];
  if (characters.length < SHORTEST_PASS_PHRASE) return "too-short";
  if (characters.length > LONGEST_PASS_PHRASE) return "too-long";
  if (new Set(characters).size < 5) return "too-uniform";
  if (isCommon(phrase)) return "too-common";
  const bare = reduced(phrase);
  const known = about.map(reduced).filter((word) => word.length >= 4);
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), bare);
  return rest.length < SHORTEST_PASS_PHRASE / 2 && rest !== bare ? "about-you" : undefined;
}
