/** How an action stands in the OpenAPI document. */
import { rolesThatMay, ruleOf } from "@concord/core/access";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Action } from "./action.ts";

interface Response {
  description: string;
  headers?: typeof NO_STORE;
  content?: Record<string, { schema: z.ZodType }>;
}
type Registry = OpenAPIHono["openAPIRegistry"];

/** Name of the cookie that carries a session. */
export const SESSION_COOKIE = "concord.session_token";

export const SESSION_SCHEME = {
  type: "apiKey" as const,
  in: "cookie" as const,
  name: SESSION_COOKIE,
  description: "The session of a signed-in person; behind TLS the name begins with `__Secure-`.",
};

const NO_STORE = {
  "Cache-Control": { description: "Always `no-store`.", schema: { type: "string" as const } },
};

/** Roles and conditions in words: "focal-point (own-actor, lesser-role), secretariat". */
function whoMay({ deed }: Action): string {
  const words = rolesThatMay(deed)
    .filter((role) => role !== "system")
    .map((role) => {
      const conditions = ruleOf(deed).may[role] ?? [];
      return conditions.length > 0 ? `${role} (${conditions.join(", ")})` : role;
    });
  return words.length > 0 ? words.join(", ") : "nobody but the program itself";
}

function successOf(action: Action): Record<string, Response> {
  const content = {
    ...(action.answer ? { "application/json": { schema: action.answer } } : {}),
    ...Object.fromEntries(action.files.map((type) => [type, { schema: z.string() }])),
  };
  return Object.keys(content).length > 0
    ? { 200: { description: "Done; the answer.", headers: NO_STORE, content } }
    : { 204: { description: "Done." } };
}

/**
 * Adds an action to the document.
 * @param refused makes the response of a problem from its description
 */
export function registerAction(
  registry: Registry,
  root: string,
  action: Action,
  refused: (description: string) => Response,
): void {
  const open = rolesThatMay(action.deed).includes("anonymous");
  registry.registerPath({
    method: action.method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete",
    path: root + action.path,
    operationId: action.id,
    tags: [action.section],
    summary: action.summary,
    description: `${action.description}\n\nDeed: \`${action.deed}\`. May: ${whoMay(action)}.`,
    security: open ? [{}, { session: [] }] : [{ session: [] }],
    request: {
      params: action.params,
      query: action.query,
      ...(action.body
        ? { body: { required: true, content: { "application/json": { schema: action.body } } } }
        : {}),
    },
    responses: responsesOf(action, open, refused),
  });
}

function responsesOf(
  action: Action,
  open: boolean,
  refused: (description: string) => Response,
): Record<string, Response> {
  const takesPath = Object.keys(action.params.shape).length > 0;
  return {
    ...successOf(action),
    400: refused("A parameter can't be read or is not known."),
    ...(open ? {} : { 401: refused("Not signed in.") }),
    403: refused("Not allowed: the reasons, and what would cure it."),
    ...(takesPath ? { 404: refused("Nothing is there, or nothing that the person may know of.") } : {}),
    ...(action.method === "GET" ? {} : { 409: refused("Not possible in the present state.") }),
    ...(action.body
      ? {
          413: refused("The body is too large."),
          415: refused("The body is not JSON."),
          422: refused("The body has another shape, or can't be taken in."),
        }
      : {}),
  };
}
