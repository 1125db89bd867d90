/**
 * Slows down whoever guesses, without ever shutting out whoever is guessed at. What fails is counted for an address together
 * with an account, for an address alone, and for an account alone; the last only ever makes an answer slower, and a
 * device on which the person has signed in before isn't held up by what others do.
 */

/** Failures that cost nothing: people mistype. */
const FREE_FAILURES = 5;
/** Longest wait for one address at one account, in seconds. */
const LONGEST_WAIT_S = 300;
/** Failures of one address over all accounts before it has to wait. */
const ADDRESS_FAILURES = 100;
/** Failures are forgotten this long after the last one. */
const FORGOTTEN_AFTER_MS = 15 * 60_000;
/** Slower by this much for each failure at an account, from wherever, in milliseconds. */
const SLOWER_MS = 25;
const SLOWEST_MS = 3_000;
/** Most keys that are remembered: the oldest go first, so that an attack can't fill the memory. */
const KEYS_AT_MOST = 100_000;

interface Tally {
  failures: number;
  last: number;
}

/** One attempt to sign in, as the throttle sees it. */
export interface Attempt {
  /** Where it comes from. */
  address: string;
  /** Whom it is about: the e-mail address that was typed. */
  account: string;
  /** Whether the person has signed in on this device before. */
  knownDevice: boolean;
}

export type ThrottleDecision = { allowed: true; delayMs: number } | { allowed: false; retryAfterS: number };

/** A network as one: an IPv6 subscriber holds a whole /64. */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:/, "");
  return bare.includes(":") ? bare.split(":").slice(0, 4).join(":") : bare;
}

/**
 * Makes a throttle.
 * @param now the clock, in milliseconds
 */
export function createThrottle(now: () => number) {
  const tallies = new Map<string, Tally>();

  const tallyOf = (key: string): Tally | undefined => {
    const tally = tallies.get(key);
    if (!tally || now() - tally.last <= FORGOTTEN_AFTER_MS) return tally;
    tallies.delete(key);
    return undefined;
  };
  const count = (key: string) => {
    const failures = (tallyOf(key)?.failures ?? 0) + 1;
    tallies.delete(key);
    tallies.set(key, { failures, last: now() });
    const oldest = tallies.keys().next();
    if (tallies.size > KEYS_AT_MOST && !oldest.done) tallies.delete(oldest.value);
  };
  const keysOf = ({ address, account, knownDevice }: Attempt) => {
    const network = networkOf(address);
    const who = account.trim().toLowerCase();
    return {
      pair: `pair ${knownDevice ? "known" : network} ${who}`,
      address: `address ${network}`,
      account: `account ${who}`,
    };
  };
  const waitOf = (tally: Tally | undefined, free: number) => {
    if (!tally || tally.failures < free) return 0;
    const seconds = Math.min(LONGEST_WAIT_S, 2 ** Math.min(20, tally.failures - free));
    return Math.max(0, tally.last + seconds * 1000 - now());
  };

  return {
    /** Whether an attempt is looked at now, and how slowly it is answered. */
    decide(attempt: Attempt): ThrottleDecision {
      const keys = keysOf(attempt);
      const byAddress = attempt.knownDevice ? 0 : waitOf(tallyOf(keys.address), ADDRESS_FAILURES);
      const wait = Math.max(waitOf(tallyOf(keys.pair), FREE_FAILURES), byAddress);
      if (wait > 0) return { allowed: false, retryAfterS: Math.ceil(wait / 1000) };
      const failures = attempt.knownDevice ? 0 : (tallyOf(keys.account)?.failures ?? 0);
      const delayMs =
        failures <= FREE_FAILURES ? 0 : Math.min(SLOWEST_MS, (failures - FREE_FAILURES) * SLOWER_MS);
      return { allowed: true, delayMs };
    },
    /** Remembers that an attempt failed. */
    failed(attempt: Attempt): void {
      for (const key of Object.values(keysOf(attempt))) count(key);
    },
    /** Forgets the failures of an address at an account that has now signed in. */
    succeeded(attempt: Attempt): void {
      tallies.delete(keysOf(attempt).pair);
    },
    /** How many keys are remembered. */
    size: () => tallies.size,
  };
}

export type Throttle = ReturnType<typeof createThrottle>;
