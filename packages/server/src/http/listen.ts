/** The socket: listening, answering what isn't even a request, and stopping without cutting anybody off. */
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Problem, problemResponse } from "./problem.ts";
import { noteRemoteAddress } from "./remote-address.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** How long requests under way may take once the server is to stop. */
const DRAIN_MS = 5_000;
/** Largest head of a request, in bytes; beyond it 431. */
const LARGEST_HEAD_BYTES = 16_384;
/** A request that isn't complete by then is given up. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface Listening {
  port: number;
  /** Takes no new connection, lets what is under way finish (at most 5 s), then closes. */
  stop(): Promise<void>;
}

/** What the parser of HTTP could not read, as a problem. */
function problemOfParsing(error: NodeJS.ErrnoException): Problem {
  if (error.code === "HPE_HEADER_OVERFLOW")
    return {
      code: "too-large",
      status: 431,
      detail: `The head of the request is larger than the ${LARGEST_HEAD_BYTES} bytes that are read.`,
      cure: "Send a shorter address and fewer headers.",
    };
  if (error.code === "ERR_HTTP_REQUEST_TIMEOUT")
    return {
      code: "bad-request",
      status: 408,
      detail: "The request was not complete in time.",
      cure: "Send it at once.",
    };
  return {
    code: "bad-request",
    status: 400,
    detail: "This is no request of HTTP/1.1.",
    cure: "Ask with GET, for example: curl http://localhost:4510/api.",
  };
}

async function refuseOnSocket(error: NodeJS.ErrnoException, socket: Socket): Promise<void> {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const problem = problemOfParsing(error);
  const response = problemResponse(problem, "");
  const body = await response.text();
  const headers = {
    ...SECURITY_HEADERS,
    ...Object.fromEntries(response.headers),
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${problem.code}\r\n${lines.join("")}\r\n${body}`);
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/**
 * Starts to listen.
 * @param fetch the application
 * @param port 0 takes any that is free
 * @param host name or address of the interface, e.g. `localhost`
 * @throws what the system says, with `code` EADDRINUSE, EACCES or EADDRNOTAVAIL
 */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  host: string,
): Promise<Listening> {
  const server = createServer(
    { maxHeaderSize: LARGEST_HEAD_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: 65_000 },
    getRequestListener(
      (request, { incoming }) => {
        noteRemoteAddress(request, incoming.socket.remoteAddress);
        return fetch(request);
      },
      {
        hostname: host,
        errorHandler: (error) =>
          problemResponse(
            {
              code: "bad-request",
              status: 400,
              detail: error instanceof Error ? `${error.message}.` : "The request can't be read.",
              cure: "Check the address and the Host header.",
              headers: SECURITY_HEADERS,
            },
            "",
          ),
      },
    ),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseOnSocket(error, socket).catch(() => socket.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve({ port: (server.address() as AddressInfo).port, stop: () => stopServer(server) });
    });
  });
}
