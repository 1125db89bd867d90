/** The server's secrets: they seal cookies and encrypt second factors. The first makes, all of them are accepted. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BadSetting } from "../settings.ts";

/** Shortest secret that is taken, in characters. */
const SHORTEST = 32;

function readList(text: string, place: string): readonly [string, ...string[]] {
  const [first, ...rest] = text
    .split(/[\s,]+/)
    .map((secret) => secret.trim())
    .filter(Boolean);
  if (!first || [first, ...rest].some((secret) => secret.length < SHORTEST))
    throw new BadSetting(
      `${place}: each secret needs at least ${SHORTEST} characters, newest first, separated by commas. Make one with: openssl rand -hex 32`,
    );
  return [first, ...rest];
}

/**
 * Reads the secrets: from CONCORD_SECRET, from the file that CONCORD_SECRET_FILE names, or from `secret` in the folder of the
 * server, where one is made at the first start that only the server's own user can read.
 * To rotate, put a new one before the old; drop the old one after a week, when the sessions sealed with it have ended.
 * @returns newest first
 * @throws BadSetting when one is too short or the named file can't be read
 */
export async function readSecrets(
  env: Readonly<Record<string, string | undefined>>,
  varFolder: string,
): Promise<readonly [string, ...string[]]> {
  if (env.CONCORD_SECRET) return readList(env.CONCORD_SECRET, "CONCORD_SECRET");
  const named = env.CONCORD_SECRET_FILE;
  if (named) {
    const text = await readFile(named, "utf8").catch(() => {
      throw new BadSetting(
        `CONCORD_SECRET_FILE: ${named} can't be read. Name a file that this user may read.`,
      );
    });
    return readList(text, named);
  }
  const file = join(varFolder, "secret");
  await mkdir(varFolder, { recursive: true });
  try {
    const made = await open(file, "wx", 0o600);
    await made.writeFile(`${randomBytes(32).toString("hex")}\n`);
    await made.sync();
    await made.close();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readList(await readFile(file, "utf8"), file);
}

const sealOf = (value: string, secret: string) => createHmac("sha256", secret).update(value).digest("base64");

/** A value with its seal, as a cookie carries it. */
export const sealCookie = (value: string, secret: string): string =>
  encodeURIComponent(`${value}.${sealOf(value, secret)}`);

/** The value of a sealed cookie; undefined when none of the secrets sealed it. */
export function openCookie(sealed: string | undefined, secrets: readonly string[]): string | undefined {
  if (!sealed) return undefined;
  let text: string;
  try {
    text = decodeURIComponent(sealed);
  } catch {
    return undefined;
  }
  const dot = text.lastIndexOf(".");
  if (dot < 1) return undefined;
  const value = text.slice(0, dot);
  const given = Buffer.from(text.slice(dot + 1));
  const fits = secrets.some((secret) => {
    const expected = Buffer.from(sealOf(value, secret));
    return expected.byteLength === given.byteLength && timingSafeEqual(expected, given);
  });
  return fits ? value : undefined;
}

/** The cookies of a request by name, as they stand. */
export function readCookies(request: Request): Map<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/).filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}
