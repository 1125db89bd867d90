/** Accounts, invitations, memberships, admitted actors. */
import type { Action } from "../../action.ts";
import { ACCEPTANCE_ACTIONS } from "./acceptance.ts";
import { ACCOUNT_ACTIONS } from "./accounts.ts";
import { ADMINISTRATOR_ACTIONS } from "./administrators.ts";
import { INVITATION_ACTIONS } from "./invitations.ts";
import { MEMBERSHIP_ACTIONS } from "./memberships.ts";
import { OWN_ACCOUNT_ACTIONS } from "./own-account.ts";

export const PEOPLE_ACTIONS: readonly Action[] = [
  ...OWN_ACCOUNT_ACTIONS,
  ...INVITATION_ACTIONS,
  ...ACCEPTANCE_ACTIONS,
  ...MEMBERSHIP_ACTIONS,
  ...ADMINISTRATOR_ACTIONS,
  ...ACCOUNT_ACTIONS,
];
