/** The whole HTTP application as one function from request to response: what the process serves and the tests ask. */
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { ACTIONS } from "./api/actions.ts";
import { answerQuestion, CSV_SUFFIX } from "./api/ask.ts";
import { API_ROOT, type OpenApiDocument, writeOpenApi } from "./api/document.ts";
import { createPrivateDesk } from "./api/private-desk.ts";
import type { PrivateSide } from "./api/private-side.ts";
import { QUESTIONS } from "./api/questions.ts";
import { writeChangeFeed } from "./feeds/change-feed.ts";
import type { Holdings } from "./holdings.ts";
import { createAnswerCache } from "./http/answer-cache.ts";
import { createGate } from "./http/gate.ts";
import { chooseLanguage, chooseMediaType, choosePacking } from "./http/negotiate.ts";
import { problemResponse } from "./http/problem.ts";
import { addressOf } from "./http/request-check.ts";
import { writeApiPage } from "./pages/api-page.ts";
import { findPage } from "./pages/app-pages.ts";
import type { PageFiles } from "./pages/files.ts";
import { modulesOf } from "./pages/links-ahead.ts";
import { fillTemplate } from "./pages/template.ts";

/** Bytes of finished answers that are kept. */
const CACHE_BYTES = 64 * 1024 * 1024;
const PLAIN_STYLE = readFileSync(new URL("./pages/plain.css", import.meta.url), "utf8");
/** Always asked anew, and answered with 304 when nothing changed. */
const ASK_AGAIN = "no-cache";

/** Asked for changes of what the knowledge base doesn't know. */
const NO_SUCH_FEED = {
  code: "not-found",
  status: 404,
  detail: "There is no such state or instrument.",
  cure: "Give state as a code of ISO 3166-1 (BGD) and instrument as an id (palermo-protocol), or neither.",
} as const;

export interface App {
  fetch(request: Request): Response | Promise<Response>;
  /** The document that describes the API. */
  document: OpenApiDocument;
  /** Writes down what is still only counted; call it before the database closes. */
  settle(): Promise<void>;
}

/** Answers of the API depend on the form asked for, pages on the reader's language and on how the server was reached. */
function variantOf(request: Request, address: string): string {
  const { headers } = request;
  if (address.startsWith(API_ROOT)) {
    const accept = headers.get("accept");
    return chooseMediaType(accept, ["application/json", "text/csv"]) ?? accept ?? "";
  }
  return `${chooseLanguage(null, headers.get("accept-language"))} ${headers.get("host") ?? ""}`;
}

/** The path without `.csv`, so that a question and its table share one route. */
function routePath(request: Request): string {
  const path = new URL(request.url).pathname;
  return path.startsWith(API_ROOT) && path.endsWith(CSV_SUFFIX) ? path.slice(0, -CSV_SUFFIX.length) : path;
}

function addApi(app: Hono, holdings: Holdings, document: OpenApiDocument): void {
  for (const question of QUESTIONS) {
    const names = [...question.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
    app.get(API_ROOT + question.path.replace(/\{(\w+)\}/g, ":$1"), (c) => {
      const path = Object.fromEntries(names.map((name) => [name, c.req.param(name) ?? ""]));
      const asksForCsv = new URL(c.req.url).pathname.endsWith(CSV_SUFFIX);
      return answerQuestion(question, holdings, c.req.raw, path, asksForCsv);
    });
  }
  app.get("/api/openapi.json", (c) => c.json(document, 200, { "cache-control": ASK_AGAIN }));
  app.get("/api", (c) =>
    c.html(writeApiPage(QUESTIONS, ACTIONS, document, new URL(c.req.url).origin), 200, {
      "cache-control": ASK_AGAIN,
      vary: "host",
    }),
  );
  app.all("/api/*", (c) =>
    problemResponse(
      {
        code: "not-found",
        status: 404,
        detail: "There is nothing at this address.",
        cure: "See /api for every address, with examples.",
      },
      addressOf(c.req.raw),
    ),
  );
}

/**
 * Makes the application.
 * @param holdings what it answers from
 * @param files the built pages
 * @param side what the private addresses stand on; undefined: there are none
 */
export function createApp(holdings: Holdings, files: PageFiles, side?: PrivateSide): App {
  const document = writeOpenApi(QUESTIONS, ACTIONS, holdings.version);
  const app = new Hono({ getPath: routePath });
  // The gate turns what is thrown into a problem detail.
  app.onError((error) => {
    throw error;
  });
  app.on("GET", ["/health", "/ready"], async (c) => {
    const alive = await holdings.records.ping().then(
      () => true,
      () => false,
    );
    const said = {
      status: alive ? "ok" : "database unreachable",
      version: holdings.version,
      data_hash: holdings.dataHash,
    };
    return c.json(said, alive ? 200 : 503, { "cache-control": "no-store" });
  });
  addApi(app, holdings, document);
  app.get("/changes.atom", (c) => {
    const { searchParams, origin } = new URL(c.req.url);
    const language = chooseLanguage(searchParams.get("lang"), c.req.header("accept-language"));
    const filter = {
      state: searchParams.get("state") ?? undefined,
      instrument: searchParams.get("instrument") ?? undefined,
    };
    const feed = writeChangeFeed(holdings.law, filter, language, holdings.today(), side?.origin ?? origin);
    if (feed === undefined) return problemResponse(NO_SUCH_FEED, addressOf(c.req.raw));
    return c.body(feed, 200, {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": ASK_AGAIN,
      "content-language": language,
      vary: "accept-language, host",
    });
  });
  app.get("/plain.css", (c) =>
    c.body(PLAIN_STYLE, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=3600",
    }),
  );
  app.get("*", (c) => {
    const url = new URL(c.req.url);
    const language = chooseLanguage(url.searchParams.get("lang"), c.req.header("accept-language"));
    const { status, content } = findPage(holdings, url, language);
    const links = files.linksFor(modulesOf(url.pathname.replace(/(.)\/+$/, "$1"), language));
    return c.html(fillTemplate(files.template, content, links), status, {
      "cache-control": ASK_AGAIN,
      "content-language": language,
      vary: "accept-language",
    });
  });
  const gate = createGate({
    answer: (request) => app.fetch(request),
    file: (path, request) => files.find(path, choosePacking(request.headers.get("accept-encoding"))),
    variantOf,
    cache: createAnswerCache(CACHE_BYTES),
    today: holdings.today,
  });
  if (!side) return { fetch: gate, document, settle: async () => undefined };
  const paths = QUESTIONS.map(({ path }) => path);
  const desk = createPrivateDesk(ACTIONS, paths, side);
  return { fetch: (request) => desk(request) ?? gate(request), document, settle: desk.settle };
}
