/** Counts and times every request, at the cost of two looks at the clock and two additions. */
import { log, type RequestKind, requestKind } from "./log.ts";

/** Upper bounds of the classes of duration, in seconds. */
export const DURATION_BOUNDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const;

/** What is known of the requests of one kind with one class of status. */
export interface RequestTally {
  kind: RequestKind;
  /** `2xx`, `3xx`, `4xx`, `5xx` */
  status: string;
  count: number;
  seconds: number;
  /** How many took at most each bound. */
  within: number[];
}

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Meter {
  /** Wraps the application. */
  measured(fetch: Fetch): Fetch;
  tallies(): readonly RequestTally[];
}

function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const query = url.indexOf("?", start);
  return start < 0 ? "/" : url.slice(start, query < 0 ? undefined : query);
}

/** Makes a meter that has counted nothing yet. */
export function createMeter(): Meter {
  const tallies = new Map<string, RequestTally>();
  const count = (request: Request, status: number, startedAt: number) => {
    const seconds = (performance.now() - startedAt) / 1000;
    const kind = requestKind(pathOf(request.url));
    const key = kind + Math.floor(status / 100);
    let tally = tallies.get(key);
    if (!tally) {
      tally = {
        kind,
        status: `${Math.floor(status / 100)}xx`,
        count: 0,
        seconds: 0,
        within: DURATION_BOUNDS.map(() => 0),
      };
      tallies.set(key, tally);
    }
    tally.count += 1;
    tally.seconds += seconds;
    for (let at = DURATION_BOUNDS.length - 1; at >= 0 && seconds <= (DURATION_BOUNDS[at] ?? 0); at -= 1)
      tally.within[at] = (tally.within[at] ?? 0) + 1;
    if (log.isLevelEnabled("debug"))
      log.debug({ kind, method: request.method, status, ms: Math.round(seconds * 1e6) / 1000 }, "request");
  };
  return {
    measured: (fetch) => (request) => {
      const startedAt = performance.now();
      const answer = fetch(request);
      if (answer instanceof Response) {
        count(request, answer.status, startedAt);
        return answer;
      }
      return answer.then((response) => {
        count(request, response.status, startedAt);
        return response;
      });
    },
    tallies: () => [...tallies.values()],
  };
}
