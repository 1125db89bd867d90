/** Every answer of the instruments room as a table: what the API gives as CSV, and the command line with `--csv`. */
export * from "./corridor-table.ts";
export * from "./instrument-tables.ts";
export * from "./state-tables.ts";
export * from "./table.ts";
export * from "./world-tables.ts";
