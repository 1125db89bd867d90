/** Writes `docs/access.md` anew after a rule of access or an address has changed: `node packages/server/src/write-access.ts`. */
import { writeFileSync } from "node:fs";
import { writeAccessTable } from "./api/access-table.ts";
import { ACTIONS } from "./api/actions.ts";
import { QUESTIONS } from "./api/questions.ts";

writeFileSync(new URL("../../../docs/access.md", import.meta.url), writeAccessTable(QUESTIONS, ACTIONS));
