/** `concord admin audit …`: the audit log for whoever runs the server. */
import { AUDIT_OUTCOMES, AUDIT_PARTS, type AuditOutcome, type AuditRow, SYSTEM } from "@concord/core/access";
import { writeCsvRow } from "@concord/exchange";
import type { AuditFilter, Store } from "@concord/store";
import { BadInput, type Command, type CommandArguments, type CommandIo } from "../command.ts";
import { databasePlace, PLACE_OPTIONS } from "../database-place.ts";
import { textOption } from "../parse.ts";
import { layOutTable } from "../table.ts";

/** 0 all is well, 1 something was found. */
const FOUND = 1;
const SHOWN = 50;
const PIECE = 5_000;
const EXPORTED = [...AUDIT_PARTS, "hash"] as const;

const filterOption = (placeholder: string, summary: string) =>
  ({ type: "string", placeholder, summary }) as const;
const FILTERS = {
  from: filterOption("MOMENT", "from this day or moment on, ISO 8601"),
  to: filterOption("MOMENT", "before this day or moment"),
  account: filterOption("ID", "done by this account"),
  actor: filterOption("ID", "done for this actor, e.g. BGD"),
  deed: filterOption("DEED", "this deed, e.g. invitation.create"),
  outcome: filterOption("WORD", `${AUDIT_OUTCOMES.join(", ")}`),
  subject: filterOption("KIND[:ID]", "done to this kind of thing, or to one of it"),
} as const;

function momentOption(args: CommandArguments, name: string): string | undefined {
  const text = textOption(args, name);
  if (text === undefined) return undefined;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw new BadInput(`--${name}: "${text}" is no moment: give 2026-11-24 or 2026-11-24T12:00:00Z`);
  return moment.toISOString();
}

function filterOf(args: CommandArguments): AuditFilter {
  const outcome = textOption(args, "outcome");
  if (outcome !== undefined && !AUDIT_OUTCOMES.some((one) => one === outcome))
    throw new BadInput(`--outcome: "${outcome}" is none: there are ${AUDIT_OUTCOMES.join(", ")}`);
  const [subjectKind, subjectId] = textOption(args, "subject")?.split(":") ?? [];
  return {
    from: momentOption(args, "from"),
    to: momentOption(args, "to"),
    account: textOption(args, "account"),
    actor: textOption(args, "actor"),
    deed: textOption(args, "deed"),
    outcome: outcome as AuditOutcome | undefined,
    subjectKind,
    subjectId,
  };
}

/** Opens the database, works, and closes it whatever happens. */
async function withStore<T>(
  args: CommandArguments,
  io: CommandIo,
  work: (store: Store, kit: typeof import("@concord/store")) => Promise<T>,
): Promise<T> {
  const kit = await import("@concord/store");
  const store = await kit.openStore(databasePlace(args, io));
  try {
    return await work(store, kit);
  } finally {
    await store.close();
  }
}

function keptHead(args: CommandArguments): { seq: number; hash: string } | undefined {
  const text = textOption(args, "head");
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new BadInput("--head: give NUMBER:HASH, as an earlier verification printed it");
  return { seq: Number(seq), hash };
}

const verifyCommand: Command = {
  name: "admin audit verify",
  summary: "whether the audit log is what was written: names every row changed, removed, inserted or moved",
  usage: "",
  description:
    "Prints the end of the chain as NUMBER:HASH. Keep it somewhere else, and give it with --head the next time: only so is it found that the end was cut off or the whole log written anew. Exit code 0: all is well; 1: there are findings.",
  positionals: { min: 0, max: 0 },
  options: {
    ...PLACE_OPTIONS,
    head: {
      type: "string",
      placeholder: "NUMBER:HASH",
      summary: "an end of the chain that was kept elsewhere",
    },
    json: { type: "boolean", summary: "the findings as JSON" },
  },
  examples: [
    {
      line: "concord admin audit verify",
      answers: "whether every row is as it was written, and the end to keep",
    },
  ],
  run: (args, io) =>
    withStore(args, io, async (store, { verifyAudit }) => {
      const { rows, last, findings } = await verifyAudit(
        (work) => store.read(work, SYSTEM),
        keptHead(args),
        (done) => {
          if (io.errTerminal) io.err(`\r${done.toLocaleString("en")} rows …`);
        },
      );
      if (io.errTerminal) io.err("\r");
      if (args.options.json === true)
        await io.out(`${JSON.stringify({ rows, head: last, findings }, null, 2)}\n`);
      else {
        for (const { text } of findings) await io.out(`${text}\n`);
        if (findings.length === 0)
          await io.out(`${rows} rows: nothing was changed, removed, inserted or moved.\n`);
        await io.out(`The end of the chain, to be kept elsewhere: ${last.seq}:${last.hash}\n`);
      }
      return findings.length === 0 ? 0 : FOUND;
    }),
};

const listCommand: Command = {
  name: "admin audit list",
  summary: "the newest rows of the audit log",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: { ...PLACE_OPTIONS, ...FILTERS },
  examples: [
    { line: "concord admin audit list --outcome refused", answers: "who tried what and may not" },
    {
      line: "concord admin audit list --subject invitation --from 2026-11-01",
      answers: "what became of invitations",
    },
  ],
  run: (args, io) =>
    withStore(args, io, async (store, { selectAudit }) => {
      const rows = await store.read((tx) => selectAudit(tx, filterOf(args), SHOWN), SYSTEM);
      const shown = rows.map((row) => [
        row.seq,
        row.at,
        row.account,
        row.actor,
        row.role,
        row.outcome,
        row.deed,
        [row.subjectKind, row.subjectId, row.reason].filter(Boolean).join(" "),
      ]);
      const columns = ["row", "at", "account", "actor", "role", "outcome", "deed", "what"];
      await io.out(
        layOutTable({ columns, rows: shown }, io.terminal ? io.columns : Number.POSITIVE_INFINITY),
      );
      return 0;
    }),
};

const jsonLine = (row: AuditRow) => `${JSON.stringify(row)}\n`;
const csvLine = (row: AuditRow) => writeCsvRow(EXPORTED.map((part) => row[part]));

const exportCommand: Command = {
  name: "admin audit export",
  summary: "the whole audit log, or a part of it, as CSV or as a line of JSON for each row",
  usage: "",
  description:
    "Newest first. Text that a spreadsheet would run as a formula is defused in CSV; a script that verifies hashes reads the JSON.",
  positionals: { min: 0, max: 0 },
  options: {
    ...PLACE_OPTIONS,
    ...FILTERS,
    json: { type: "boolean", summary: "a line of JSON for each row" },
  },
  examples: [{ line: "concord admin audit export --json", answers: "every row with its hash" }],
  run: (args, io) =>
    withStore(args, io, async (store, { selectAudit }) => {
      const json = args.options.json === true;
      const filter = filterOf(args);
      if (!json) await io.out(writeCsvRow(EXPORTED));
      for (let before: number | undefined; ; ) {
        const rows = await store.read((tx) => selectAudit(tx, { ...filter, before }, PIECE), SYSTEM);
        await io.out(rows.map(json ? jsonLine : csvLine).join(""));
        before = rows.at(-1)?.seq;
        if (rows.length < PIECE) return 0;
      }
    }),
};

export const AUDIT_COMMANDS: readonly Command[] = [verifyCommand, listCommand, exportCommand];
