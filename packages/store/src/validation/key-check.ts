import { quoted } from "./cell-check.ts";
import { columnOf, type DataTable } from "./data-table.ts";
import type { FindingList } from "./finding.ts";

type Tables = ReadonlyMap<string, DataTable>;

/** Refuses rows whose key another row of the table already has: primary keys, unique keys, unique columns. */
export function checkKeys(table: DataTable, findings: FindingList): void {
  const { path, schema } = table.resource;
  const unique = schema.fields.filter((field) => field.constraints?.unique).map((field) => [field.name]);
  for (const key of [schema.primaryKey ?? [], ...(schema.uniqueKeys ?? []), ...unique]) {
    if (key.length === 0) continue;
    const positions = key.map((name) => columnOf(table, name));
    const seen = new Map<string, number>();
    for (const { line, cells } of table.rows) {
      const value = positions.map((index) => cells[index]).join("\u001F");
      const first = seen.get(value);
      if (first === undefined) seen.set(value, line);
      else
        findings.add({
          file: path,
          line,
          column: key.join(", "),
          code: "duplicate",
          detail: `the row has the same ${key.join(", ")} as line ${first}`,
          cure: "Keep one of the two.",
        });
    }
  }
}

/** Refuses cells that name something no table holds: an unknown state, theme, instrument, actor, source label. */
export function checkReferences(table: DataTable, tables: Tables, findings: FindingList): void {
  const { path, schema } = table.resource;
  const report = (line: number, column: string, value: string, target: string) =>
    findings.add({
      file: path,
      line,
      column,
      code: "unknown-reference",
      detail: `${quoted(value)} is not held in ${tables.get(target)?.resource.path ?? target}`,
      cure: "Correct the spelling, or add what it names there first.",
    });
  for (const { fields: column, reference, exceptions = {} } of schema.foreignKeys ?? []) {
    const known = keysOf(tables, reference);
    for (const value of Object.keys(exceptions)) known?.add(value);
    const index = columnOf(table, column);
    if (!known) continue;
    for (const { line, cells } of table.rows) {
      const value = cells[index] ?? "";
      if (value !== "" && !known.has(value)) report(line, column, value, reference.resource);
    }
  }
  for (const field of schema.fields) {
    const index = columnOf(table, field.name);
    if (field.itemReference) {
      const { resource } = field.itemReference;
      const known = keysOf(tables, field.itemReference);
      if (!known) continue;
      for (const { line, cells } of table.rows)
        for (const item of (cells[index] ?? "").split(field.delimiter ?? ","))
          if (item !== "" && !known.has(item)) report(line, field.name, item, resource);
    }
    if (field.sourceLabel) {
      const { resource } = field.sourceLabel;
      const known = keysOf(tables, field.sourceLabel);
      if (!known) continue;
      const prefixes = [...known].filter((label) => label.endsWith("*")).map((label) => label.slice(0, -1));
      for (const { line, cells } of table.rows) {
        const label = (cells[index] ?? "").split(" ")[0] ?? "";
        if (label !== "" && !known.has(label) && !prefixes.some((prefix) => label.startsWith(prefix)))
          report(line, field.name, label, resource);
      }
    }
  }
}

/** Values of the column referred to; undefined when its file could not be read, which is a finding of its own. */
function keysOf(tables: Tables, reference: { resource: string; fields: string }): Set<string> | undefined {
  const target = tables.get(reference.resource);
  if (!target) return undefined;
  const index = columnOf(target, reference.fields);
  return new Set(target.rows.map(({ cells }) => cells[index] ?? ""));
}
