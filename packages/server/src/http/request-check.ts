/** What is refused before anything is looked up: requests that are malformed, too large, or ask to change something. */
import type { Problem } from "./problem.ts";

/** Longest path and query that is read, in characters. */
export const LONGEST_ADDRESS = 4_096;
/** Largest body that is read through, in bytes: nothing here takes one. */
const LARGEST_BODY_BYTES = 65_536;

/** Path and query of a request, without scheme and host. */
export function addressOf(request: Request): string {
  const afterScheme = request.url.indexOf("://") + 3;
  const slash = request.url.indexOf("/", afterScheme);
  return slash < 0 ? "/" : request.url.slice(slash);
}

function isDecodable(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes("\0");
  } catch {
    return false;
  }
}

/**
 * Looks at length and encoding of an address.
 * @param address path and query, see {@link addressOf}
 */
export function refuseAddress(address: string): Problem | undefined {
  if (address.length > LONGEST_ADDRESS)
    return {
      code: "address-too-long",
      status: 414,
      detail: `The address has ${address.length} characters, more than the ${LONGEST_ADDRESS} that are read.`,
      cure: "Ask for less at a time.",
    };
  if (address.includes("%") && !address.split(/[?&=]/).every(isDecodable))
    return {
      code: "bad-encoding",
      status: 400,
      detail: "A % in the address is not followed by the code of a character in UTF-8.",
      cure: "Encode the address as UTF-8, for example é as %C3%A9 and % as %25.",
    };
  return undefined;
}

/**
 * Looks at method, size and encoding of a request to what can only be read.
 * @param address path and query, see {@link addressOf}
 * @returns the problem, or undefined when the request may be answered
 */
export function refuseRequest(request: Request, address: string): Problem | undefined {
  const refused = refuseAddress(address);
  if (refused) return refused;
  const { method } = request;
  if (method === "GET" || method === "HEAD") return undefined;
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > LARGEST_BODY_BYTES)
    return {
      code: "too-large",
      status: 413,
      detail: `The request has a body of ${announced} bytes, more than the ${LARGEST_BODY_BYTES} that are read.`,
      cure: "Send the request without a body: everything here is asked by its address.",
      headers: { connection: "close" },
    };
  return {
    code: "method-not-allowed",
    status: 405,
    detail: `${method} is not answered here.`,
    cure: "Ask with GET, or HEAD for the headers alone.",
    headers: { allow: "GET, HEAD" },
  };
}
