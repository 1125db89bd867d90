import { ADMINISTRATORS, type DeedTable, EVERYBODY, OWN_ACCOUNT, SECRETARIAT } from "../deed-rule.ts";

const OWN_ACTOR = ["own-actor"] as const;
/** A focal point manages the members and observers of the own actor, never an equal. */
const OWN_ACTOR_BELOW = ["own-actor", "lesser-role"] as const;
const BELOW = ["lesser-role"] as const;

/** Accounts, sessions, invitations, memberships, actors. */
export const PEOPLE_DEEDS = {
  "me.see": { does: "see as whom you act", may: EVERYBODY },
  "access.ask": { does: "ask why something is or isn't allowed", may: EVERYBODY },

  "account.create": { does: "make an account from an invitation", may: EVERYBODY },
  "account.see": { does: "see an account", may: { ...OWN_ACCOUNT, ...ADMINISTRATORS } },
  "account.list": {
    does: "see who has access to what",
    may: { ...SECRETARIAT, "focal-point": OWN_ACTOR },
  },
  "account.change": { does: "change an account's name, language and settings", may: OWN_ACCOUNT },
  "account.export": { does: "take out one's own data", may: { ...OWN_ACCOUNT, system: [] } },
  "account.remove": { does: "remove an account", may: { ...OWN_ACCOUNT, ...ADMINISTRATORS } },
  "account.suspend": { does: "suspend an account", may: { administrator: ["other-account"], system: [] } },
  "account.restore": {
    does: "lift the suspension of an account",
    may: { administrator: ["other-account"], system: [] },
  },

  "session.create": { does: "sign in", may: EVERYBODY },
  "session.see": { does: "see where an account is signed in", may: { ...OWN_ACCOUNT, ...ADMINISTRATORS } },
  "session.end": { does: "end a session", may: { ...OWN_ACCOUNT, ...ADMINISTRATORS } },
  "session.act-as": { does: "choose the actor and role in which to act", may: OWN_ACCOUNT },
  "factor.change": { does: "change a pass phrase, second factor or passkey", may: OWN_ACCOUNT },

  "invitation.see": {
    does: "see the invitations of an actor",
    may: { ...SECRETARIAT, "focal-point": OWN_ACTOR },
  },
  "invitation.create": {
    does: "invite a person to an actor",
    may: { "focal-point": OWN_ACTOR_BELOW, secretariat: BELOW, administrator: BELOW, system: [] },
  },
  "invitation.renew": {
    does: "send an invitation anew",
    may: { "focal-point": OWN_ACTOR_BELOW, secretariat: BELOW, administrator: BELOW, system: [] },
  },
  "invitation.withdraw": {
    does: "withdraw an invitation",
    may: { "focal-point": OWN_ACTOR_BELOW, secretariat: BELOW, administrator: BELOW, system: [] },
  },
  "invitation.accept": { does: "accept an invitation", may: EVERYBODY },

  "membership.see": {
    does: "see who acts for an actor",
    may: {
      ...SECRETARIAT,
      "focal-point": OWN_ACTOR,
      member: OWN_ACTOR,
      observer: OWN_ACTOR,
      facilitator: OWN_ACTOR,
    },
  },
  "membership.change": {
    does: "change the role of a person at an actor",
    may: { "focal-point": OWN_ACTOR_BELOW, secretariat: BELOW, administrator: BELOW, system: [] },
  },
  "membership.suspend": {
    does: "suspend or restore a person's membership of an actor",
    may: { "focal-point": OWN_ACTOR_BELOW, secretariat: BELOW, administrator: BELOW, system: [] },
  },
  "membership.remove": {
    does: "end a person's membership of an actor",
    may: { "focal-point": OWN_ACTOR_BELOW, secretariat: BELOW, administrator: BELOW, system: [] },
  },
  "membership.leave": { does: "leave an actor", may: OWN_ACCOUNT },

  "administrator.propose": { does: "propose to give or take the role of administrator", may: ADMINISTRATORS },
  "administrator.confirm": {
    does: "confirm another administrator's proposal",
    may: { administrator: ["other-account"] },
  },
  "administrator.withdraw": { does: "withdraw a proposal on the role of administrator", may: ADMINISTRATORS },
  "administrator.see": { does: "see the proposals on the role of administrator", may: ADMINISTRATORS },

  "actor.admit": { does: "admit an organization as an actor", may: SECRETARIAT },
  "actor.change": {
    does: "change what is said of an admitted actor",
    may: { ...SECRETARIAT, "focal-point": OWN_ACTOR },
  },
  "actor.remove": { does: "end the admission of an actor", may: SECRETARIAT },
  "actor.see": { does: "see the admitted actors", may: EVERYBODY },
} as const satisfies DeedTable;
