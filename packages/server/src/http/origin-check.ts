/** Keeps other sites' pages from acting in the name of whoever is signed in here (CSRF). */
import type { Problem } from "./problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const OWN_SITE = new Set(["same-origin", "none"]);

function isOwnOrigin(origin: string, request: Request, ownOrigin: string | undefined): boolean {
  if (ownOrigin !== undefined && origin === ownOrigin) return true;
  if (!URL.canParse(origin)) return false;
  // A proxy that ends TLS leaves the host as it was; the scheme it changes.
  return ownOrigin === undefined && new URL(origin).host === request.headers.get("host");
}

/**
 * Refuses a request that changes something and comes from a page of another site. Browsers say where a request comes from (`Sec-Fetch-Site`,
 * `Origin`) and no page can forge it; programs say nothing and carry no cookies of a victim. Together with cookies that are `SameSite` this is what
 * OWASP recommends where no form is sent without script.
 *
 * @param ownOrigin scheme and host under which people reach this server; undefined: the Host header counts
 */
export function refuseForeignOrigin(request: Request, ownOrigin: string | undefined): Problem | undefined {
  if (SAFE.has(request.method)) return undefined;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const ownSite = site === null || OWN_SITE.has(site);
  if (ownSite && (origin === null || isOwnOrigin(origin, request, ownOrigin))) return undefined;
  return {
    code: "cross-origin",
    status: 403,
    detail: `This was sent by a page of ${origin && origin !== "null" ? origin : "another site"}.`,
    cure: "Do it on the pages of this server. If this is its page, CONCORD_ORIGIN has to name the address in the browser.",
  };
}
