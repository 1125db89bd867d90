import type { Role } from "@concord/core/access";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

const ROLE_NAMES: Readonly<Record<Role, ReturnType<typeof msg>>> = {
  anonymous: msg({ message: "not signed in", comment: "Role" }),
  observer: msg({ message: "observer", comment: "Role of a person at an actor" }),
  member: msg({ message: "member", comment: "Role of a person at an actor" }),
  "focal-point": msg({ message: "focal point", comment: "Role of a person at an actor" }),
  facilitator: msg({ message: "facilitator", comment: "Role of a person in a consultation" }),
  secretariat: msg({ message: "secretariat", comment: "Role of a person" }),
  administrator: msg({ message: "administrator", comment: "Role of a person" }),
  system: msg({ message: "the program", comment: "Role: the program itself" }),
};

/** Gives the name of a role in the reader's language. */
export function useRoleName(): (role: Role) => string {
  const { i18n } = useLingui();
  return (role) => i18n._(ROLE_NAMES[role]);
}
