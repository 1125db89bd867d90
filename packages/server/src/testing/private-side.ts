/** A private side for tests that need no database: who asks is told by a header, and the store counts what would be committed. */
import { ANONYMOUS, type AuditEvent, type Principal, ROLES } from "@concord/core/access";
import type { ReadTx, Store, WriteTx } from "@concord/store";
import type { PrivateSide } from "../api/private-side.ts";

/** Header in which a test says as whom it asks, as JSON. */
export const ASKS_AS = "x-test-principal";

/** As whom a request of a test is made. */
export function principalOf(request: Request): Principal {
  const text = request.headers.get(ASKS_AS);
  return text ? JSON.parse(text) : ANONYMOUS;
}

/** A store without tables, and what became of its transactions. */
export function countingStore() {
  const seen = { reads: 0, committed: 0, undone: 0, recorded: [] as AuditEvent[] };
  const tx = (principal: Principal, record: WriteTx["record"] = () => undefined) =>
    ({ ...principal, record }) as WriteTx;
  const store: Pick<Store, "read" | "write"> = {
    read: async <T>(work: (one: ReadTx) => Promise<T>, principal: Principal = ANONYMOUS) => {
      seen.reads += 1;
      return work(tx(principal));
    },
    write: async (work, principal) => {
      try {
        const events: AuditEvent[] = [];
        const result = await work(tx(principal, (event) => void events.push(event)));
        seen.committed += 1;
        seen.recorded.push(...events);
        return result;
      } catch (error) {
        seen.undone += 1;
        throw error;
      }
    },
  };
  return { store, seen };
}

/** Every role, signed in as somebody where the role is a person's. */
export function everyPrincipal(account: string, actor: string): Principal[] {
  return ROLES.map((role) =>
    role === "anonymous" || role === "system"
      ? { account: null, actor: null, role }
      : { account, actor, role },
  );
}

/** The private side over such a store. */
export function testSide(store: PrivateSide["store"]): PrivateSide {
  return {
    store,
    identify: async (request) => principalOf(request),
    now: () => new Date("2026-11-24T12:00:00Z"),
    origin: "https://concord.example",
  };
}
