import { type Role, SECRETARIAT_ACTOR } from "@concord/core/access";
import type { Membership } from "@concord/store";
import type { z } from "@hono/zod-openapi";
import type { Problem } from "../../../http/problem.ts";
import { HELD_ROLES, type membershipShape } from "./shape.ts";

/** A role as people hold it; what isn't one of these can't be given. */
export function heldRoleOf(role: Role): (typeof HELD_ROLES)[number] {
  return HELD_ROLES.find((held) => held === role) ?? "observer";
}

/** A membership as it is answered. */
export function membershipAnswer(membership: Membership): z.output<typeof membershipShape> {
  const { account, actor, actorName, role, grantedAt, suspendedAt, live } = membership;
  return {
    account,
    actor,
    actorName,
    role: heldRoleOf(role),
    since: grantedAt.toISOString(),
    suspendedAt: suspendedAt?.toISOString() ?? null,
    live,
  };
}

const OF_THE_SECRETARIAT: readonly Role[] = ["secretariat", "administrator"];

/** Whoever runs the work acts for the secretariat and for nobody else, and nobody else acts for the secretariat. */
export function refuseRoleAt(actor: string, role: Role): Problem | undefined {
  if ((actor === SECRETARIAT_ACTOR) === OF_THE_SECRETARIAT.includes(role)) return undefined;
  return {
    code: "conflict",
    status: 409,
    detail: `There is no role "${role}" at ${actor}.`,
    cure:
      actor === SECRETARIAT_ACTOR
        ? "People of the secretariat have the role secretariat."
        : "Choose member, observer, facilitator or focal point.",
    reason: "role-not-here",
  };
}
