/** What may be asked of the sign-in library, and in which form. Everything else under /api/auth is not there. */
import { LONGEST_PASS_PHRASE, type PassPhraseFault, refusePassPhrase } from "./pass-phrase.ts";

export const SIGN_IN_ROOT = "/api/auth";
/** Largest body, in bytes: a passkey's attestation fits many times. */
const LARGEST_BODY_BYTES = 65_536;

const READ = new Set([
  "/verify-email",
  "/callback/sso",
  "/passkey/generate-register-options",
  "/passkey/generate-authenticate-options",
  "/passkey/list-user-passkeys",
]);
const CHANGED = new Set([
  "/sign-in/email",
  "/sign-in/social",
  "/sign-out",
  "/change-password",
  "/change-email",
  "/request-password-reset",
  "/reset-password",
  "/link-social",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/two-factor/generate-backup-codes",
  "/passkey/verify-registration",
  "/passkey/verify-authentication",
  "/passkey/delete-passkey",
  "/passkey/update-passkey",
]);

/** Where guessing is counted: by the e-mail address typed, or by the path where none is. */
const GUESSED = new Set([
  "/sign-in/email",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/change-password",
  "/two-factor/disable",
  "/reset-password",
]);

export type Body = Record<string, unknown>;

export type ReadRequest =
  | { ok: true; path: string; body: Body | undefined; guessed: boolean }
  | { ok: false; status: number; code: string; message: string };

const refuse = (status: number, code: string, message: string): ReadRequest => ({
  ok: false,
  status,
  code,
  message,
});

async function readBody(request: Request): Promise<Body | undefined> {
  const text = await request.text();
  if (Buffer.byteLength(text) > LARGEST_BODY_BYTES) return undefined;
  try {
    const read: unknown = text === "" ? {} : JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

/** What holds whatever a page asks for: other sessions end with the pass phrase, no device skips the second factor. */
function settle(path: string, body: Body): Body {
  if (path === "/change-password") return { ...body, revokeOtherSessions: true };
  if (path.startsWith("/two-factor/verify")) return { ...body, trustDevice: false };
  if (path === "/sign-in/email") return { email: body.email, password: body.password };
  if (path === "/change-email") return { newEmail: body.newEmail };
  if (path === "/request-password-reset") return { email: body.email };
  return body;
}

/** Reads a request to the sign-in library. */
export async function readSignInRequest(request: Request): Promise<ReadRequest> {
  const path = new URL(request.url).pathname.slice(SIGN_IN_ROOT.length);
  const { method } = request;
  if (method === "GET" && READ.has(path)) return { ok: true, path, body: undefined, guessed: false };
  if (!READ.has(path) && !CHANGED.has(path))
    return refuse(404, "NOT_FOUND", "There is nothing at this address");
  if (method !== "POST" || !CHANGED.has(path))
    return refuse(405, "METHOD_NOT_ALLOWED", "This address isn't asked that way");
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_BODY_BYTES)
    return refuse(413, "TOO_LARGE", "The request is too large");
  if (!/^application\/json\b/.test(request.headers.get("content-type") ?? ""))
    return refuse(415, "UNSUPPORTED_MEDIA_TYPE", "Send JSON");
  const body = await readBody(request);
  if (!body) return refuse(400, "INVALID_BODY", "The body is no JSON object, or it is too large");
  return { ok: true, path, body: settle(path, body), guessed: GUESSED.has(path) };
}

/** Why a new pass phrase in a request isn't taken; undefined when there is none or it is good. */
export function newPassPhraseFault(body: Body | undefined): PassPhraseFault | undefined {
  const phrase = body?.newPassword;
  if (typeof phrase !== "string") return undefined;
  return refusePassPhrase(phrase.slice(0, LONGEST_PASS_PHRASE + 1));
}
