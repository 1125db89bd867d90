/** Long lists in pieces: `limit` and `offset` in the address, `total` in the body, `Link` in the header (RFC 8288). */
import { z } from "@hono/zod-openapi";

/** Rows of a piece when nothing is asked: every list of states, instruments and themes fits. */
export const USUAL_LIMIT = 200;
export const LARGEST_LIMIT = 50_000;

/** The two parameters that every long list takes. */
export const pagingQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LARGEST_LIMIT)
    .optional()
    .openapi({
      description: `Rows wanted, 1 to ${LARGEST_LIMIT}. When not given: ${USUAL_LIMIT}, or the whole list as CSV.`,
      example: 100,
    }),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .default(0)
    .openapi({ description: "Rows to pass over.", example: 0 }),
};

/** The keys that every long list has beside its rows. */
export const pagingBody = {
  total: z.int().min(0).openapi({ description: "Rows in the whole list." }),
  limit: z.int().min(1),
  offset: z.int().min(0),
};

export interface Paging {
  limit?: number | undefined;
  offset: number;
}

/** Cuts a piece out of a whole list. */
export function cutPage<Row>(rows: readonly Row[], { limit = USUAL_LIMIT, offset }: Paging) {
  return { total: rows.length, limit, offset, rows: rows.slice(offset, offset + limit) };
}

/**
 * The `Link` header of a piece: first, previous, next and last, as far as they exist.
 * @param body the answer; one without `total`, `limit` and `offset` has no links
 */
export function pageLinks(body: unknown, request: Request): [string, string][] {
  if (typeof body !== "object" || body === null || !("total" in body && "limit" in body && "offset" in body))
    return [];
  const { total, limit, offset } = body as { total: number; limit: number; offset: number };
  const to = (relation: string, target: number) => {
    const url = new URL(request.url);
    url.searchParams.set("limit", String(limit));
    url.searchParams.set("offset", String(target));
    return `<${url.pathname}${url.search}>; rel="${relation}"`;
  };
  const last = Math.max(0, Math.floor((total - 1) / limit) * limit);
  const links = [to("first", 0), to("last", last)];
  if (offset > 0) links.push(to("prev", Math.max(0, offset - limit)));
  if (offset + limit < total) links.push(to("next", offset + limit));
  return [["link", links.join(", ")]];
}
