/** Checks what stands in an address, path and query, against what may be asked there. */
import { nearestWord } from "@concord/core/vocabulary";
import type { z } from "@hono/zod-openapi";
import type { Problem } from "../http/problem.ts";

/** What stands in the query of an address: a value, or a list where a name is repeated. */
function readQuery(search: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return query;
}

function unknownParameter(typed: string, known: readonly string[]): Problem {
  const nearest = nearestWord(typed, known);
  const list =
    known.length === 0 ? "Nothing can be asked here after the ?." : `Known here: ${known.join(", ")}.`;
  return {
    code: "unknown-parameter",
    status: 400,
    parameter: typed,
    detail: `The parameter "${typed}" is not known here.`,
    cure: nearest ? `Did you mean "${nearest}"? ${list}` : list,
  };
}

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
}

function badParameter(issue: Issue, given: unknown): Problem {
  const parameter = String(issue.path[0] ?? "");
  const repeated = Array.isArray(given) && issue.code === "invalid_type";
  return {
    code: "bad-parameter",
    status: 400,
    parameter,
    detail: repeated
      ? `The parameter "${parameter}" is given ${given.length} times.`
      : `The parameter "${parameter}" can't be read: ${issue.message}.`,
    cure: repeated ? "Give it once." : "See /api for what it takes, with examples.",
  };
}

/**
 * Checks what was asked against the parameters known here.
 * @param path values taken from the path, decoded
 */
export function readAsked(
  asked: { params: z.ZodObject; query: z.ZodObject },
  path: Record<string, string>,
  search: URLSearchParams,
):
  | { asked: Record<string, unknown>; params: Record<string, unknown>; query: Record<string, unknown> }
  | { problem: Problem } {
  const known = Object.keys(asked.query.shape);
  const query = readQuery(search);
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown !== undefined) return { problem: unknownParameter(unknown, known) };
  const read = { ...asked.params.safeParse(path), given: path as Record<string, unknown> };
  const readOptional = { ...asked.query.safeParse(query), given: query as Record<string, unknown> };
  for (const { error, given } of [read, readOptional]) {
    const issue = error?.issues[0];
    if (issue) return { problem: badParameter(issue, given[String(issue.path[0])]) };
  }
  return {
    asked: { ...read.data, ...readOptional.data },
    params: read.data ?? {},
    query: readOptional.data ?? {},
  };
}
