/**
 * Where private addresses are answered, beside the gate of the public ones: nothing here is kept, and every answer says so. Public addresses leave by
 * one look-up of their first word.
 */
import { sendPrivate } from "../http/finish.ts";
import { failureResponse, type Problem, problemResponse } from "../http/problem.ts";
import { addressOf, refuseAddress } from "../http/request-check.ts";
import type { Action } from "./action.ts";
import { createAttemptLog } from "./attempt-log.ts";
import { API_ROOT } from "./document.ts";
import { perform } from "./perform.ts";
import type { Mount, PrivateSide } from "./private-side.ts";

/** A path cut at its slashes; a part in braces takes any word. */
type Parts = readonly { word: string; takes: boolean }[];
interface Route {
  action: Action;
  parts: Parts;
}

function partsOf(path: string): Parts {
  return path
    .slice(1)
    .split("/")
    .map((part) =>
      part.startsWith("{") ? { word: part.slice(1, -1), takes: true } : { word: part, takes: false },
    );
}

/** Values taken from the path; undefined when it is another one. */
function match(parts: Parts, words: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== words.length) return undefined;
  const taken: Record<string, string> = {};
  for (const [index, { word, takes }] of parts.entries()) {
    const found = words[index] ?? "";
    if (!takes && found !== word) return undefined;
    if (takes) {
      if (found === "") return undefined;
      taken[word] = decodeURIComponent(found);
    }
  }
  return taken;
}

/** Words before parameters, so that `/invitations/mine` isn't taken for an invitation. */
const fewerTakenFirst = (a: Route, b: Route) =>
  a.parts.filter(({ takes }) => takes).length - b.parts.filter(({ takes }) => takes).length;

function methodProblem(method: string, allowed: readonly string[]): Problem {
  return {
    code: "method-not-allowed",
    status: 405,
    detail: `${method} is not answered here.`,
    cure: `Use ${allowed.join(" or ")}.`,
    headers: { allow: allowed.join(", ") },
  };
}

const PREFIX = `${API_ROOT}/`;

/** Answers private addresses; undefined: the address is a public one. */
export interface PrivateDesk {
  (request: Request): Promise<Response> | undefined;
  /** Writes down what is still only counted; call it before the database closes. */
  settle(): Promise<void>;
}

/**
 * Makes the desk.
 * @param publicPaths what the gate answers below `/api/v1`: an address may be read by everybody and written by some
 */
export function createPrivateDesk(
  actions: readonly Action[],
  publicPaths: readonly string[],
  side: PrivateSide,
): PrivateDesk {
  const all = actions.map((action) => ({ action, parts: partsOf(action.path) })).sort(fewerTakenFirst);
  const routes = Map.groupBy(all, ({ parts }) => parts[0]?.word ?? "");
  const attempts = createAttemptLog(side.store);
  const readable = publicPaths.map(partsOf);
  const mounts = side.mounts ?? [];

  async function guard(work: Promise<Response>, request: Request, address: string): Promise<Response> {
    const response = await work.catch((error: unknown) => failureResponse(error, request.method, address));
    return sendPrivate(response, request);
  }

  function answerMount(mount: Mount, request: Request, address: string) {
    const refused = refuseAddress(address);
    const work = refused ? Promise.resolve(problemResponse(refused, address)) : mount.answer(request);
    return guard(work, request, address);
  }

  const answer = (request: Request): Promise<Response> | undefined => {
    const address = addressOf(request);
    if (!address.startsWith(PREFIX)) {
      const mount = mounts.find(({ prefix }) => address.startsWith(prefix));
      return mount && answerMount(mount, request, address);
    }
    const end = address.slice(PREFIX.length).search(/[/?]/);
    const first = end < 0 ? address.slice(PREFIX.length) : address.slice(PREFIX.length, PREFIX.length + end);
    const candidates = routes.get(first);
    if (!candidates || refuseAddress(address)) return undefined;
    const words = (address.split("?")[0] ?? "").slice(PREFIX.length).split("/");
    const found = candidates.flatMap((route) => {
      const path = match(route.parts, words);
      return path ? [{ action: route.action, path }] : [];
    });
    if (found.length === 0) return undefined;
    const method = request.method === "HEAD" ? "GET" : request.method;
    const hit = found.find(({ action }) => action.method === method);
    if (hit) return guard(perform(hit.action, side, attempts, request, hit.path), request, address);
    // A public question may share the address with an action that writes.
    if (method === "GET") return undefined;
    const isRead = readable.some((parts) => match(parts, words));
    const methods = found.flatMap(({ action }) =>
      action.method === "GET" ? ["GET", "HEAD"] : [action.method],
    );
    const allowed = [...new Set([...(isRead ? ["GET", "HEAD"] : []), ...methods])];
    return guard(Promise.resolve(problemResponse(methodProblem(method, allowed), address)), request, address);
  };
  return Object.assign(answer, { settle: () => attempts.settle() });
}
