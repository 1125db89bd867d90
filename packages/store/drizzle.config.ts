import { defineConfig } from "drizzle-kit";

/** For `npx drizzle-kit generate` in this folder: writes the SQL that brings the last migration up to src/schema. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/schema/index.ts",
  out: "./migrations",
  casing: "snake_case",
});
