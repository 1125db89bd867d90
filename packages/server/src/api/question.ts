/**
 * One question that the API answers: its address, what may be asked, the exact shape of the answer, and how it is found.
 * The check of what was asked, the CSV twin, the OpenAPI document and the readable page are all made from this.
 */
import type { Result } from "@concord/core/vocabulary";
import type { z } from "@hono/zod-openapi";
import type { Holdings } from "../holdings.ts";
import type { Table } from "./table.ts";

/** Sections of the readable page, in its order. */
export const SECTIONS = [
  "states",
  "groups",
  "instruments",
  "themes",
  "corridors",
  "world",
  "data",
  "people",
  "plan",
  "platform",
] as const;
export type Section = (typeof SECTIONS)[number];

export interface Question {
  /** Name for programs, camelCase: `stateProfile`. */
  id: string;
  section: Section;
  /** Below `/api/v1`, parameters in braces: `/states/{state}/profile`. */
  path: string;
  summary: string;
  /** Paragraphs for the document: rules, conventions, limits. */
  description: string;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType;
  /** An address that works, below `/api/v1`: shown with curl, and asked by the tests. */
  example: string;
  /** How long browsers and proxies may keep the answer unasked, in seconds. */
  keepSeconds: number;
  /** Absent where rows and columns make no sense. */
  table: ((body: unknown) => Table) | undefined;
  answer(holdings: Holdings, asked: Readonly<Record<string, unknown>>): Promise<Result<unknown>>;
}

interface TypedQuestion<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>
  extends Omit<Question, "params" | "query" | "body" | "table" | "answer" | "keepSeconds"> {
  params: Params;
  query: Query;
  body: Body;
  keepSeconds?: number;
  table?: (body: z.output<Body>) => Table;
  answer(
    holdings: Holdings,
    asked: z.output<Params> & z.output<Query>,
  ): Result<z.output<Body>> | Promise<Result<z.output<Body>>>;
}

export const USUAL_KEEP_SECONDS = 300;

/** Declares a question; the compiler checks that the answer has the shape that the document promises. */
export function question<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  typed: TypedQuestion<Params, Query, Body>,
): Question {
  const { table, answer } = typed;
  return {
    ...typed,
    keepSeconds: typed.keepSeconds ?? USUAL_KEEP_SECONDS,
    // What was asked and what is answered have gone through `params`, `query` and `body`: the casts restate that.
    table: table && ((body) => table(body as z.output<Body>)),
    answer: async (holdings, asked) => answer(holdings, asked as z.output<Params> & z.output<Query>),
  };
}
