/**
 * Every request comes through here: what is malformed is refused, what is kept is sent at once, everything else is answered,
 * finished and kept. Nothing leaves without the security headers, and a failure leaves without its inside.
 */
import type { AnswerCache, FinishedAnswer } from "./answer-cache.ts";
import { finishAnswer, sendAnswer, sendUnkept } from "./finish.ts";
import { choosePacking, type Packing } from "./negotiate.ts";
import { failureResponse, problemResponse } from "./problem.ts";
import { addressOf, refuseRequest } from "./request-check.ts";

interface Behind {
  /** Answers a request that isn't kept. */
  answer(request: Request): Response | Promise<Response>;
  /** A built file, when there is one at the path. */
  file(path: string, request: Request): Promise<FinishedAnswer> | undefined;
  /** What an answer depends on besides its address and packing: form, language. */
  variantOf(request: Request, address: string): string;
  cache: AnswerCache;
  /** The day it is: what is kept of yesterday is dropped, since questions without a date mean today. */
  today(): string;
}

const KEEPABLE = /\b(public|no-cache)\b/;

/** Makes the gate: one function from request to response that never throws. */
export function createGate(behind: Behind): (request: Request) => Response | Promise<Response> {
  const { cache } = behind;
  const underway = new Map<string, Promise<FinishedAnswer | Response>>();
  let keptOn = behind.today();

  async function answerAnew(key: string, request: Request, packing: Packing) {
    const asked =
      request.method === "HEAD" ? new Request(request.url, { headers: request.headers }) : request;
    const response = await behind.answer(asked);
    const keepable = response.status === 200 && KEEPABLE.test(response.headers.get("cache-control") ?? "");
    if (!keepable) return response;
    const finished = await finishAnswer(response, packing);
    cache.put(key, finished);
    return finished;
  }

  async function answerOnce(key: string, request: Request, packing: Packing): Promise<Response> {
    let answer = underway.get(key);
    if (!answer) {
      answer = answerAnew(key, request, packing).finally(() => underway.delete(key));
      underway.set(key, answer);
    }
    const found = await answer;
    if (!(found instanceof Response)) return sendAnswer(found, request);
    return sendUnkept(found.clone(), request);
  }

  async function sendFile(file: Promise<FinishedAnswer>, request: Request): Promise<Response> {
    return sendAnswer(await file, request);
  }

  async function guard(work: Promise<Response>, request: Request, address: string): Promise<Response> {
    try {
      return await work;
    } catch (error) {
      return sendUnkept(failureResponse(error, request.method, address), request);
    }
  }

  return (request) => {
    const address = addressOf(request);
    const refused = refuseRequest(request, address);
    if (refused) return sendUnkept(problemResponse(refused, address), request);
    const today = behind.today();
    if (today !== keptOn) {
      cache.clear();
      keptOn = today;
    }
    const packing = choosePacking(request.headers.get("accept-encoding"));
    const key = `${address}\n${packing}\n${behind.variantOf(request, address)}`;
    const kept = cache.get(key);
    if (kept) return sendAnswer(kept, request);
    const query = address.indexOf("?");
    const file = behind.file(query < 0 ? address : address.slice(0, query), request);
    return guard(file ? sendFile(file, request) : answerOnce(key, request, packing), request, address);
  };
}
