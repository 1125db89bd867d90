import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as actors from "../schema/actors.ts";
import * as evidence from "../schema/evidence.ts";
import * as instruments from "../schema/instruments.ts";
import { goalLinks, groupMembers, nonPaperPoints, planPoints } from "../schema/plan.ts";
import * as vocabulary from "../schema/vocabulary.ts";

/** Tables that the data package fills: what they hold is in its files as well. */
export const KNOWLEDGE_TABLES: ReadonlySet<string> = new Set(
  [
    actors,
    evidence,
    instruments,
    { goalLinks, groupMembers, nonPaperPoints, planPoints },
    vocabulary,
  ].flatMap((tables) =>
    Object.values(tables).flatMap((table) => (is(table, PgTable) ? [getTableName(table)] : [])),
  ),
);
