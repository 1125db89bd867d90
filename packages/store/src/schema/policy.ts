import { type Condition, type Deed, ROLES, type Role, ruleOf, standsBelow } from "@concord/core/access";
import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, getTableConfig, type PgPolicy, type PgTable, pgPolicy } from "drizzle-orm/pg-core";

/** The database role under which every transaction of the application runs. It owns nothing and can't sign in. */
export const APP_ROLE = "concord_app";

/** Which columns of a row tell what the conditions of access ask about it. What isn't told counts as "no". */
export interface RowSubject {
  account?: AnyPgColumn | SQL;
  actor?: AnyPgColumn | SQL;
  role?: AnyPgColumn | SQL;
  /** Accounts of the facilitators, an array of text. */
  facilitators?: AnyPgColumn | SQL;
}

/** Which deeds let somebody see, add, change and remove the rows of a table: any one of each list. A list left out lets the program alone. */
export interface RowDeeds {
  see?: readonly Deed[];
  add?: readonly Deed[];
  change?: readonly Deed[];
  remove?: readonly Deed[];
}

const COMMANDS = { see: "select", add: "insert", change: "update", remove: "delete" } as const;
export type RowVerb = keyof typeof COMMANDS;

/** A policy with the rule that it repeats. */
export interface RowRule {
  verb: RowVerb;
  deeds: readonly Deed[];
  subject: RowSubject;
}

const RULES = new WeakMap<PgPolicy, RowRule>();

// A sub-select is answered once for a query, not once for a row.
const myRole = sql.raw("(SELECT current_setting('concord.role', true))");
const myAccount = sql.raw("(SELECT nullif(current_setting('concord.account', true), ''))");
const myActor = sql.raw("(SELECT nullif(current_setting('concord.actor', true), ''))");

const quoted = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(", "));

/** A condition as SQL for one role; undefined where the row doesn't tell what it asks. */
function conditionSql(condition: Condition, role: Role, subject: RowSubject): SQL | undefined {
  const { account, actor, facilitators } = subject;
  switch (condition) {
    case "own-account":
      return account && sql`${account} = ${myAccount}`;
    case "other-account":
      return account && sql`(${account} IS DISTINCT FROM ${myAccount} AND ${myAccount} IS NOT NULL)`;
    case "own-actor":
      return actor && sql`${actor} = ${myActor}`;
    case "lesser-role": {
      const below = ROLES.filter((other) => standsBelow(other, role));
      return subject.role && sql`${subject.role} IN (${quoted(below)})`;
    }
    case "facilitates":
      return facilitators && sql`${myAccount} = ANY (${facilitators})`;
  }
}

const allOf = (parts: readonly SQL[]) => sql`(${sql.join([...parts], sql.raw(" AND "))})`;
const anyOf = (parts: readonly SQL[]) => sql.join([...parts], sql.raw(" OR "));

/** When one of the deeds is allowed, as SQL over the columns of a row and the settings of the transaction. */
function deedsSql(deeds: readonly Deed[], subject: RowSubject): SQL {
  const always = new Set<Role>(["system"]);
  const sometimes = new Map<string, { roles: Set<Role>; parts: SQL[] }>();
  for (const deed of deeds)
    for (const role of ROLES) {
      const conditions = ruleOf(deed).may[role];
      if (!conditions) continue;
      const parts = conditions.flatMap((condition) => conditionSql(condition, role, subject) ?? []);
      // What a row doesn't tell counts as "no".
      if (parts.length < conditions.length) continue;
      if (parts.length === 0) always.add(role);
      const alike = `${conditions} ${conditions.includes("lesser-role") ? role : ""}`;
      const group = sometimes.get(alike) ?? { roles: new Set(), parts };
      sometimes.set(alike, { ...group, roles: group.roles.add(role) });
    }
  if (ROLES.every((role) => always.has(role))) return sql.raw("true");
  const listed = (roles: ReadonlySet<Role>) =>
    sql`${myRole} IN (${quoted(ROLES.filter((role) => roles.has(role)))})`;
  const groups = [...sometimes.values()].filter(({ parts }) => parts.length > 0);
  return anyOf([listed(always), ...groups.map(({ roles, parts }) => allOf([listed(roles), ...parts]))]);
}

/**
 * The row policies of a table, made from the rules of the deeds: the database repeats what `decide` says. Beside them the program itself
 * sees, adds, changes and removes every row: sign-in, jobs and the command line act as `system`, which no session can be.
 *
 * @param subject which columns tell whose a row is
 */
export function rowPolicies(deeds: RowDeeds, subject: RowSubject = {}): PgPolicy[] {
  return (Object.keys(COMMANDS) as RowVerb[]).map((verb) => {
    const listed = deeds[verb] ?? [];
    const rule = deedsSql(listed, subject);
    const policy = pgPolicy(verb, {
      for: COMMANDS[verb],
      to: APP_ROLE,
      ...(verb === "add" ? {} : { using: rule }),
      ...(verb === "add" || verb === "change" ? { withCheck: rule } : {}),
    });
    RULES.set(policy, { verb, deeds: listed, subject });
    return policy;
  });
}

/** The policies of a table of public knowledge: read by everybody, written by the program when it loads the data package. */
export const knowledgePolicies = () =>
  rowPolicies({
    see: ["knowledge.see"],
    add: ["knowledge.load"],
    change: ["knowledge.load"],
    remove: ["knowledge.load"],
  });

/** The rules that a table's policies repeat; a policy written by hand has none. */
export function rowRulesOf(table: PgTable): (RowRule | undefined)[] {
  return getTableConfig(table).policies.map((policy) => RULES.get(policy));
}
