/** The letters that the platform writes, in the reader's language. */
import type { Role } from "@concord/core/access";
import { LANGUAGES, type Language } from "@concord/core/vocabulary";
import { INVITATION_DAYS, type Letter } from "@concord/store";
import { ar } from "./words/ar.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { ru } from "./words/ru.ts";
import type { LetterWords } from "./words/words.ts";
import { zh } from "./words/zh.ts";

const WORDS: Readonly<Record<Language, LetterWords>> = { ar, en, es, fr, ru, zh };

/** A letter about signing in. `account` is whose it is, `to` where it goes. */
export type SignInLetter = { account: string; to: string; link: string } & (
  | { kind: "new-pass-phrase" }
  | { kind: "change-address"; newEmail: string }
  | { kind: "confirm-address" }
);

/** The language of a letter; English where the kept one isn't among the six. */
export const languageOf = (kept: string | undefined): Language =>
  LANGUAGES.find((language) => language === kept) ?? "en";

function compose(words: LetterWords, recipient: string, subject: string, body: string, link: string): Letter {
  return { recipient, subject, body: [words.greeting, body, link, words.ending].join("\n\n") };
}

/** Writes a letter about signing in. */
export function writeSignInLetter(letter: SignInLetter, language: Language): Letter {
  const words = WORDS[language];
  switch (letter.kind) {
    case "new-pass-phrase":
      return compose(words, letter.to, words.newPassPhrase.subject, words.newPassPhrase.body, letter.link);
    case "change-address": {
      const body = words.changeAddress.body(letter.newEmail);
      return compose(words, letter.to, words.changeAddress.subject, body, letter.link);
    }
    case "confirm-address":
      return compose(words, letter.to, words.confirmAddress.subject, words.confirmAddress.body, letter.link);
  }
}

/**
 * Writes an invitation.
 * @param actorName as the reader knows it
 */
export function writeInvitation(
  to: string,
  actorName: string,
  role: Role,
  language: Language,
  link: string,
): Letter {
  const words = WORDS[language];
  const body = words.invitation.body(actorName, words.roles[role] ?? role, INVITATION_DAYS);
  return compose(words, to, words.invitation.subject(actorName), body, link);
}
