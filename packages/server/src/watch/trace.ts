/**
 * Traces in the form of OpenTelemetry (OTLP over HTTP, JSON), one span a request, when `OTEL_EXPORTER_OTLP_ENDPOINT` names a collector. A span
 * has the kind of request, the method, the status and the time, never an address or a word that was typed. It joins the trace of a
 * proxy that sends `traceparent` (W3C Trace Context).
 */
import { randomBytes } from "node:crypto";
import { errorFacts, log, requestKind } from "./log.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Tracer {
  /** Wraps the application. */
  traced(fetch: Fetch): Fetch;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** A span as OTLP writes it. */
interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** 2: a server's. */
  kind: 2;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue: string } | { intValue: string } }[];
  /** 2: an error. */
  status: { code: 0 | 2 };
}

const SEND_EVERY_MS = 5_000;
/** What can't be sent in time is dropped: a trace is worth less than the server. */
const KEPT_AT_MOST = 5_000;
const PATIENCE_MS = 10_000;

const nanos = (ms: number) => String(BigInt(Math.round(ms * 1000)) * 1000n);

function spanOf(request: Request, status: number, startedAt: number): Span {
  const parent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(
    request.headers.get("traceparent") ?? "",
  );
  const kind = requestKind(new URL(request.url).pathname);
  const began = performance.timeOrigin + startedAt;
  return {
    traceId: parent?.[1] ?? randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    ...(parent?.[2] ? { parentSpanId: parent[2] } : {}),
    name: `${request.method} ${kind}`,
    kind: 2,
    startTimeUnixNano: nanos(began),
    endTimeUnixNano: nanos(performance.timeOrigin + performance.now()),
    attributes: [
      { key: "http.request.method", value: { stringValue: request.method } },
      { key: "http.response.status_code", value: { intValue: String(status) } },
      { key: "concord.kind", value: { stringValue: kind } },
    ],
    status: { code: status >= 500 ? 2 : 0 },
  };
}

/**
 * Makes a tracer.
 * @param endpoint base address of the collector: `http://localhost:4318`
 */
export function createTracer(endpoint: string, version: string): Tracer {
  const address = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  let spans: Span[] = [];
  const send = async () => {
    if (spans.length === 0) return;
    const sent = spans;
    spans = [];
    const body = {
      resourceSpans: [
        {
          resource: {
            attributes: [attribute("service.name", "concord"), attribute("service.version", version)],
          },
          scopeSpans: [{ scope: { name: "concord" }, spans: sent }],
        },
      ],
    };
    await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).then(
      (answer) => {
        if (!answer.ok) log.warn({ status: answer.status }, "the collector of traces refuses");
      },
      (error: unknown) => log.warn(errorFacts(error), "the collector of traces does not answer"),
    );
  };
  const timer = setInterval(send, SEND_EVERY_MS);
  timer.unref();
  return {
    traced: (answer) => async (request) => {
      const startedAt = performance.now();
      const response = await answer(request);
      if (spans.length < KEPT_AT_MOST) spans.push(spanOf(request, response.status, startedAt));
      return response;
    },
    async stop() {
      clearInterval(timer);
      await send();
    },
  };
}
