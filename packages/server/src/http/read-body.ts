/** Reads the JSON body of a request: bounded while it arrives, so that nobody fills the memory. */
import type { Problem } from "./problem.ts";

const JSON_TYPE = /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i;

function tooLarge(largest: number): Problem {
  return {
    code: "too-large",
    status: 413,
    detail: `The request has a body of more than the ${largest} bytes that are read here.`,
    cure: "Send less at a time.",
    headers: { connection: "close" },
  };
}

async function readBytes(request: Request, largest: number): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body) {
    bytes += piece.byteLength;
    if (bytes > largest) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * Reads a body as JSON in UTF-8.
 * @param largest bytes that are read at most
 * @returns the value, or what is wrong: 413 too large, 415 not JSON by its type, 400 not JSON by its text
 */
export async function readJsonBody(
  request: Request,
  largest: number,
): Promise<{ value: unknown } | { problem: Problem }> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) return { problem: tooLarge(largest) };
  const type = request.headers.get("content-type") ?? "";
  if (!JSON_TYPE.test(type))
    return {
      problem: {
        code: "unsupported-media-type",
        status: 415,
        detail: type
          ? `A body of the type ${type} is not read here.`
          : "The request doesn't say of which type its body is.",
        cure: 'Send JSON, with the header "Content-Type: application/json".',
        headers: { accept: "application/json" },
      },
    };
  const bytes = await readBytes(request, largest);
  if (!bytes) return { problem: tooLarge(largest) };
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch (error) {
    const where = error instanceof SyntaxError ? `: ${error.message}` : "";
    return {
      problem: {
        code: "bad-request",
        status: 400,
        detail: `The body is not JSON in UTF-8${where}.`,
        cure: "Check quotes, commas and encoding.",
      },
    };
  }
}
