/**
 * The door in front of the sign-in library. It lets in what is known, slows down whoever guesses, keeps secrets out of
 * answers, remembers refusals, and gives every answer the same headers as the rest of the server.
 */
import { SYSTEM } from "@concord/core/access";
import { type Store, selectAccountByEmail } from "@concord/store";
import { refuseForeignOrigin } from "../http/origin-check.ts";
import { problemResponse } from "../http/problem.ts";
import { addressOf } from "../http/request-check.ts";
import type { SignInSettings } from "./account-settings.ts";
import { underWay } from "./adapter.ts";
import { ADDRESS_HEADER, type Auth } from "./auth.ts";
import { type CookieNames, deviceCookie, isKnownDevice, resealed } from "./cookies.ts";
import { TooBusy } from "./pass-phrase.ts";
import { type Body, newPassPhraseFault, readSignInRequest, SIGN_IN_ROOT } from "./sign-in-request.ts";
import type { Attempt, Throttle } from "./throttle.ts";

/** Whether an address has an account can't be read from how long these take: they all take this long, in milliseconds. */
const STEADY_MS = 400;
const STEADY = new Set(["/request-password-reset", "/change-email"]);
/** Letters that one address may ask for in a quarter of an hour, for one account. */
const LETTERS_AT_MOST = 5;
const LETTERS_WITHIN_MS = 15 * 60_000;

/** Tells the page for signing in which ways there are besides pass phrase and passkey. */
const WAYS = `${SIGN_IN_ROOT}/ways`;

interface Entrance {
  auth: () => Promise<Auth>;
  store: Store;
  throttle: Throttle;
  secrets: readonly [string, ...string[]];
  names: CookieNames;
  settings: SignInSettings;
  now: () => number;
}

const say = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  Response.json({ code, message }, { status, headers: { "cache-control": "no-store", ...headers } });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A refused attempt to sign in, for the audit log: by the account's id alone, and by none where there is no account. */
async function rememberRefusal(store: Store, email: string, path: string, code: string): Promise<void> {
  await store.write(async (tx) => {
    const account = (await selectAccountByEmail(tx, email))?.id ?? null;
    tx.record({
      deed:
        path === "/sign-in/email" || path.startsWith("/two-factor/verify")
          ? "session.create"
          : "factor.change",
      subject: { kind: "account", id: account },
      outcome: "refused",
      reason: code,
      detail: { by: path },
    });
  }, SYSTEM);
}

/** The request as the library sees it: known cookies, its own address header, the settled body. */
function forLibrary(
  request: Request,
  { secrets, settings }: Entrance,
  address: string,
  body: Body | undefined,
) {
  const headers = new Headers(request.headers);
  headers.set("cookie", resealed(request, secrets));
  headers.set(ADDRESS_HEADER, address);
  headers.delete("content-length");
  const { pathname, search } = new URL(request.url);
  return new Request(settings.publicUrl + pathname + search, {
    method: request.method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

interface Answered {
  status: number;
  /** The JSON of the answer, without the session's token; undefined for a redirect. */
  json: Body | undefined;
  response: Response;
}

async function readAnswer(response: Response): Promise<Answered> {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  headers.delete("content-length");
  const { status } = response;
  const text = await response.text();
  const json: unknown = /json/.test(headers.get("content-type") ?? "") && text ? JSON.parse(text) : undefined;
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { status, json: undefined, response: new Response(text || null, { status, headers }) };
  const { token: _kept, session: _inside, ...shown } = json as Body;
  return { status, json: shown, response: new Response(JSON.stringify(shown), { status, headers }) };
}

const emailOf = (json: Body | undefined) => {
  const user = json?.user;
  return typeof user === "object" && user !== null && "email" in user ? String(user.email) : undefined;
};

/**
 * Makes the door.
 * @returns a function that answers a request below /api/auth, told where the request comes from
 */
export function createEntrance(entrance: Entrance) {
  const { throttle, store, names, secrets, now } = entrance;
  const letters = new Map<string, { count: number; since: number }>();

  /** Whether another letter may be asked for. Beyond the limit the answer is the same and no letter goes. */
  function mayAskForLetter(key: string): boolean {
    const asked = letters.get(key);
    if (!asked || now() - asked.since > LETTERS_WITHIN_MS) {
      if (letters.size > 10_000) letters.clear();
      letters.set(key, { count: 1, since: now() });
      return true;
    }
    asked.count++;
    return asked.count <= LETTERS_AT_MOST;
  }

  async function askLibrary(request: Request, address: string, path: string, body: Body | undefined) {
    const asked = forLibrary(request, entrance, address, body);
    const code = typeof body?.code === "string" ? { code: body.code } : {};
    const auth = await entrance.auth();
    return readAnswer(await underWay.run({ path, ...code }, () => auth.handler(asked)));
  }

  async function answer(request: Request, address: string): Promise<Response> {
    const { publicUrl } = entrance.settings;
    const foreign = refuseForeignOrigin(
      request,
      entrance.settings.origins.length > 1 ? undefined : publicUrl,
    );
    if (foreign) return problemResponse(foreign, addressOf(request));
    const read = await readSignInRequest(request);
    if (!read.ok) return say(read.status, read.code, read.message);
    const { path, body } = read;
    const fault = newPassPhraseFault(body);
    if (fault) return say(422, "PASS_PHRASE_REFUSED", fault);
    const email = typeof body?.email === "string" ? body.email : "";
    const knownDevice = email !== "" && isKnownDevice(request, email, names, secrets);
    const attempt: Attempt = { address, account: email || path, knownDevice };
    if (read.guessed) {
      const decision = throttle.decide(attempt);
      if (!decision.allowed)
        return say(429, "TOO_MANY_ATTEMPTS", "Too many attempts: wait, then try again", {
          "retry-after": String(decision.retryAfterS),
        });
      if (decision.delayMs > 0) await pause(decision.delayMs);
    }
    const began = now();
    const mailed = STEADY.has(path);
    if (mailed && !mayAskForLetter(`${address} ${email}`)) {
      await pause(STEADY_MS);
      return Response.json({ status: true }, { headers: { "cache-control": "no-store" } });
    }
    const answered = await askLibrary(request, address, path, body);
    if (mailed) await pause(Math.max(0, STEADY_MS - (now() - began)));
    const { status, json, response } = answered;
    if (path === "/sign-in/social" && status >= 400)
      return say(503, "PROVIDER_UNREACHABLE", "The single sign-on provider doesn't answer");
    if (read.guessed && status >= 400 && status < 500) {
      throttle.failed(attempt);
      await rememberRefusal(store, email, path, String(json?.code ?? status));
    } else if (read.guessed) throttle.succeeded(attempt);
    const signedIn = emailOf(json);
    if (
      status === 200 &&
      signedIn &&
      response.headers.getSetCookie().some((set) => set.startsWith(names.session))
    )
      response.headers.append("set-cookie", deviceCookie(signedIn, names, secrets[0]));
    return response;
  }

  return async (request: Request, address: string): Promise<Response> => {
    if (request.method === "GET" && new URL(request.url).pathname === WAYS)
      return Response.json({ sso: entrance.settings.oidc?.name ?? null });
    return answer(request, address).catch((error: unknown) => {
      if (error instanceof TooBusy)
        return say(503, "TOO_BUSY", "Too many people sign in at this moment", { "retry-after": "5" });
      throw error;
    });
  };
}
