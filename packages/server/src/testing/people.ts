/** Accounts over a test's own database, asked as a browser asks: with cookies that are kept. */
import { SYSTEM } from "@concord/core/access";
import { administratorLink, type Store, selectDueLetters } from "@concord/store";
import type { SignInSettings } from "../accounts/account-settings.ts";
import { openAccounts } from "../accounts/accounts.ts";
import { ACTIONS } from "../api/actions.ts";
import { createPrivateDesk } from "../api/private-desk.ts";
import { noteRemoteAddress } from "../http/remote-address.ts";

export const PUBLIC_URL = "http://localhost:4510";
export const PASS_PHRASE = "lantern river seven quietly";

export const SETTINGS: SignInSettings = {
  publicUrl: PUBLIC_URL,
  origins: [PUBLIC_URL],
  trustedProxies: 0,
  oidc: undefined,
  smtpUrl: undefined,
  mailFrom: "Concord <concord@example.org>",
};

export interface Answer {
  status: number;
  /** The JSON of the answer; an empty object where there is none. */
  json: Record<string, unknown> & { code?: string; detail?: string };
  response: Response;
}

/** A browser: one jar of cookies. */
export interface TestBrowser {
  cookies: Map<string, string>;
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
}

export interface People {
  browser(address?: string): TestBrowser;
  /** What the outbox holds for an address, the newest last. */
  lettersTo(recipient: string): Promise<{ subject: string; body: string }[]>;
  /** The secret of the link in the newest letter to an address. */
  tokenFor(recipient: string): Promise<string>;
  /** The first administrator, signed in; makes one where there is none. */
  administrator(): Promise<TestBrowser>;
  /** Invites, accepts and signs in. */
  person(by: TestBrowser, actor: string, role: string, email: string): Promise<TestBrowser>;
  /** Answers a request made by hand. */
  raw(request: Request): Promise<Response>;
  /** Moves the server's clock. */
  clock: { aheadMs: number };
  stop(): Promise<void>;
}

export const tokenOf = (text: string) => /#token=([\w-]+(?:\.[\w-]+)*)/.exec(text)?.[1] ?? "";

function openBrowser(
  answer: (request: Request) => Promise<Response> | undefined,
  address: string,
): TestBrowser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(method, path, body) {
      const request = new Request(PUBLIC_URL + path, {
        method,
        headers: {
          origin: PUBLIC_URL,
          "sec-fetch-site": "same-origin",
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      noteRemoteAddress(request, address);
      const response = await answer(request);
      if (!response) throw new Error(`${path} is no private address`);
      for (const set of response.headers.getSetCookie()) {
        const [pair = "", ...attributes] = set.split("; ");
        const at = pair.indexOf("=");
        const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
        if (gone) cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const text = await response.clone().text();
      return { status: response.status, json: text.startsWith("{") ? JSON.parse(text) : {}, response };
    },
  };
}

/** Opens accounts over a database, with everything that the server has behind its private addresses. */
export function openPeople(store: Store, settings: Partial<SignInSettings> = {}): People {
  const clock = { aheadMs: 0 };
  const now = () => new Date(Date.now() + clock.aheadMs);
  const accounts = openAccounts({
    store,
    secrets: ["0123456789abcdef0123456789abcdef"],
    settings: { ...SETTINGS, ...settings },
    // Letters stay in the outbox, where the tests read them.
    say: () => undefined,
    now,
    mail: "kept",
  });
  const desk = createPrivateDesk(ACTIONS, [], {
    store,
    identify: accounts.identify,
    mounts: accounts.mounts,
    now,
    origin: PUBLIC_URL,
  });
  const browser = (address = "192.0.2.1") => openBrowser(desk, address);
  const lettersTo = async (recipient: string) => {
    const due = await store.read((tx) => selectDueLetters(tx, now(), 1000), SYSTEM);
    return due.filter((letter) => letter.recipient === recipient);
  };
  const tokenFor = async (recipient: string) => tokenOf((await lettersTo(recipient)).at(-1)?.body ?? "");
  const signIn = async (email: string) => {
    const signedIn = browser();
    const { status, json } = await signedIn.ask("POST", "/api/auth/sign-in/email", {
      email,
      password: PASS_PHRASE,
    });
    if (status !== 200) throw new Error(`${email} can't sign in: ${status} ${JSON.stringify(json)}`);
    return signedIn;
  };
  const accept = async (token: string, email?: string) => {
    const { status, json } = await browser().ask("POST", "/api/v1/invitations/acceptance", {
      token,
      name: "Person of the test",
      passPhrase: PASS_PHRASE,
      language: "en",
      ...(email ? { email } : {}),
    });
    if (status !== 201) throw new Error(`not accepted: ${status} ${JSON.stringify(json)}`);
  };
  return {
    browser,
    lettersTo,
    tokenFor,
    clock,
    raw: async (request) => {
      const answered = await desk(request);
      if (!answered) throw new Error("no private address");
      return answered;
    },
    async administrator() {
      const email = "administrator@example.org";
      const link = await administratorLink(store, PUBLIC_URL, now(), { onlyFirst: true });
      if (link) await accept(tokenOf(link), email);
      return signIn(email);
    },
    async person(by, actor, role, email) {
      const invited = await by.ask("POST", `/api/v1/actors/${actor}/invitations`, {
        email,
        role,
        language: "en",
      });
      if (invited.status !== 201) throw new Error(`not invited: ${JSON.stringify(invited.json)}`);
      await accept(await tokenFor(email));
      return signIn(email);
    },
    stop: () => accounts.stop(),
  };
}
