import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where a running server can be asked about the folder it holds; undefined when none says so. */
export async function doorOf(folder: string): Promise<{ url: string; token: string } | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(join(folder, "operator.json"), "utf8"));
    if (typeof found !== "object" || found === null || !("url" in found) || !("token" in found))
      return undefined;
    return { url: String(found.url), token: String(found.token) };
  } catch {
    return undefined;
  }
}
