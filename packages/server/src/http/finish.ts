/** The last step before an answer leaves: packed, tagged, and sent whole, as a head, or as "not modified". */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FinishedAnswer } from "./answer-cache.ts";
import type { Packing } from "./negotiate.ts";
import { SECURITY_HEADERS, STRICT_TRANSPORT_SECURITY } from "./security-headers.ts";

const pressBrotli = promisify(brotliCompress);
const pressGzip = promisify(gzip);

/** Below this, packing costs more than it saves. */
const WORTH_PACKING_BYTES = 512;
const PACKABLE = /^(text\/|application\/(json|problem\+json|javascript|xml|wasm|manifest\+json)|image\/svg)/;

/** How hard to press: `quick` for answers computed on request, `hard` for files that are pressed once and kept. */
export type Pressing = "quick" | "hard";

/** Header by which a handler asks for hard pressing: its answer is large and stays the same. Never sent. */
export const PRESS_HARD = "x-press-hard";

/** Presses bytes in a thread of the pool, so that other requests go on. */
export async function press(
  bytes: Uint8Array,
  packing: Packing,
  pressing: Pressing,
): Promise<Uint8Array<ArrayBuffer>> {
  if (packing === "identity") return new Uint8Array(bytes);
  const pressed =
    packing === "gzip"
      ? await pressGzip(bytes, { level: pressing === "hard" ? 9 : 1 })
      : await pressBrotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: pressing === "hard" ? 11 : 3,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
          },
        });
  return new Uint8Array(pressed);
}

/** A weak entity tag from the content: the same words get the same tag, whatever their packing or the server's start. */
export function entityTag(bytes: Uint8Array): string {
  return `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}

/**
 * Turns a handler's successful response into a finished answer.
 * @param response its body is read here
 * @param packing what the asker can unpack
 */
export async function finishAnswer(response: Response, packing: Packing): Promise<FinishedAnswer> {
  const pressing = response.headers.has(PRESS_HARD) ? "hard" : "quick";
  const plain = new Uint8Array(await response.arrayBuffer());
  const etag = entityTag(plain);
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  const packs = packing !== "identity" && plain.byteLength >= WORTH_PACKING_BYTES && PACKABLE.test(type);
  const body = packs ? await press(plain, packing, pressing) : plain;
  const headers: Record<string, string> = { ...SECURITY_HEADERS };
  for (const [name, value] of response.headers) headers[name] = value;
  delete headers[PRESS_HARD];
  headers.etag = etag;
  headers["content-length"] = String(body.byteLength);
  if (packs) headers["content-encoding"] = packing;
  headers.vary = [headers.vary, "accept-encoding"].filter(Boolean).join(", ");
  return { headers, body, etag };
}

/** Headers that a 304 repeats (RFC 9110, section 15.4.5). */
const REPEATED = ["cache-control", "etag", "vary", "content-security-policy"] as const;

function matchesTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === "*") return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(etag));
}

/** Sends a finished answer: whole, head only, or 304 when the asker already has it. */
export function sendAnswer(answer: FinishedAnswer, request: Request): Response {
  const ifNoneMatch = request.headers.get("if-none-match");
  if (ifNoneMatch && matchesTag(ifNoneMatch, answer.etag)) {
    const repeated = Object.fromEntries(
      REPEATED.flatMap((name) => (answer.headers[name] ? [[name, answer.headers[name]]] : [])),
    );
    return new Response(null, { status: 304, headers: withTransport(repeated, request) });
  }
  const body = request.method === "HEAD" ? null : answer.body;
  return new Response(body, { status: 200, headers: withTransport(answer.headers, request) });
}

/** Adds strict transport security where the reader came over TLS. */
export function withTransport(
  headers: Readonly<Record<string, string>>,
  request: Request,
): Readonly<Record<string, string>> {
  return request.headers.get("x-forwarded-proto") === "https"
    ? { ...headers, "strict-transport-security": STRICT_TRANSPORT_SECURITY }
    : headers;
}

/** Adds the security headers to what isn't kept: errors, pages that aren't there. */
export async function sendUnkept(response: Response, request: Request): Promise<Response> {
  const headers: Record<string, string> = { ...SECURITY_HEADERS };
  for (const [name, value] of response.headers) headers[name] = value;
  const body = new Uint8Array(await response.arrayBuffer());
  headers["content-length"] = String(body.byteLength);
  const sent = request.method === "HEAD" ? null : body;
  return new Response(sent, { status: response.status, headers: withTransport(headers, request) });
}

/** Sends an answer that is meant for one person: kept by nobody, with the security headers where it sets no others itself. */
export function sendPrivate(response: Response, request: Request): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(withTransport(SECURITY_HEADERS, request)))
    if (!headers.has(name)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  headers.append("vary", "cookie");
  const body = request.method === "HEAD" ? null : response.body;
  return new Response(body, { status: response.status, headers });
}
