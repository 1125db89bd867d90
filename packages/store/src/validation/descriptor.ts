import { z } from "zod";

/**
 * The descriptor `datapackage.json`: a Frictionless Data Package (version 2) with a few properties of our own, each
 * described here. Every table must be typed, sourced and licensed.
 */
const fieldReference = z.strictObject({ resource: z.string(), fields: z.string() });

const field = z.strictObject({
  name: z.string().min(1),
  type: z.enum(["string", "integer", "number", "boolean", "date", "list"]),
  description: z.string().min(1),
  trueValues: z.array(z.string()).optional(),
  falseValues: z.array(z.string()).optional(),
  delimiter: z.string().length(1).optional(),
  itemType: z.literal("string").optional(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      pattern: z.string().refine(isPattern, "is no regular expression").optional(),
      enum: z.array(z.string()).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
    })
    .optional(),
  /** Ours: the cell says where the row comes from, so a row without it does not load. */
  provenance: z.literal(true).optional(),
  /** Ours: the text is a day of the calendar, or its month or year alone. */
  calendar: z.literal("partial-date").optional(),
  /** Ours: each item of the list must be a key of that table. */
  itemReference: fieldReference.optional(),
  /** Ours: each item of the list must be one of these. */
  itemEnum: z.array(z.string()).optional(),
  /** Ours: the first word of the cell must be a label of that table; a label ending in `*` stands for all that begin so. */
  sourceLabel: fieldReference.optional(),
});

const source = z.strictObject({ title: z.string().min(1), path: z.string().optional() });
const licence = z.strictObject({
  name: z.string().optional(),
  title: z.string().min(1),
  path: z.string().min(1),
});

const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  type: z.literal("table"),
  path: z.string().regex(/^(?!.*\.\.)[\w./-]+\.csv(\.gz)?$/),
  title: z.string().min(1),
  description: z.string().min(1),
  format: z.literal("csv"),
  mediatype: z.literal("text/csv"),
  encoding: z.literal("utf-8"),
  compression: z.literal("gz").optional(),
  bytes: z.number().int().min(0),
  hash: z.string(),
  sources: z.array(source).min(1),
  licenses: z.array(licence).min(1),
  schema: z.strictObject({
    fields: z.array(field).min(1),
    missingValues: z.tuple([z.literal("")]),
    primaryKey: z.array(z.string()).min(1).optional(),
    uniqueKeys: z.array(z.array(z.string()).min(1)).optional(),
    foreignKeys: z
      .array(
        z.strictObject({
          fields: z.string(),
          reference: fieldReference,
          /** Ours: values that are no key of that table and stand nevertheless, each with the reason. */
          exceptions: z.record(z.string(), z.string().min(1)).optional(),
        }),
      )
      .optional(),
  }),
});

const descriptor = z.strictObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  /** Ours: the day on which the data were collected; nothing in them may be later. */
  collectedOn: z.iso.date(),
  keywords: z.array(z.string()),
  licenses: z.array(licence).min(1),
  resources: z.array(resource).min(1),
});

export type Descriptor = z.infer<typeof descriptor>;
export type Resource = z.infer<typeof resource>;
export type Field = z.infer<typeof field>;

/**
 * Reads the text of `datapackage.json`.
 * @returns the descriptor, or what is wrong with it as one sentence without a full stop
 */
export function parseDescriptor(text: string): { descriptor: Descriptor } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not valid JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = descriptor.safeParse(json);
  if (parsed.success) return namesThatMeet(parsed.data);
  const issue = parsed.error.issues[0];
  return { problem: `at ${issue?.path.join(".") || "its root"}: ${issue?.message ?? "unknown fault"}` };
}

/** Keys and references must name tables and columns that exist. */
function namesThatMeet(found: Descriptor): { descriptor: Descriptor } | { problem: string } {
  const columns = new Map(
    found.resources.map((one) => [one.name, new Set(one.schema.fields.map((column) => column.name))]),
  );
  if (columns.size < found.resources.length) return { problem: "two resources have the same name" };
  for (const { name, schema } of found.resources) {
    const own = (column: string) => ({ resource: name, fields: column });
    const named = [
      ...(schema.primaryKey ?? []).map(own),
      ...(schema.uniqueKeys ?? []).flat().map(own),
      ...(schema.foreignKeys ?? []).flatMap((key) => [own(key.fields), key.reference]),
      ...schema.fields.flatMap((column) => [column.itemReference, column.sourceLabel]),
    ];
    const astray = named.find((one) => one && !columns.get(one.resource)?.has(one.fields));
    if (astray)
      return {
        problem: `${name} names the column ${astray.resource}.${astray.fields}, which does not exist`,
      };
  }
  return { descriptor: found };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
