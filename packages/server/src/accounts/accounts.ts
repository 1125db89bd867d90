/** Accounts as the server uses them: who asks, the door to signing in, and the mail that goes out. */
import { SYSTEM } from "@concord/core/access";
import { postLetter, type Store, selectAccount } from "@concord/store";
import type { Identify, Mount } from "../api/private-side.ts";
import { remoteAddressOf } from "../http/remote-address.ts";
import { languageOf, type SignInLetter, writeSignInLetter } from "../mail/letters.ts";
import { startMailSender } from "../mail/sender.ts";
import { addressOfClient, type SignInSettings } from "./account-settings.ts";
import type { Auth } from "./auth.ts";
import { cookieNames } from "./cookies.ts";
import { createEntrance } from "./entrance.ts";
import { createIdentify } from "./identity.ts";
import { createThrottle } from "./throttle.ts";

export interface Accounts {
  identify: Identify;
  mounts: readonly Mount[];
  /** Ends the sending of mail; letters that wait stay in the outbox. */
  stop(): Promise<void>;
}

interface Parts {
  store: Store;
  /** Newest first. */
  secrets: readonly [string, ...string[]];
  settings: SignInSettings;
  /** Takes lines for whoever runs the server. */
  say(line: string): void;
  now(): Date;
  /** `kept`: letters stay in the outbox, for whoever sends them elsewhere. Else this process sends them. */
  mail?: "kept" | "sent";
}

/** Opens accounts over a store. */
export function openAccounts({ store, secrets, settings, say, now, mail = "sent" }: Parts): Accounts {
  const names = cookieNames(settings.publicUrl);
  const sender = mail === "sent" ? startMailSender(store, settings, say) : undefined;

  async function post(letter: SignInLetter): Promise<void> {
    await store.write(async (tx) => {
      const language = languageOf((await selectAccount(tx, letter.account))?.language);
      await postLetter(tx, writeSignInLetter(letter, language));
    }, SYSTEM);
    sender?.wake();
  }

  let opened: Promise<Auth> | undefined;
  const auth = () => {
    opened ??= import("./auth.ts").then(({ createAuth }) => createAuth({ store, secrets, settings, post }));
    return opened;
  };
  const enter = createEntrance({
    auth,
    store,
    throttle: createThrottle(() => now().getTime()),
    secrets,
    names,
    settings,
    now: () => now().getTime(),
  });
  const mount: Mount = {
    prefix: "/api/auth/",
    answer: (request) => {
      const socket = remoteAddressOf(request);
      const forwarded = request.headers.get("x-forwarded-for");
      return enter(request, addressOfClient(socket, forwarded, settings.trustedProxies));
    },
  };
  return {
    identify: createIdentify(store, names, secrets, now),
    mounts: [mount],
    stop: async () => sender?.stop(),
  };
}
