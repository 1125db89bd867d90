/** Shapes of what is observed between two states: three measures with their caveats, never added together. */
import { z } from "@hono/zod-openapi";
import { count } from "./parts.ts";

const note = {
  source: z.string(),
  licence: z.string(),
  caveat_code: z.enum(["stock-not-flow", "detection-not-prevalence", "assisted-not-sampled"]),
  caveat: z.string().openapi({ description: "What must stand beside the figure." }),
};

export const flows = z
  .object({
    migrant_stock: z.object({ ...note, rows: z.array(z.object({ year: z.int(), stock: count })) }),
    detections: z.object({
      ...note,
      rows: z.array(
        z
          .object({
            measure: z.string(),
            year: z.int(),
            sex: z.string(),
            age: z.string(),
            category: z.string(),
            value: count.nullable().openapi({ description: "Null for <5: between `low` and `high`." }),
            low: count,
            high: count,
            flag: z.string(),
          })
          .openapi("Detection"),
      ),
    }),
    pooled_cases: z.object({
      ...note,
      rows: z.array(
        z
          .object({
            year: z.int(),
            cases: count,
            forced_labour: count,
            sexual_exploitation: count,
          })
          .openapi("PooledCases"),
      ),
    }),
  })
  .openapi("Flows", {
    description:
      "Observed from origin to destination: people living abroad, victims detected, cases assisted. Different things, never to be added.",
  });
