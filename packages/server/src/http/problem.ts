/** Errors over HTTP: problem details as RFC 9457 has them, one shape for everything that can go wrong. */

import type { Refusal, RefusalCode } from "@concord/core/vocabulary";
import { errorFacts, log, requestKind } from "../watch/log.ts";

/** Kinds of problem beyond the refusals of the rules: what can be wrong with a request itself. */
export type ProblemCode =
  | RefusalCode
  | "bad-encoding"
  | "bad-parameter"
  | "unknown-parameter"
  | "not-found"
  | "method-not-allowed"
  | "not-acceptable"
  | "too-large"
  | "address-too-long"
  | "bad-request"
  | "sign-in-needed"
  | "forbidden"
  | "cross-origin"
  | "conflict"
  | "gone"
  | "unsupported-media-type"
  | "invalid-body"
  | "too-many-requests"
  | "internal";

export interface Problem {
  code: ProblemCode;
  status: number;
  /** What is wrong, one English sentence. */
  detail: string;
  /** What to do about it, one English sentence. */
  cure: string;
  /** The parameter at fault, where there is one. */
  parameter?: string;
  /** The rule that refused, by the code of its room: `not-own-actor`, `silence-is-open`. */
  reason?: string;
  /** Every reason, in words. */
  reasons?: readonly string[];
  /** Places of a body at fault, as JSON pointers (RFC 6901). */
  errors?: readonly { pointer: string; detail: string }[];
  /** Further headers, e.g. `Allow`. */
  headers?: Readonly<Record<string, string>>;
}

/** Title and meaning of each kind of problem; also the list on the page that describes the API. */
export const PROBLEM_TITLES: Readonly<Record<ProblemCode, string>> = {
  "unknown-state": "No such state",
  "unknown-group": "No such group",
  "unknown-instrument": "No such instrument",
  "unknown-theme": "No such theme",
  "unknown-plan": "No such plan",
  "impossible-date": "Not a day of the calendar",
  "date-out-of-range": "Outside the dates that are answered for",
  "dates-out-of-order": "The dates are out of order",
  "same-state-twice": "The same state twice",
  "not-a-state": "Not a state",
  "out-of-range": "A number outside its range",
  "unknown-option": "No such choice",
  "no-solution-in-time": "No answer within the time allowed",
  "bad-encoding": "The address is wrongly encoded",
  "bad-parameter": "A parameter can't be read",
  "unknown-parameter": "No such parameter",
  "not-found": "Nothing at this address",
  "method-not-allowed": "Not a method of this address",
  "not-acceptable": "Not available in that form",
  "too-large": "The request is too large",
  "address-too-long": "The address is too long",
  "bad-request": "The request can't be understood",
  "sign-in-needed": "Not signed in",
  forbidden: "Not allowed",
  "cross-origin": "Sent from another site",
  conflict: "Not possible in the present state",
  gone: "No longer there",
  "unsupported-media-type": "Not a form that is read here",
  "invalid-body": "What was sent can't be taken in",
  "too-many-requests": "Too many requests",
  internal: "The answer failed",
};

/** A value in the path that names nothing is 404; a well-formed value that can't be answered is 422. */
const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  "unknown-state": 404,
  "unknown-group": 404,
  "unknown-instrument": 404,
  "unknown-theme": 404,
  "unknown-plan": 404,
  "impossible-date": 400,
  "date-out-of-range": 422,
  "dates-out-of-order": 422,
  "same-state-twice": 422,
  "not-a-state": 422,
  "out-of-range": 422,
  "unknown-option": 400,
  "no-solution-in-time": 503,
};

/** What a rule refused, as a problem. */
export function problemOfRefusal(refusal: Refusal): Problem {
  return { ...refusal, status: REFUSAL_STATUS[refusal.code] };
}

/**
 * Writes a problem as `application/problem+json`.
 * @param instance path and query of the request
 */
export function problemResponse(problem: Problem, instance: string): Response {
  const body = {
    type: `/api#${problem.code}`,
    title: PROBLEM_TITLES[problem.code],
    status: problem.status,
    detail: problem.detail,
    cure: problem.cure,
    ...(problem.parameter ? { parameter: problem.parameter } : {}),
    ...(problem.reason ? { reason: problem.reason } : {}),
    ...(problem.reasons ? { reasons: problem.reasons } : {}),
    ...(problem.errors ? { errors: problem.errors } : {}),
    instance,
  };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...problem.headers,
    },
  });
}

/** A failure of the program: logged with its place in the program, answered without. */
export function failureResponse(error: unknown, method: string, address: string): Response {
  const kind = requestKind(address.split("?", 1)[0] ?? "");
  log.error({ kind, method, ...errorFacts(error) }, "a request failed");
  const problem: Problem = {
    code: "internal",
    status: 500,
    detail: "The answer could not be made; the reason is in the server's log.",
    cure: "Try again; if it stays so, tell whoever runs this server.",
  };
  return problemResponse(problem, address);
}
