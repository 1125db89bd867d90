import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Notice } from "../../ui/notice.tsx";
import { Refused } from "./people-api.ts";

const comment = "Why the server refused, and what to do";
const SENTENCES: Readonly<Record<string, ReturnType<typeof msg>>> = {
  unreachable: msg({ message: "The server can’t be reached. Nothing was changed: try again.", comment }),
  INVALID_EMAIL_OR_PASSWORD: msg({
    message: "Address and pass phrase don’t go together. Check both.",
    comment,
  }),
  INVALID_EMAIL: msg({ message: "This is no e-mail address.", comment }),
  INVALID_PASSWORD: msg({ message: "This is not your pass phrase.", comment }),
  INVALID_CODE: msg({
    message: "This code doesn’t fit. Codes change every 30 seconds and work once: take the one shown now.",
    comment,
  }),
  INVALID_BACKUP_CODE: msg({ message: "This recovery code doesn’t fit, or was used before.", comment }),
  INVALID_TWO_FACTOR_COOKIE: msg({
    message: "That took too long. Begin again with your pass phrase.",
    comment,
  }),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: msg({ message: "Too many codes were wrong. Begin again.", comment }),
  ACCOUNT_SUSPENDED: msg({ message: "This account is suspended. Ask whoever invited you.", comment }),
  INVALID_TOKEN: msg({ message: "The link has expired or was used before. Ask for a new one.", comment }),
  TOKEN_EXPIRED: msg({ message: "The link has expired. Ask for a new one.", comment }),
  TOO_BUSY: msg({
    message: "Many people are signing in at this moment. Try again in a few seconds.",
    comment,
  }),
  PROVIDER_UNREACHABLE: msg({
    message: "The single sign-on provider doesn’t answer. Sign in another way, or try again later.",
    comment,
  }),
  SESSION_NOT_FRESH: msg({ message: "You signed in a while ago. Sign in again to change this.", comment }),
  "passkey-cancelled": msg({ message: "No passkey was used. Try again, or sign in another way.", comment }),
  "passkey-unavailable": msg({ message: "This browser can’t use passkeys. Sign in another way.", comment }),
  "too-short": msg({ message: "Use at least 12 characters: four or five words do.", comment }),
  "too-long": msg({ message: "This pass phrase is too long: at most 200 characters.", comment }),
  "too-common": msg({
    message: "This is among the first that are guessed: choose words that nobody would put together.",
    comment,
  }),
  "too-uniform": msg({ message: "It repeats the same few characters: choose words.", comment }),
  "about-you": msg({ message: "It is made of your own name or address: choose other words.", comment }),
  "has-account": msg({ message: "This address has an account. Sign in, then open the link again.", comment }),
  "other-address": msg({
    message: "The invitation is for another address. Sign out, then open the link again.",
    comment,
  }),
  "from-console": msg({
    message:
      "This link was printed on the console. Whoever runs the server prints a new one: concord admin invite",
    comment,
  }),
  used: msg({ message: "The invitation was used. Sign in.", comment }),
  withdrawn: msg({ message: "The invitation was withdrawn. Ask whoever invited you.", comment }),
  expired: msg({ message: "The invitation has expired.", comment }),
  "not-found": msg({
    message: "There is nothing here any more. Use the link of the newest letter.",
    comment,
  }),
  "by-proposal": msg({
    message: "The role of administrator is given and taken by proposal: another administrator confirms.",
    comment,
  }),
  "last-administrator": msg({
    message: "This is the only administrator. Give somebody else the role first.",
    comment,
  }),
  "role-not-here": msg({ message: "This role doesn’t exist at this actor.", comment }),
  "same-actor": msg({
    message: "There is such an organization already. Use it, or give another acronym.",
    comment,
  }),
  "sign-in-needed": msg({ message: "Sign in first.", comment }),
  "invalid-body": msg({ message: "Something in the form can’t be taken. Check each field.", comment }),
};

/** What was refused, in words: what it means and what to do. */
export function RefusalNotice({ error }: { error: unknown }) {
  const { i18n } = useLingui();
  if (error === undefined || error === null) return null;
  const refused = error instanceof Refused ? error : undefined;
  const sentence = SENTENCES[refused?.code ?? ""];
  return (
    <Notice kind="problem">
      {refused && refused.retryAfter > 0 && refused.status === 429 ? (
        <Trans comment="Too many attempts to sign in; the number is of seconds">
          Too many attempts. Wait {refused.retryAfter} seconds, then try again.
        </Trans>
      ) : sentence ? (
        i18n._(sentence)
      ) : (
        <>
          <Trans comment="A technical sentence in English follows">It was refused:</Trans>{" "}
          <span lang="en" dir="ltr">
            {error instanceof Error ? error.message : String(error)}
          </span>
        </>
      )}
    </Notice>
  );
}
