import { ADMINISTRATORS, type DeedTable, EVERYBODY, OWN_ACCOUNT, SECRETARIAT } from "../deed-rule.ts";

const OWN_ACTOR = ["own-actor"] as const;

/** The audit log, notices, jobs, backup: what carries the rooms. */
export const PLATFORM_DEEDS = {
  "knowledge.see": { does: "read the knowledge base", may: EVERYBODY },
  "knowledge.load": { does: "load the knowledge base", may: { system: [] } },

  "audit.record": { does: "leave a trace in the audit log", may: EVERYBODY },
  "audit.see": { does: "read the audit log", may: { ...SECRETARIAT, "focal-point": OWN_ACTOR } },
  "audit.export": { does: "export the audit log", may: SECRETARIAT },
  "audit.verify": { does: "verify the audit log", may: SECRETARIAT },

  "subscription.see": { does: "see one's own subscriptions", may: OWN_ACCOUNT },
  "subscription.change": { does: "subscribe to a subject or end it", may: OWN_ACCOUNT },
  "notice.see": { does: "see one's own notices", may: OWN_ACCOUNT },
  "notice.change": { does: "mark one's own notices as read", may: OWN_ACCOUNT },

  "job.see": { does: "see the progress of long work", may: { ...OWN_ACCOUNT, ...SECRETARIAT } },
  "job.start": { does: "ask for long work", may: { ...OWN_ACCOUNT, ...ADMINISTRATORS } },
  "job.cancel": { does: "cancel long work", may: { ...OWN_ACCOUNT, ...ADMINISTRATORS } },
  "job.resume": { does: "resume long work", may: { ...OWN_ACCOUNT, ...ADMINISTRATORS } },

  "backup.make": { does: "make a backup", may: ADMINISTRATORS },
  "backup.restore": { does: "restore a backup", may: { system: [] } },
} as const satisfies DeedTable;
