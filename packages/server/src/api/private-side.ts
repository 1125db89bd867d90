/** What the private addresses stand on: given by whoever starts the server, and by the tests. */
import type { Principal } from "@concord/core/access";
import type { Store } from "@concord/store";

/** Tells on whose behalf a request comes, by its session; `anonymous` when there is none, or none that still counts. */
export type Identify = (request: Request) => Promise<Principal>;

/** A part of the server that answers a whole tree of addresses by itself, such as sign-in. */
export interface Mount {
  /** Path with which all its addresses begin: `/api/auth/`. */
  prefix: string;
  /** Answers every method; its headers are completed by the security headers and by `no-store` where it says nothing. */
  answer(request: Request): Promise<Response>;
}

export interface PrivateSide {
  store: Pick<Store, "read" | "write">;
  identify: Identify;
  /** The server's clock. */
  now(): Date;
  /**
   * Scheme and host under which people reach this server. Undefined: as the request says it, which suits a machine of one's own alone.
   */
  origin?: string | undefined;
  mounts?: readonly Mount[];
}
