/**
 * One thing that a person may do or see at a private address: the address, the deed by which access is decided, the exact shape of what is sent and
 * answered, and how it is done. The frame that runs it (perform.ts) identifies, checks, decides, and commits all or nothing; the OpenAPI document and
 * the table of access are made from the same declaration.
 */
import type { AuditDetail, ConditionalDeed, Deed, Principal, Subject } from "@concord/core/access";
import type { Refusal } from "@concord/core/vocabulary";
import type { ReadTx, WriteTx } from "@concord/store";
import type { z } from "@hono/zod-openapi";
import type { Problem } from "../http/problem.ts";
import type { Section } from "./question.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A file as an answer: always offered for saving, never shown as a page. */
export interface ActionFile {
  /** Media type with parameters: `text/csv; charset=utf-8`. */
  type: string;
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/** What the audit row of an action says beside deed and subject. */
export interface Recorded {
  /** Id of what was made, where the address didn't tell it. */
  id?: string;
  detail?: AuditDetail;
}

/** What became of it. A refusal or problem undoes whatever the transaction has done so far. */
export type Outcome<Answer> =
  | {
      ok: true;
      value: Answer;
      /** 200 unless said: 201 made, 202 begun. */
      status?: 200 | 201 | 202;
      headers?: Readonly<Record<string, string>>;
      /** What the audit row says beside the deed; the id of what was made. */
      recorded?: Recorded;
    }
  | { ok: true; file: ActionFile; headers?: Readonly<Record<string, string>>; recorded?: Recorded }
  | { ok: false; refusal: Refusal }
  | { ok: false; problem: Problem };

/** What a handler has in hand. */
export interface ActionContext<Tx, Params, Query, Body> {
  /** One transaction for everything, on behalf of the principal. */
  tx: Tx;
  principal: Principal;
  params: Params;
  query: Query;
  body: Body;
  /** The server's clock when the request came. */
  now: Date;
  /** Scheme and host under which people reach this server, for links in letters: `https://concord.example`. */
  origin: string;
  request: Request;
}

/** An action as the frame and the documents see it. */
export interface Action {
  /** Name for programs, camelCase: `createInvitation`. */
  id: string;
  section: Section;
  method: Method;
  /** Below `/api/v1`, parameters in braces: `/invitations/{invitation}`. */
  path: string;
  /** By which access is decided; what isn't in the table of deeds doesn't compile. */
  deed: Deed;
  summary: string;
  description: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** Absent: nothing is sent. */
  body: z.ZodType | undefined;
  /** Absent: answered with 204, or with a file. */
  answer: z.ZodType | undefined;
  /** Media types of files that may be answered instead. */
  files: readonly string[];
  /** Largest body that is read, in bytes. */
  largestBody: number;
  /** Whether doing it leaves a row in the audit log: everything that changes something, and looks at what is confidential. */
  recorded: boolean;
  /** What it is done to, looked up in the same transaction; undefined: there is nothing at the address. */
  subject: ((context: AnyContext) => Promise<Subject | undefined>) | undefined;
  handle(context: AnyContext): Promise<Outcome<unknown>>;
}

export type AnyContext = ActionContext<WriteTx, unknown, unknown, unknown>;

export const USUAL_BODY_BYTES = 65_536;

type TxOf<M extends Method> = M extends "GET" ? ReadTx : WriteTx;
type Maybe<T> = T | undefined;
type Promised<T> = T | Promise<T>;
type Read<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined;
type LookUp<Context> = (context: Context) => Promised<Maybe<Subject>>;
/** A deed with conditions has to say what it is done to. */
type SubjectPart<D extends Deed, Context> = D extends ConditionalDeed
  ? { subject: LookUp<Context> }
  : { subject?: LookUp<Context> };

interface TypedParts<M, D, Params, Query, Body, Answer, Context>
  extends Pick<Action, "id" | "section" | "path" | "summary" | "description"> {
  method: M;
  deed: D;
  params: Params;
  query: Query;
  body?: Body;
  answer?: Answer;
  files?: readonly string[];
  largestBody?: number;
  /** Unless said: whatever isn't a GET. */
  recorded?: boolean;
  handle(context: Context): Promised<Outcome<Read<Answer>>>;
}

/**
 * Declares an action. The compiler checks that the deed exists, that a deed with conditions names its subject, that the answer has the
 * shape that the document promises, and that a GET has no transaction that writes.
 */
export function action<
  M extends Method,
  D extends Deed,
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends Maybe<z.ZodType> = undefined,
  Answer extends Maybe<z.ZodType> = undefined,
  Context = ActionContext<TxOf<M>, z.output<Params>, z.output<Query>, Read<Body>>,
>(typed: TypedParts<M, D, Params, Query, Body, Answer, Context> & SubjectPart<D, Context>): Action {
  const { subject, handle } = typed;
  // What was asked and sent has gone through `params`, `query` and `body`: the casts restate that.
  return {
    ...typed,
    body: typed.body,
    answer: typed.answer,
    files: typed.files ?? [],
    largestBody: typed.largestBody ?? USUAL_BODY_BYTES,
    recorded: typed.recorded ?? typed.method !== "GET",
    subject: subject && (async (context) => subject(context as Context)),
    handle: async (context) => handle(context as Context),
  };
}

/** Answers with a value. */
export function done<Answer>(
  value: Answer,
  more: { status?: 200 | 201 | 202; headers?: Readonly<Record<string, string>>; recorded?: Recorded } = {},
): Outcome<Answer> & { ok: true } {
  return { ok: true, value, ...more };
}

/** Nothing to answer but that it is done: 204. */
export const DONE: Outcome<undefined> = { ok: true, value: undefined };

/** Answers with a problem; nothing is changed. */
export function failed(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}

/** Nothing is there, or nothing that the person may know of. */
export function notFound(what: string): { ok: false; problem: Problem } {
  return failed({
    code: "not-found",
    status: 404,
    detail: `There is no such ${what}.`,
    cure: "It may have been removed, or belong to another actor: look at the list.",
  });
}
