/** Who is signed in, and for whom they act. */
import type { Role } from "@concord/core/access";
import { type QueryKey, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { noteSignedIn } from "../../shell/signed-in.ts";
import { tell } from "./people-api.ts";

export interface Me {
  account: string | null;
  actor: string | null;
  role: Role;
  may: string[];
}

export interface Membership {
  account: string;
  actor: string;
  actorName: string;
  role: Role;
  since: string;
  suspendedAt: string | null;
  live: boolean;
}

export interface OwnAccount {
  id: string;
  name: string;
  email: string;
  language: string;
  digest: string;
  secondFactor: boolean;
  memberships: Membership[];
}

const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async () => {
    const me = await tell<Me>("GET", "/me");
    noteSignedIn(me.account !== null);
    return me;
  },
  staleTime: 10_000,
  retry: false,
});
/** Kept under the account's id: whoever signs in next never sees what the one before left. */
const accountQuery = (account: string | null) =>
  queryOptions({
    queryKey: ["me", "account", account],
    queryFn: () => tell<OwnAccount>("GET", "/me/account"),
    enabled: account !== null,
    retry: false,
  });

/** As whom the person acts; undefined while it isn't known. */
export const useMe = () => useQuery(meQuery).data;

/** The person's own account; asked only when somebody is signed in. */
export function useOwnAccount() {
  const me = useMe();
  return useQuery(accountQuery(me?.account ?? null)).data;
}

/** Forgets what was known of the person: after signing in or out, and after a change. What is on screen is asked anew. */
export function useForget() {
  const client = useQueryClient();
  const rest = {
    predicate: ({ queryKey: [first, second] }: { queryKey: QueryKey }) =>
      first === "people" || (first === "me" && second !== undefined),
  };
  return async () => {
    // First who it is: for whoever has signed out, nothing of the rest may be asked any more.
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    client.removeQueries({ ...rest, type: me.account === null ? "all" : "inactive" });
    await client.invalidateQueries(rest);
  };
}
