/** The cookies of signing in. Behind TLS their names forbid any other site, path or connection (`__Host-`). */
import { createHash } from "node:crypto";
import { openCookie, readCookies, sealCookie } from "./secret.ts";

const DEVICE_SECONDS = 180 * 24 * 3600;

export interface CookieNames {
  session: string;
  /** Set by the last sign-in: this browser is known to the account. */
  device: string;
  secure: boolean;
}

/** @param publicUrl decides whether the cookies are bound to TLS */
export function cookieNames(publicUrl: string): CookieNames {
  const secure = publicUrl.startsWith("https:");
  const prefix = secure ? "__Host-concord" : "concord";
  return { session: `${prefix}.session_token`, device: `${prefix}.device`, secure };
}

const deviceMark = (email: string) =>
  createHash("sha256").update(`device ${email.trim().toLowerCase()}`).digest("base64url");

/** Whether the browser has signed in with this e-mail address before. */
export function isKnownDevice(
  request: Request,
  email: string,
  names: CookieNames,
  secrets: readonly string[],
): boolean {
  return openCookie(readCookies(request).get(names.device), secrets) === deviceMark(email);
}

/** The `Set-Cookie` that makes a browser known to an account. */
export function deviceCookie(email: string, names: CookieNames, secret: string): string {
  const secure = names.secure ? "; Secure" : "";
  return `${names.device}=${sealCookie(deviceMark(email), secret)}; Max-Age=${DEVICE_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The token of the session cookie, when one of the secrets sealed it. */
export function sessionToken(
  request: Request,
  names: CookieNames,
  secrets: readonly string[],
): string | undefined {
  return openCookie(readCookies(request).get(names.session), secrets);
}

/**
 * The cookies of a request as the newest secret would have sealed them, so that whoever signed in before a rotation stays
 * signed in. What none of the secrets sealed stays as it is and opens nothing.
 */
export function resealed(request: Request, secrets: readonly [string, ...string[]]): string {
  const pairs = [...readCookies(request)].map(([name, value]) => {
    const plain = secrets.length > 1 ? openCookie(value, secrets) : undefined;
    return `${name}=${plain === undefined ? value : sealCookie(plain, secrets[0])}`;
  });
  return pairs.join("; ");
}
