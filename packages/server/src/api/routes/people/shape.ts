/** Shapes that the addresses about people share. */
import { LANGUAGES } from "@concord/core/vocabulary";
import { DIGESTS } from "@concord/store";
import { z } from "@hono/zod-openapi";

/** Roles that a person can hold at an actor. */
export const HELD_ROLES = [
  "observer",
  "member",
  "facilitator",
  "focal-point",
  "secretariat",
  "administrator",
] as const;

export const nothing = z.object({});
export const accountId = z.string().min(1).max(100).openapi({ description: "Opaque id of an account." });
export const actorId = z
  .string()
  .min(2)
  .max(100)
  .regex(/^[A-Za-z0-9-]+$/)
  .openapi({
    description: "ISO 3166-1 alpha-3 code of a state, or id of an organization.",
    example: "BGD",
  });
export const heldRole = z.enum(HELD_ROLES).openapi("HeldRole");
export const language = z.enum(LANGUAGES).openapi("Language");
export const digest = z.enum(DIGESTS).openapi("Digest", { description: "How notices reach the person." });
export const personName = z
  .string()
  .trim()
  .min(2)
  .max(200)
  .refine((name) => !/[\p{Cc}<>]/u.test(name), "has a sign that no name has");
export const email = z.email().max(254).openapi({ example: "focal-point@ministry.example" });
export const moment = z.iso.datetime();
/** The secret of a link, as it stands behind the `#`. */
export const token = z.string().min(20).max(100);

export const membershipShape = z
  .object({
    account: accountId,
    actor: actorId,
    actorName: z.string(),
    role: heldRole,
    since: moment,
    suspendedAt: moment.nullable(),
    live: z.boolean().openapi({ description: "Whether the person may act for the actor now." }),
  })
  .openapi("Membership");

export const ofActor = z.object({ actor: actorId });
export const ofAccount = z.object({ account: accountId });
