/**
 * The sign-in library, set up: pass phrase, time-based codes, passkeys, single sign-on. It is loaded at the first request that needs
 * it, so that the server starts, and public pages are answered, without it.
 */
import { randomUUID } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import type { Store } from "@concord/store";
import { betterAuth } from "better-auth/minimal";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { SignInLetter } from "../mail/letters.ts";
import type { SignInSettings } from "./account-settings.ts";
import { createStoreAdapter } from "./adapter.ts";
import {
  hashPassPhrase,
  LONGEST_PASS_PHRASE,
  SHORTEST_PASS_PHRASE,
  verifyPassPhrase,
} from "./pass-phrase.ts";

/** A session ends a week after signing in, whatever is done in it. */
export const SESSION_SECONDS = 7 * 24 * 3600;
/** What changes how one signs in needs a session no older than this, in seconds. */
const FRESH_SECONDS = 3600;
const MAILED_LINK_SECONDS = 3600;
/** Header in which the server tells the library where a request comes from; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = "x-concord-address";

export interface SignInParts {
  store: Store;
  /** Newest first. */
  secrets: readonly [string, ...string[]];
  settings: SignInSettings;
  /** Writes a letter into the outbox. */
  post(letter: SignInLetter): Promise<void>;
}

/** Where a mailed link of the library leads: to a page of ours that asks before anything happens. */
function pageLink(publicUrl: string, page: string, token: string): string {
  return `${publicUrl}/people/${page}#${new URLSearchParams({ token })}`;
}

/** Sets the library up. */
export function createAuth({ store, secrets, settings, post }: SignInParts) {
  const { publicUrl, oidc } = settings;
  const secure = publicUrl.startsWith("https:");
  const [secret] = secrets;
  return betterAuth({
    appName: "Concord",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    secrets: secrets.map((value, index) => ({ version: secrets.length - index, value })),
    database: createStoreAdapter(store),
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [...settings.origins],
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: secure ? "__Host-concord" : "concord",
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => randomUUID() },
    },
    user: {
      modelName: "accounts",
      additionalFields: {
        language: { type: "string", required: false, input: false, defaultValue: "en" },
        digest: { type: "string", required: false, input: false, defaultValue: "daily" },
      },
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: async ({ user, newEmail, token }) =>
          post({
            kind: "change-address",
            account: user.id,
            to: user.email,
            link: pageLink(publicUrl, "confirm-address", token),
            newEmail,
          }),
      },
    },
    emailVerification: {
      expiresIn: MAILED_LINK_SECONDS,
      sendVerificationEmail: async ({ user, token }) =>
        post({
          kind: "confirm-address",
          account: user.id,
          to: user.email,
          link: pageLink(publicUrl, "confirm-address", token),
        }),
    },
    session: {
      modelName: "sessions",
      fields: { userId: "account" },
      additionalFields: { actingFor: { type: "string", required: false, input: false } },
      expiresIn: SESSION_SECONDS,
      freshAge: FRESH_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: "credentials",
      fields: { userId: "account", accountId: "subject", providerId: "provider" },
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: { modelName: "verifications" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASS_PHRASE,
      maxPasswordLength: LONGEST_PASS_PHRASE,
      password: { hash: hashPassPhrase, verify: ({ hash, password }) => verifyPassPhrase(password, hash) },
      resetPasswordTokenExpiresIn: MAILED_LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) =>
        post({
          kind: "new-pass-phrase",
          account: user.id,
          to: user.email,
          link: pageLink(publicUrl, "new-pass-phrase", token),
        }),
    },
    plugins: [
      twoFactor({
        issuer: "Concord",
        schema: {
          user: { fields: { twoFactorEnabled: "twoFactorEnabled" } },
          twoFactor: { modelName: "secondFactors", fields: { userId: "account" } },
        },
      }),
      passkey({
        rpName: "Concord",
        rpID: new URL(publicUrl).hostname,
        origin: [...settings.origins],
        schema: {
          passkey: {
            modelName: "passkeys",
            fields: { userId: "account", credentialID: "credentialId" },
          },
        },
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: "sso",
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ["openid", "email", "profile"],
                  pkce: true,
                  disableSignUp: true,
                  requireEmailVerification: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
