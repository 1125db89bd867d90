/** Which database a command of the operator means: that of the server's own settings. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { StorePlace } from "@concord/store";
import type { CommandArguments, CommandIo } from "./command.ts";
import { textOption } from "./parse.ts";

const USUAL_FOLDER = fileURLToPath(new URL("../../../var", import.meta.url));

/** Options that name the database. */
export const PLACE_OPTIONS = {
  var: {
    type: "string",
    placeholder: "DIR",
    summary:
      "folder of the embedded database (default: CONCORD_VAR, else var; with DATABASE_URL set, that server)",
  },
} as const;

/** The place: `--var`, else DATABASE_URL, else CONCORD_VAR, else the folder of this checkout. */
export function databasePlace(args: CommandArguments, io: CommandIo): StorePlace {
  const typed = textOption(args, "var");
  if (typed === undefined && io.env.DATABASE_URL) return { databaseUrl: io.env.DATABASE_URL };
  return { folder: resolve(io.cwd, typed ?? io.env.CONCORD_VAR ?? USUAL_FOLDER) };
}
