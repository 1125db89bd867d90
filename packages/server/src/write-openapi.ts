/** Writes `openapi.json` anew after a question has changed: `node packages/server/src/write-openapi.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { ACTIONS } from "./api/actions.ts";
import { writeOpenApi } from "./api/document.ts";
import { QUESTIONS } from "./api/questions.ts";

const packageFile = new URL("../package.json", import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, "utf8"));
const target = new URL("../openapi.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(writeOpenApi(QUESTIONS, ACTIONS, version), null, 2)}\n`);
