/** The audit log: reading it, taking it out, verifying it. */
import { AUDIT_OUTCOMES, AUDIT_PARTS, type AuditRow, ROLES } from "@concord/core/access";
import { writeCsv } from "@concord/exchange";
import { type AuditFilter, selectAudit, selectAuditHead, verifyAudit } from "@concord/store";
import { z } from "@hono/zod-openapi";
import { type Action, action, done } from "../action.ts";

const LARGEST_PIECE = 500;
const LARGEST_EXPORT = 50_000;

const moment = z.iso.datetime({ offset: true });
const text = z.string().min(1).max(200);
const number = z.coerce.number().int().min(1);

const filters = {
  from: moment.optional().openapi({ description: "From this moment on, ISO 8601." }),
  to: moment.optional().openapi({ description: "Before this moment, ISO 8601." }),
  account: text.optional().openapi({ description: "Done by this account." }),
  actor: text.optional().openapi({ description: "Done for this actor." }),
  role: z.enum(ROLES).optional().openapi({ description: "Done in this role." }),
  deed: text.optional().openapi({ description: "This deed.", example: "invitation.create" }),
  outcome: z.enum(AUDIT_OUTCOMES).optional().openapi({ description: "Done, refused, or failed." }),
  subject_kind: text
    .optional()
    .openapi({ description: "Done to this kind of thing.", example: "invitation" }),
  subject_id: text.optional().openapi({ description: "Done to the thing of this id." }),
  before: number
    .optional()
    .openapi({ description: "Rows with a smaller number: the next piece of the list." }),
};

const auditRow = z
  .object({
    seq: z.int().openapi({ description: "1, 2, 3 … without a gap." }),
    at: z.string(),
    account: z.string(),
    actor: z.string(),
    role: z.string(),
    deed: z.string(),
    subject_kind: z.string(),
    subject_id: z.string(),
    outcome: z.string(),
    reason: z.string(),
    detail: z.string().openapi({ description: "JSON text, byte for byte as it was written." }),
    previous: z.string().openapi({ description: "Hash of the row before." }),
    hash: z.string().openapi({ description: "SHA-256 of the row's canonical form." }),
  })
  .openapi("AuditRow", { description: "A row of the audit log; what isn't there is empty." });

const auditHead = z.object({ seq: z.int(), at: z.string(), hash: z.string() }).openapi("AuditHead", {
  description: "A row of the log that is to be kept elsewhere: number, time, hash.",
});

const publicRow = ({ subjectKind, subjectId, ...row }: AuditRow) => ({
  ...row,
  subject_kind: subjectKind,
  subject_id: subjectId,
});

const filterOf = ({
  subject_kind: subjectKind,
  subject_id: subjectId,
  ...rest
}: Omit<AuditFilter, "subjectKind" | "subjectId"> & {
  subject_kind?: string | undefined;
  subject_id?: string | undefined;
}): AuditFilter => ({ ...rest, subjectKind, subjectId });

const EXPORTED = [...AUDIT_PARTS, "hash" as const];
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function exportText(form: "csv" | "json", rows: readonly AuditRow[]): string {
  if (form === "json") return JSON.stringify({ rows: rows.map(publicRow) });
  return writeCsv(
    EXPORTED.map(snake),
    rows.map((row) => EXPORTED.map((part) => row[part])),
    { byteOrderMark: true },
  );
}

export const AUDIT_ACTIONS: readonly Action[] = [
  action({
    id: "auditLog",
    section: "platform",
    method: "GET",
    path: "/audit",
    deed: "audit.see",
    summary: "The audit log, newest first",
    description:
      "Each change, sign-in event and refused attempt. A focal point sees what was done for the own actor. `next`: the value of `before` for the next piece, null at the end.",
    params: z.object({}),
    query: z.object({
      ...filters,
      limit: number.max(LARGEST_PIECE).optional().openapi({ description: "Rows at most; 100 unless said." }),
    }),
    answer: z.object({ rows: z.array(auditRow), next: z.int().nullable() }).openapi("AuditPiece"),
    subject: ({ principal, query }) => ({ kind: "audit", actor: query.actor ?? principal.actor }),
    async handle({ tx, query: { limit = 100, ...asked } }) {
      const rows = await selectAudit(tx, filterOf(asked), limit);
      const next = rows.length === limit ? (rows.at(-1)?.seq ?? null) : null;
      return done({ rows: rows.map(publicRow), next });
    },
  }),
  action({
    id: "exportAuditLog",
    section: "platform",
    method: "GET",
    path: "/audit/export",
    deed: "audit.export",
    recorded: true,
    summary: "The audit log as a file",
    description: `CSV or JSON, newest first, at most ${LARGEST_EXPORT} rows; where there are more, a \`Link\` header gives the address of the next file. Text that a spreadsheet would run as a formula is defused. The export is itself recorded.`,
    params: z.object({}),
    query: z.object({
      ...filters,
      form: z.enum(["csv", "json"]).optional().openapi({ description: "CSV unless said." }),
    }),
    files: ["text/csv", "application/json"],
    async handle({ tx, query: { form = "csv", ...asked }, request, now }) {
      const rows = await selectAudit(tx, filterOf(asked), LARGEST_EXPORT);
      const next = new URL(request.url);
      next.searchParams.set("before", String(rows.at(-1)?.seq ?? 1));
      return {
        ok: true,
        file: {
          type:
            form === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8",
          name: `concord-audit-${now.toISOString().slice(0, 10)}.${form}`,
          content: exportText(form, rows),
        },
        ...(rows.length === LARGEST_EXPORT
          ? { headers: { link: `<${next.pathname}${next.search}>; rel="next"` } }
          : {}),
        recorded: { detail: { form, rows: rows.length } },
      };
    },
  }),
  action({
    id: "verifyAuditLog",
    section: "platform",
    method: "GET",
    path: "/audit/verify",
    deed: "audit.verify",
    summary: "Whether the audit log is what was written",
    description:
      "Follows the chain from the first row to the last and names every row that was changed, removed, inserted or moved. `seq` and `hash` of an end that was kept elsewhere also find a log that was cut off or written anew.",
    params: z.object({}),
    query: z.object({
      seq: number.optional().openapi({ description: "Number of a row that was kept elsewhere." }),
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional()
        .openapi({ description: "Its hash." }),
    }),
    answer: z
      .object({
        rows: z.int(),
        head: auditHead.nullable(),
        findings: z.array(
          z.object({
            kind: z.enum(["changed", "removed", "inserted", "reordered", "truncated", "rewritten"]),
            from: z.int(),
            to: z.int(),
            text: z.string(),
          }),
        ),
      })
      .openapi("AuditCheck"),
    async handle({ tx, query: { seq, hash } }) {
      const kept = seq !== undefined && hash !== undefined ? { seq, hash } : undefined;
      const { rows, findings } = await verifyAudit((work) => work(tx), kept);
      return done({ rows, head: (await selectAuditHead(tx)) ?? null, findings });
    },
  }),
];
