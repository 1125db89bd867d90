/**
 * Runs an action for a request, always in the same order: where it comes from, on whose behalf, whether the role may at all, what was sent, and then
 * in one transaction what it is done to, the decision, the deed. The first fault answers; nothing half-done stays.
 */
import {
  type Decision,
  decide,
  nounOf,
  type Principal,
  rolesThatMay,
  type Subject,
} from "@concord/core/access";
import type { ReadTx, WriteTx } from "@concord/store";
import { refuseForeignOrigin } from "../http/origin-check.ts";
import { type Problem, problemOfRefusal, problemResponse } from "../http/problem.ts";
import { readJsonBody } from "../http/read-body.ts";
import { addressOf } from "../http/request-check.ts";
import type { Action, ActionFile, AnyContext, Outcome } from "./action.ts";
import type { AttemptLog } from "./attempt-log.ts";
import type { PrivateSide } from "./private-side.ts";
import { readAsked } from "./read-asked.ts";

type Success = Outcome<unknown> & { ok: true };

/** Ends a transaction without its changes, with what is to be answered. */
class Undone extends Error {
  readonly problem: Problem;
  /** Set where access was refused: to what. */
  readonly refused: Subject | undefined;
  constructor(problem: Problem, refused?: Subject) {
    super(problem.detail);
    this.problem = problem;
    this.refused = refused;
  }
}

/** What a decision against somebody answers: 401 where signing in would help, else 403, with the reasons and the cure. */
export function problemOfDecision(decision: Decision & { allowed: false }): Problem {
  const [first] = decision.reasons;
  const signIn = decision.cure.code === "cure-sign-in";
  return {
    code: signIn ? "sign-in-needed" : "forbidden",
    status: signIn ? 401 : 403,
    detail: decision.reasons.map(({ text }) => text).join(" "),
    cure: decision.cure.text,
    reasons: decision.reasons.map(({ text }) => text),
    ...(first ? { reason: first.code } : {}),
    ...(signIn ? { headers: { "www-authenticate": 'Cookie realm="concord"' } } : {}),
  };
}

/** Whether the role can do the deed to any subject; where it can't, nothing is read or looked up. */
function refuseByRole(principal: Principal, { deed }: Action): Problem | undefined {
  if (rolesThatMay(deed).includes(principal.role)) return undefined;
  const decision = decide(principal, deed);
  return decision.allowed ? undefined : problemOfDecision(decision);
}

const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

async function readBody(
  action: Action,
  request: Request,
): Promise<{ value: unknown } | { problem: Problem }> {
  if (!action.body) return { value: undefined };
  const read = await readJsonBody(request, action.largestBody);
  if ("problem" in read) return read;
  const checked = action.body.safeParse(read.value);
  if (checked.success) return { value: checked.data };
  const errors = checked.error.issues.map(({ path, message }) => ({
    pointer: pointerOf(path),
    detail: message,
  }));
  const [first] = errors;
  return {
    problem: {
      code: "invalid-body",
      status: 422,
      detail: first ? `At "${first.pointer || "/"}": ${first.detail}.` : "The body has another shape.",
      cure: "See /api for what this address takes.",
      errors,
    },
  };
}

/** In the transaction: what it is done to, whether that is allowed, and the deed itself. */
async function decideAndHandle(action: Action, context: AnyContext): Promise<Success> {
  const subject: Subject | undefined = action.subject && (await action.subject(context));
  if (action.subject && !subject)
    throw new Undone({
      code: "not-found",
      status: 404,
      detail: "There is nothing at this address, or nothing that you may know of.",
      cure: "Look at the list.",
    });
  const decision = decide(context.principal, action.deed, subject);
  const about = subject ?? { kind: nounOf(action.deed) };
  if (!decision.allowed) throw new Undone(problemOfDecision(decision), about);
  const outcome = await action.handle(context);
  if (!outcome.ok)
    throw new Undone("problem" in outcome ? outcome.problem : problemOfRefusal(outcome.refusal));
  if (action.recorded) {
    const { id = about.id, detail } = outcome.recorded ?? {};
    context.tx.record({ deed: action.deed, subject: { kind: about.kind, id }, detail });
  }
  return outcome;
}

function fileResponse(
  { type, name, content }: ActionFile,
  headers?: Readonly<Record<string, string>>,
): Response {
  return new Response(content, {
    headers: {
      ...headers,
      "content-type": type,
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}"`,
    },
  });
}

function responseOf(outcome: Success): Response {
  if ("file" in outcome) return fileResponse(outcome.file, outcome.headers);
  if (outcome.value === undefined) return new Response(null, { status: 204, headers: outcome.headers ?? {} });
  return new Response(JSON.stringify(outcome.value), {
    status: outcome.status ?? 200,
    headers: { "content-type": "application/json; charset=utf-8", ...outcome.headers },
  });
}

/**
 * Answers one request to an action.
 * @param path values taken from the path, decoded
 * @throws what the handler throws: a fault of the program, after the transaction is undone
 */
export async function perform(
  action: Action,
  side: PrivateSide,
  attempts: AttemptLog,
  request: Request,
  path: Record<string, string>,
): Promise<Response> {
  const address = addressOf(request);
  const fail = (problem: Problem) => problemResponse(problem, address);
  const foreign = refuseForeignOrigin(request, side.origin);
  if (foreign) return fail(foreign);
  const principal = await side.identify(request);
  const refused = refuseByRole(principal, action);
  const note = (outcome: "refused" | "failed", reason: string | undefined, subject?: Subject) =>
    attempts.note(principal, {
      deed: action.deed,
      outcome,
      reason,
      subject: subject ?? { kind: nounOf(action.deed) },
    });
  if (refused) {
    await note("refused", refused.reason);
    return fail(refused);
  }
  const url = new URL(request.url);
  const asked = readAsked(action, path, url.searchParams);
  if ("problem" in asked) return fail(asked.problem);
  const body = await readBody(action, request);
  if ("problem" in body) return fail(body.problem);
  const work = (tx: ReadTx | WriteTx) =>
    decideAndHandle(action, {
      // A GET's handler is typed to read alone, and its transaction can't write.
      tx: tx as WriteTx,
      principal,
      params: asked.params,
      query: asked.query,
      body: body.value,
      now: side.now(),
      origin: side.origin ?? url.origin,
      request,
    });
  try {
    const reads = action.method === "GET" && !action.recorded;
    const outcome = reads ? await side.store.read(work, principal) : await side.store.write(work, principal);
    return responseOf(outcome);
  } catch (error) {
    if (!(error instanceof Undone)) {
      if (action.recorded) await note("failed", "internal");
      throw error;
    }
    if (error.refused) await note("refused", error.problem.reason, error.refused);
    return fail(error.problem);
  }
}
