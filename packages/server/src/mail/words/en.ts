import type { LetterWords } from "./words.ts";

export const en: LetterWords = {
  greeting: "Good day,",
  ending:
    "If you did not expect this letter, you need not do anything. Nobody from Concord will ever ask you for your pass phrase.",
  invitation: {
    subject: (actor) => `Invitation to act for ${actor} on Concord`,
    body: (actor, role, days) =>
      `You are invited to act for ${actor} on Concord, as ${role}. The link works once, within ${days} days. If it has expired, the page it opens sends you a new one.`,
  },
  newPassPhrase: {
    subject: "Choose a new pass phrase for Concord",
    body: "Somebody, hopefully you, asked for a new pass phrase. The link works once, within an hour. All your sessions end when you have chosen.",
  },
  changeAddress: {
    subject: "Confirm the change of your address on Concord",
    body: (newEmail) =>
      `Your address on Concord is to become ${newEmail}. Confirm it here, at your present address, within an hour; then the new address is asked too.`,
  },
  confirmAddress: {
    subject: "Confirm your new address on Concord",
    body: "This is to become your address on Concord. Confirm it within an hour; until then nothing changes.",
  },
  roles: {
    observer: "observer",
    member: "member",
    "focal-point": "focal point",
    facilitator: "facilitator",
    secretariat: "secretariat",
    administrator: "administrator",
  },
};
