/** Bodies and procedures that watch over instruments, as the API shows them. */
import type { z } from "@hono/zod-openapi";
import type { Records } from "../holdings.ts";
import type { mechanism } from "./schema/instrument.ts";

type MechanismRow = Awaited<ReturnType<Records["mechanisms"]>>[number];

/** Writes a row of the store in the words of the API. */
export function publicMechanism(row: MechanismRow): z.output<typeof mechanism> {
  const { id, name, kind, body, bodyName, periodicityYears, instruments, asks, source } = row;
  return {
    id,
    name,
    kind,
    body,
    body_name: bodyName,
    periodicity_years: periodicityYears,
    instruments,
    asks,
    source,
  };
}
