import { customType } from "drizzle-orm/pg-core";

/**
 * A period of whole days, as PostgreSQL writes it: `[2004-05-01,)` lasts, `[1973-01-01,2020-02-01)` excludes its end.
 * Periods of one key never overlap: the migrations give such tables a temporal primary key (`WITHOUT OVERLAPS`).
 */
export const daterange = customType<{ data: string }>({ dataType: () => "daterange" });
