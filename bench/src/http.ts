/**
 * Speed over HTTP: a state's profile against a bare hello of the same server in the same run. Run with
 * `node bench/src/http.ts`, or as part of `npm run bench`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { readKnowledge } from "@concord/store";
import { type LoadFigure, putLoad } from "./http-load.ts";

export interface HttpFigure extends LoadFigure {
  name: string;
  /** Requests per second as a share of those of the bare hello. */
  ofHello: number;
  /** Processor time of the server for one answer, in microseconds: says the same on a busy machine. */
  serverMicroseconds: number;
}

const CONNECTIONS = 20;
const SECONDS = 4;
const ROUNDS = 3;
const YEARS = [1990, 2000, 2010, 2020, 2026];
const FIRST_DAY = Date.UTC(1950, 0, 1);
const DAYS = 27_000;

type Round = LoadFigure & { serverMicroseconds: number };

function told(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server ended with ${code}`));
    server.once("exit", ended);
    server.once("message", (value) => {
      server.off("exit", ended);
      resolve(Number(value));
    });
  });
}

function processorTime(server: ChildProcess): Promise<number> {
  const answer = told(server);
  server.send("time");
  return answer;
}

/** The round with the middle number of requests per second. */
function middleOf(rounds: readonly Round[]): Round {
  const sorted = [...rounds].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("nothing was measured");
  return middle;
}

/** Measures everything; takes about a minute. */
export async function measureHttp(): Promise<HttpFigure[]> {
  const { states } = await readKnowledge(fileURLToPath(new URL("../../data", import.meta.url)));
  const codes = states.map(({ iso3 }) => iso3);
  const profile = (code: string | undefined, day: string) => `/api/v1/states/${code}/profile?date=${day}`;
  const keptProfile = (turn: number) =>
    profile(codes[turn % codes.length], `${YEARS[turn % YEARS.length]}-01-01`);
  const kinds: [name: string, address: (turn: number) => string][] = [
    ["bare hello", () => "/hello"],
    ["profile, 990 addresses in turn", keptProfile],
    [
      "profile, every address new",
      (turn) => {
        const day = new Date(FIRST_DAY + (turn % DAYS) * 86_400_000).toISOString().slice(0, 10);
        return profile(codes[Math.floor(turn / DAYS) % codes.length], day);
      },
    ],
  ];
  const server = fork(fileURLToPath(new URL("./http-server.ts", import.meta.url)));
  try {
    const port = await told(server);
    const least = codes.length * YEARS.length;
    await putLoad({ port, connections: CONNECTIONS, seconds: 0, least, address: keptProfile });
    const rounds = new Map<string, Round[]>(kinds.map(([name]) => [name, []]));
    let turnsTaken = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, address] of kinds) {
        const offset = turnsTaken;
        const before = await processorTime(server);
        const figure = await putLoad({
          port,
          connections: CONNECTIONS,
          seconds: round === 0 ? 1 : SECONDS,
          address: (turn) => address(offset + turn),
        });
        const serverMicroseconds = ((await processorTime(server)) - before) / figure.requests;
        turnsTaken += figure.requests;
        // The first round warms up.
        if (round > 0) rounds.get(name)?.push({ ...figure, serverMicroseconds });
      }
    }
    const middles = [...rounds].map(([name, figures]) => ({ name, ...middleOf(figures) }));
    const hello = middles[0]?.requestsPerSecond ?? 1;
    return middles.map((figure) => ({ ...figure, ofHello: figure.requestsPerSecond / hello }));
  } finally {
    server.kill();
  }
}

/** One line a figure. */
export function printHttp(figures: readonly HttpFigure[]): void {
  console.log(`HTTP, ${CONNECTIONS} connections, ${cpus().length} cores (${cpus()[0]?.model.trim()})`);
  for (const { name, requestsPerSecond, ofHello, p50, p99, bytesPerAnswer, serverMicroseconds } of figures)
    console.log(
      `  ${name.padEnd(32)} ${requestsPerSecond.toFixed(0).padStart(7)} /s  ${(ofHello * 100).toFixed(0).padStart(4)} % of hello  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  ${serverMicroseconds.toFixed(0)} µs of the server's processor  ${bytesPerAnswer} bytes`,
    );
}

if (import.meta.main) printHttp(await measureHttp());
