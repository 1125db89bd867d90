/** The OpenAPI 3.1 document, made from the questions alone. */
import { OpenAPIHono, z } from "@hono/zod-openapi";
import { PROBLEM_TITLES } from "../http/problem.ts";
import type { Action } from "./action.ts";
import { registerAction, SESSION_SCHEME } from "./action-document.ts";
import type { Question, Section } from "./question.ts";

/** Where the current version of the API lives. */
export const API_ROOT = "/api/v1";

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  states: "One state: what binds it, what is missing, what is doubled, what would cure it.",
  groups: "Regions and organizations.",
  instruments: "Treaties, directives and soft law: their provisions, parties and hold-outs.",
  themes: "The themes of the field's work, and who rules on them.",
  corridors: "Two states: their common legal basis, and who moves between them.",
  world: "All states at once, through time.",
  data: "The knowledge base itself: coverage, sources, licences.",
  people: "As whom one acts, who may do what, accounts, invitations, actors.",
  plan: "Plans, consultations, decisions.",
  platform: "Audit log, notices, long work.",
};

const problem = z
  .object({
    type: z.string().openapi({ description: "Where this kind of problem is explained." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "What is wrong." }),
    cure: z.string().openapi({ description: "What to do about it." }),
    parameter: z.string().optional().openapi({ description: "The parameter at fault." }),
    reason: z.string().optional().openapi({ description: "The rule that refused, by its code." }),
    reasons: z.array(z.string()).optional().openapi({ description: "Every reason, in words." }),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: "Places of the body at fault, as JSON pointers (RFC 6901)." }),
    instance: z.string().openapi({ description: "Path and query of the request." }),
  })
  .openapi("Problem", {
    description: `Problem details (RFC 9457). Kinds: ${Object.keys(PROBLEM_TITLES).join(", ")}.`,
    example: {
      type: "/api#unknown-state",
      title: PROBLEM_TITLES["unknown-state"],
      status: 404,
      detail: 'There is no state "BGR2".',
      cure: "Did you mean BGR (Bulgaria)?",
      parameter: "state",
      instance: "/api/v1/states/BGR2/profile",
    },
  });

const refused = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problem } },
});

const usualHeaders = {
  ETag: { description: "Tag of the content, for `If-None-Match`.", schema: { type: "string" as const } },
  "Cache-Control": { description: "How long the answer may be kept.", schema: { type: "string" as const } },
};
const pageHeaders = {
  Link: {
    description: "Addresses of the first, previous, next and last piece (RFC 8288).",
    schema: { type: "string" as const },
  },
};

function responsesOf(question: Question) {
  const paged = "limit" in question.query.shape;
  const takesPath = Object.keys(question.params.shape).length > 0;
  return {
    200: {
      description: "The answer.",
      headers: paged ? { ...usualHeaders, ...pageHeaders } : usualHeaders,
      content: {
        "application/json": { schema: question.body },
        ...(question.table
          ? { "text/csv": { schema: z.string().openapi({ description: "The same as a table." }) } }
          : {}),
      },
    },
    304: { description: "Not modified since the `ETag` given in `If-None-Match`." },
    400: refused("A parameter can't be read or is not known."),
    ...(takesPath ? { 404: refused("The path names something that isn't there.") } : {}),
    406: refused("Not available in the form asked for."),
    422: refused("Readable, but can't be answered: a date out of range, the same state twice."),
  };
}

/**
 * Makes the document.
 * @param version version of the product
 */
export function writeOpenApi(questions: readonly Question[], actions: readonly Action[], version: string) {
  const app = new OpenAPIHono();
  for (const question of questions) {
    app.openAPIRegistry.registerPath({
      method: "get",
      path: API_ROOT + question.path,
      operationId: question.id,
      tags: [question.section],
      summary: question.summary,
      description: question.description,
      request: { params: question.params, query: question.query },
      responses: responsesOf(question),
    });
  }
  for (const action of actions) registerAction(app.openAPIRegistry, API_ROOT, action, refused);
  app.openAPIRegistry.registerComponent("securitySchemes", "session", SESSION_SCHEME);
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Concord",
      version,
      description: [
        "Which duties against trafficking in persons bind whom since when, where the gaps are, and the shortest cure.",
        "Public knowledge is asked with GET, without signing in, and answered as JSON; lists and tables also as CSV, with `Accept: text/csv` or with `.csv` at the end of the path.",
        "What belongs to people asks for the cookie of a session. Each such address names its deed and the roles that may do it; `/api/v1/may` says why somebody may or may not.",
        "Dates are days, `YYYY-MM-DD`. What isn't known is said to be unknown, never counted as a no.",
        "Errors are problem details (RFC 9457): `detail` says what is wrong, `cure` what to do.",
      ].join("\n\n"),
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/", description: "This server." }],
    security: [],
    tags: Object.entries(SECTION_TITLES)
      .filter(([name]) => [...questions, ...actions].some(({ section }) => section === name))
      .map(([name, description]) => ({ name, description })),
  });
}

export type OpenApiDocument = ReturnType<typeof writeOpenApi>;
