/** The table of access as people read it: every address and every deed, by role, made from the rules that decide. */
import { DEED_NAMES, type Deed, ROLES, type Role, ruleOf } from "@concord/core/access";
import type { Action } from "./action.ts";
import { API_ROOT } from "./document.ts";
import type { Question } from "./question.ts";

/** The deed of every public address. */
export const PUBLIC_DEED: Deed = "knowledge.see";

/** What a role may do: `yes`, `no`, or the conditions that must hold. */
export function accessCell(deed: Deed, role: Role): string {
  const conditions = ruleOf(deed).may[role];
  if (!conditions) return "no";
  return conditions.length === 0 ? "yes" : conditions.join(" + ");
}

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
const cellsOf = (deed: Deed) => ROLES.map((role) => accessCell(deed, role));

/** One line for each address, as the tests find it again. */
export function accessRows(
  questions: readonly Question[],
  actions: readonly Action[],
): { method: string; path: string; deed: Deed; cells: string[] }[] {
  const asked = questions.map(({ path }) => ({ method: "GET", path, deed: PUBLIC_DEED }));
  const done = actions.map(({ method, path, deed }) => ({ method, path, deed }));
  return [...asked, ...done].map((one) => ({ ...one, cells: cellsOf(one.deed) }));
}

/** Writes `docs/access.md`. */
export function writeAccessTable(questions: readonly Question[], actions: readonly Action[]): string {
  const addresses = accessRows(questions, actions).map(({ method, path, deed, cells }) => [
    `\`${method} ${API_ROOT}${path}\``,
    `\`${deed}\``,
    ...cells,
  ]);
  const deeds = DEED_NAMES.map((deed) => [`\`${deed}\``, ruleOf(deed).does, ...cellsOf(deed)]);
  return `# Who may do what

Made from the rules by \`node packages/server/src/write-access.ts\`; a test compares every line with what the server answers to each role, and
another the row policies of the database with the same rules. Change the rules in \`packages/core/src/access/deeds\`, then write this page anew.

*yes*: always. *no*: never, and the answer says who may. Otherwise the conditions that must all hold:

- **own-account**: it is the person's own.
- **other-account**: it is another person's: two persons are needed.
- **own-actor**: it belongs to the actor for which the person acts.
- **lesser-role**: the role that is given or taken stands below the person's own
  (observer, then member and facilitator, focal point, secretariat, administrator).
- **facilitates**: the person facilitates the consultation it belongs to.

*anonymous* is whoever isn't signed in; *system* is the program itself, which no session can be.
\`GET /api/v1/may?deed=…\` says the same for the person who asks, with reasons.

## Addresses

${tableOf(["address", "deed", ...ROLES], addresses)}

## Deeds

${tableOf(["deed", "what it is", ...ROLES], deeds)}
`;
}
