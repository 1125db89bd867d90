/** The sign-in library over the store: each of its operations is one transaction of the program itself. */
import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { type Deed, SYSTEM } from "@concord/core/access";
import {
  countSignInRows,
  deleteSignInRows,
  incrementSignInRow,
  insertSignInRow,
  isSignInTable,
  type RowCondition,
  type SignInRow,
  type SignInTable,
  type Store,
  selectSignInRows,
  updateSignInRows,
  useCode,
  type WriteTx,
} from "@concord/store";
import { createAdapterFactory } from "better-auth/adapters";
import { APIError } from "better-auth/api";

/** What is known of the request behind an operation. */
interface UnderWay {
  /** Path below /api/auth: `/sign-in/email`. */
  path: string;
  /** The time-based code that was typed, if any. */
  code?: string;
}

/** The request on whose behalf the library works. */
export const underWay = new AsyncLocalStorage<UnderWay>();

/** Changes to these tables are written into the audit log; reading and the steps between are not. */
const REMEMBERED: Readonly<
  Partial<Record<SignInTable, Partial<Record<"insert" | "update" | "delete", Deed>>>>
> = {
  sessions: { insert: "session.create", delete: "session.end" },
  credentials: { insert: "factor.change", update: "factor.change", delete: "factor.change" },
  passkeys: { insert: "factor.change", delete: "factor.change" },
  secondFactors: { delete: "factor.change" },
};

const SIGN_IN_TABLES: Readonly<Record<string, SignInTable>> = {
  user: "accounts",
  session: "sessions",
  account: "credentials",
  verification: "verifications",
  twoFactor: "secondFactors",
  passkey: "passkeys",
};

function tableOf(model: string): SignInTable {
  const table = SIGN_IN_TABLES[model] ?? model;
  if (!isSignInTable(table)) throw new Error(`there is no sign-in table for ${model}`);
  return table;
}

const accountOf = (table: SignInTable, row: SignInRow) =>
  String(table === "accounts" ? row.id : (row.account ?? ""));

function remember(
  tx: WriteTx,
  table: SignInTable,
  change: "insert" | "update" | "delete",
  rows: readonly SignInRow[],
): void {
  const deed = REMEMBERED[table]?.[change];
  if (!deed) return;
  for (const row of rows) {
    const account = accountOf(table, row);
    tx.record({
      deed,
      subject: { kind: "account", id: account },
      detail: { by: underWay.getStore()?.path ?? "", [table]: String(row.id) },
    });
  }
}

/** A suspended account gets no session, whichever way it signs in. */
async function refuseSuspended(tx: WriteTx, account: unknown): Promise<void> {
  const [found] = await selectSignInRows(tx, "accounts", [{ field: "id", value: account }]);
  if (!found || found.suspendedAt)
    throw new APIError("FORBIDDEN", { code: "ACCOUNT_SUSPENDED", message: "This account is suspended" });
}

/** A time-based code that was right is used up with its first use (RFC 6238, section 5.2). */
async function useUpCode(tx: WriteTx, rows: readonly SignInRow[]): Promise<void> {
  const { path, code } = underWay.getStore() ?? {};
  if (path !== "/two-factor/verify-totp" || code === undefined) return;
  for (const row of rows) {
    const account = String(row.account);
    const codeHash = createHash("sha256").update(`${account} ${code}`).digest("base64url");
    if (!(await useCode(tx, account, codeHash, new Date())))
      throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "Invalid code" });
  }
}

/** Makes the adapter over a store. */
export function createStoreAdapter(store: Store) {
  const write = <T>(work: (tx: WriteTx) => Promise<T>) => store.write(work, SYSTEM);
  const read = <T>(work: Parameters<typeof store.read<T>>[0]) => store.read(work, SYSTEM);
  const conditionsOf = (where: readonly RowCondition[] | undefined) => where ?? [];

  return createAdapterFactory({
    config: {
      adapterId: "concord-store",
      adapterName: "Concord store",
      supportsNumericIds: false,
      supportsDates: true,
      supportsBooleans: true,
      transaction: false,
    },
    adapter: () => ({
      create: async <T extends Record<string, unknown>>({ model, data }: { model: string; data: T }) => {
        const table = tableOf(model);
        return write(async (tx) => {
          if (table === "sessions") await refuseSuspended(tx, data.account);
          const row = await insertSignInRow(tx, table, data);
          remember(tx, table, "insert", [row]);
          return row as T;
        });
      },
      findOne: async <T>({ model, where }: { model: string; where: RowCondition[] }) => {
        const [row] = await read((tx) => selectSignInRows(tx, tableOf(model), where, { limit: 1 }));
        return (row ?? null) as T | null;
      },
      findMany: async <T>({
        model,
        where,
        limit,
        offset,
        sortBy,
      }: {
        model: string;
        where?: RowCondition[];
        limit: number;
        offset?: number;
        sortBy?: { field: string; direction: "asc" | "desc" };
      }) => {
        const order = { limit, ...(offset === undefined ? {} : { offset }), ...(sortBy ? { sortBy } : {}) };
        return (await read((tx) => selectSignInRows(tx, tableOf(model), conditionsOf(where), order))) as T[];
      },
      count: ({ model, where }) =>
        read((tx) => countSignInRows(tx, tableOf(model), conditionsOf(where as RowCondition[]))),
      update: async <T>({ model, where, update }: { model: string; where: RowCondition[]; update: T }) => {
        const table = tableOf(model);
        return write(async (tx) => {
          const rows = await updateSignInRows(tx, table, where, update as SignInRow);
          if (table === "secondFactors") await useUpCode(tx, rows);
          remember(tx, table, "update", rows);
          return (rows[0] ?? null) as T | null;
        });
      },
      updateMany: async ({ model, where, update }) => {
        const table = tableOf(model);
        return write(async (tx) => {
          const rows = await updateSignInRows(tx, table, where as RowCondition[], update);
          remember(tx, table, "update", rows);
          return rows.length;
        });
      },
      incrementOne: async <T>({
        model,
        where,
        increment,
        set,
      }: {
        model: string;
        where: RowCondition[];
        increment: Record<string, number>;
        set?: Record<string, unknown>;
      }) =>
        write(
          async (tx) =>
            ((await incrementSignInRow(tx, tableOf(model), where, increment, set ?? {})) ?? null) as T | null,
        ),
      consumeOne: async <T>({ model, where }: { model: string; where: RowCondition[] }) => {
        const table = tableOf(model);
        return write(async (tx) => {
          const rows = await deleteSignInRows(tx, table, where, true);
          remember(tx, table, "delete", rows);
          return (rows[0] ?? null) as T | null;
        });
      },
      delete: async ({ model, where }) => {
        const table = tableOf(model);
        await write(async (tx) => {
          const rows = await deleteSignInRows(tx, table, where as RowCondition[]);
          remember(tx, table, "delete", rows);
        });
      },
      deleteMany: async ({ model, where }) => {
        const table = tableOf(model);
        return write(async (tx) => {
          const rows = await deleteSignInRows(tx, table, where as RowCondition[]);
          remember(tx, table, "delete", rows);
          return rows.length;
        });
      },
    }),
  });
}
