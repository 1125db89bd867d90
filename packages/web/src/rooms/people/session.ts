/** Who is signed in, and for whom they act. */
import type { Role } from "@concord/core/access";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
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
const accountQuery = queryOptions({
  queryKey: ["me", "account"],
  queryFn: () => tell<OwnAccount>("GET", "/me/account"),
  retry: false,
});

/** As whom the person acts; undefined while it isn't known. */
export const useMe = () => useQuery(meQuery).data;

/** The person's own account; asked only when somebody is signed in. */
export function useOwnAccount() {
  const me = useMe();
  return useQuery({ ...accountQuery, enabled: Boolean(me?.account) }).data;
}

/** Forgets what was known of the person: after signing in or out, and after a change. */
export function useForget() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === "me" || queryKey[0] === "people",
    });
}
