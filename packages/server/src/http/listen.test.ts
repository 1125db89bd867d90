import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "./listen.ts";

let listening: Listening | undefined;
afterEach(async () => {
  await listening?.stop();
  listening = undefined;
});

async function serve(fetch: (request: Request) => Response | Promise<Response>): Promise<number> {
  listening = await listen(fetch, 0, "127.0.0.1");
  return listening.port;
}

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("end", () => resolve(received));
    socket.on("error", reject);
  });
}

describe("the socket", () => {
  it("answers what is no request with a problem, and an overlong head with 431", async () => {
    const port = await serve(() => new Response("ok"));
    const nonsense = await sendRaw(port, "NONSENSE\r\n\r\n");
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 /);
    expect(nonsense).toContain("application/problem+json");
    const long = await sendRaw(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`);
    expect(long).toMatch(/^HTTP\/1\.1 431 /);
    expect(long).toContain("content-security-policy");
  });

  it("refuses an impossible Host header with a problem", async () => {
    const port = await serve(() => new Response("ok"));
    const answer = await sendRaw(port, "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("lets a request under way finish before it stops", async () => {
    let arrived = () => {};
    const underway = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const port = await serve(async () => {
      arrived();
      await held;
      return new Response("finished");
    });
    const answer = new Promise<string>((resolve, reject) => {
      const asked = request({ port, host: "127.0.0.1" }, (response) => {
        let body = "";
        response.on("data", (chunk) => {
          body += chunk;
        });
        response.on("end", () => resolve(body));
      });
      asked.on("error", reject);
      asked.end();
    });
    await underway;
    const stopped = listening?.stop();
    release();
    expect(await answer).toBe("finished");
    await stopped;
  });
});
