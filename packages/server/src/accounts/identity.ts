/** On whose behalf a request comes, read anew from the database each time: what was taken from a person is gone at once. */
import { ANONYMOUS, type Principal, SYSTEM } from "@concord/core/access";
import { type LiveSession, type Store, selectLiveSession } from "@concord/store";
import type { Identify } from "../api/private-side.ts";
import { type CookieNames, sessionToken } from "./cookies.ts";

/** A principal who came with a session. */
interface SignedIn extends Principal {
  session: string;
}

/** The session with which somebody came; undefined for programs and whoever isn't signed in. */
export function sessionOf(principal: Principal): string | undefined {
  return "session" in principal && typeof principal.session === "string" ? principal.session : undefined;
}

/** As whom a session acts. Whoever belongs to no actor (any more) is an observer for nobody: their own account is all they reach. */
export function principalOfSession({ session, account, acting }: LiveSession): SignedIn {
  return { account, actor: acting?.actor ?? null, role: acting?.role ?? "observer", session };
}

/** Makes the function that identifies. */
export function createIdentify(
  store: Pick<Store, "read">,
  names: CookieNames,
  secrets: readonly string[],
  now: () => Date,
): Identify {
  return async (request) => {
    const token = sessionToken(request, names, secrets);
    if (!token) return ANONYMOUS;
    const live = await store.read((tx) => selectLiveSession(tx, token, now()), SYSTEM);
    return live ? principalOfSession(live) : ANONYMOUS;
  };
}
