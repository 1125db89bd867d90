import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { createTracer } from "./trace.ts";

it("a request becomes a span at the collector, in the trace that its proxy began, without its address", async () => {
  const received: { url: string | undefined; text: string }[] = [];
  const collector = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    received.push({ url: request.url, text });
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
  const tracer = createTracer(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`, "0.1.0");
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  const asked = new Request("http://localhost/api/v1/states?name=ada", {
    headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
  });
  await tracer.traced(() => new Response("", { status: 503 }))(asked);
  await tracer.stop();
  collector.close();
  expect(received.map(({ url }) => url)).toEqual(["/v1/traces"]);
  expect(received[0]?.text).not.toContain("ada");
  const [span] = JSON.parse(received[0]?.text ?? "").resourceSpans[0].scopeSpans[0].spans;
  expect(span).toMatchObject({
    traceId,
    parentSpanId: "00f067aa0ba902b7",
    name: "GET api",
    status: { code: 2 },
    attributes: expect.arrayContaining([{ key: "http.response.status_code", value: { intValue: "503" } }]),
  });
  expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true);
});

it("a collector that isn't there costs nothing but the trace", async () => {
  const tracer = createTracer("http://127.0.0.1:1", "0.1.0");
  const response = await tracer.traced(() => new Response("fine"))(new Request("http://localhost/"));
  expect(await response.text()).toBe("fine");
  await tracer.stop();
});
