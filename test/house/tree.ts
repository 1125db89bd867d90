import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Files of the project, as git sees them: tracked and new ones, without what is ignored. Paths from the root. */
export function projectFiles(pattern: RegExp): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"],
    {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    },
  );
  const deleted = new Set(
    execFileSync("git", ["ls-files", "--deleted"], { cwd: ROOT, encoding: "utf8" }).split("\n"),
  );
  return listed.split("\n").filter((path) => path !== "" && pattern.test(path) && !deleted.has(path));
}

export function readProjectFile(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** One import, re-export or dynamic import: what it asks for, on which line, and whether it vanishes with the types. */
export interface ImportedModule {
  specifier: string;
  line: number;
  typeOnly: boolean;
}

/** Every module that a source file asks for, type-only imports included. */
export function importsOf(path: string, source: string): ImportedModule[] {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`);
  const lineAt = (offset: number) => source.slice(0, offset).split("\n").length;
  const found: ImportedModule[] = [];
  for (const statement of module.staticImports) {
    found.push({
      specifier: statement.moduleRequest.value,
      line: lineAt(statement.start),
      typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    });
  }
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) {
      if (entry.moduleRequest) {
        found.push({
          specifier: entry.moduleRequest.value,
          line: lineAt(statement.start),
          typeOnly: entry.isType,
        });
      }
    }
  }
  for (const call of module.dynamicImports) {
    const text = source.slice(call.moduleRequest.start, call.moduleRequest.end);
    const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text);
    if (literal?.[1]) found.push({ specifier: literal[1], line: lineAt(call.start), typeOnly: false });
  }
  return found;
}
