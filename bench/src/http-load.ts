/** A load generator: so many connections, each asking as soon as it is answered. Sparing, so that the server is measured. */
import { connect, type Socket } from "node:net";

export interface LoadFigure {
  requestsPerSecond: number;
  /** Milliseconds within which half and 99 of 100 requests were answered. */
  p50: number;
  p99: number;
  requests: number;
  bytesPerAnswer: number;
}

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** Goes on after the time until so many requests are answered. */
  least?: number;
  /** Path and query of each request in turn. */
  address(turn: number): string;
}

const HEAD_END = Buffer.from("\r\n\r\n");

/** Reads one answer after another from a socket, by `content-length`. */
function answerReader(socket: Socket, onAnswer: (bytes: number) => void, onFault: (error: Error) => void) {
  let held = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const headEnd = held.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = held.subarray(0, headEnd).toString("latin1");
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const whole = headEnd + HEAD_END.length + length;
    if (held.length < whole) return;
    if (!/^HTTP\/1\.1 (200|304)/.test(head)) onFault(new Error(head.split("\r\n")[0]));
    held = held.subarray(whole);
    onAnswer(whole);
  });
  socket.on("error", onFault);
}

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Puts load on a server and measures. Rejects at the first answer that isn't 200 or 304. */
export function putLoad({ port, connections, seconds, least = 0, address }: Load): Promise<LoadFigure> {
  return new Promise((resolve, reject) => {
    const times: number[] = [];
    let turn = 0;
    let bytes = 0;
    let open = connections;
    const started = performance.now();
    const end = started + seconds * 1000;
    const finish = () => {
      const took = (performance.now() - started) / 1000;
      const sorted = Float64Array.from(times).sort();
      resolve({
        requestsPerSecond: times.length / took,
        p50: percentile(sorted, 0.5),
        p99: percentile(sorted, 0.99),
        requests: times.length,
        bytesPerAnswer: Math.round(bytes / Math.max(1, times.length)),
      });
    };
    for (let connection = 0; connection < connections; connection++) {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let asked = 0;
      const ask = () => {
        asked = performance.now();
        socket.write(
          `GET ${address(turn++)} HTTP/1.1\r\nhost: localhost:${port}\r\naccept-encoding: gzip, br\r\naccept: application/json\r\n\r\n`,
        );
      };
      answerReader(
        socket,
        (size) => {
          const now = performance.now();
          times.push(now - asked);
          bytes += size;
          if (now < end || times.length < least) return ask();
          socket.end();
          open -= 1;
          if (open === 0) finish();
        },
        reject,
      );
      socket.once("connect", ask);
    }
  });
}
