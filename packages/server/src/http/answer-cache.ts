/**
 * Finished answers, packed and ready to send, so that an address asked again costs a look-up. Bounded by bytes: the
 * answer that was asked for longest ago goes first.
 */

/** An answer as it goes out: never changed once it is here. */
export interface FinishedAnswer {
  headers: Readonly<Record<string, string>>;
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

export interface AnswerCache {
  get(key: string): FinishedAnswer | undefined;
  put(key: string, answer: FinishedAnswer): void;
  clear(): void;
  /** Bytes held, keys and headers estimated. */
  readonly bytes: number;
}

/** What an entry costs beside its body: key, headers, map slot. */
const ENTRY_OVERHEAD_BYTES = 1_024;

/**
 * Makes an empty cache.
 * @param limitBytes what it may hold; an answer of more than an eighth of it is not kept
 */
export function createAnswerCache(limitBytes: number): AnswerCache {
  const entries = new Map<string, FinishedAnswer>();
  let bytes = 0;
  const cost = (answer: FinishedAnswer) => answer.body.byteLength + ENTRY_OVERHEAD_BYTES;
  const drop = (key: string) => {
    const held = entries.get(key);
    if (!held) return;
    entries.delete(key);
    bytes -= cost(held);
  };
  return {
    get(key) {
      const answer = entries.get(key);
      if (!answer) return undefined;
      entries.delete(key);
      entries.set(key, answer);
      return answer;
    },
    put(key, answer) {
      drop(key);
      if (cost(answer) > limitBytes / 8) return;
      entries.set(key, answer);
      bytes += cost(answer);
      for (const oldest of entries.keys()) {
        if (bytes <= limitBytes) break;
        drop(oldest);
      }
    },
    clear() {
      entries.clear();
      bytes = 0;
    },
    get bytes() {
      return bytes;
    },
  };
}
