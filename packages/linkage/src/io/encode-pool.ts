/** Encodes the pieces of a file on threads, or in this one when the file is small; the answers come in the order of the pieces. */
import { Worker } from "node:worker_threads";
import { BatchEncoder, type BatchSetting, type EncodedBatch, type RowText } from "./encode-batch.ts";

/** Pieces given to a thread before its first answer is awaited. */
const AHEAD = 3;

/** Takes pieces and gives their records. */
export interface EncodePool {
  /** How many pieces may be under way. */
  readonly room: number;
  encode(rows: RowText): Promise<EncodedBatch>;
  close(): Promise<void>;
}

/** @param threads with 1 no thread is started */
export function encodePool(setting: BatchSetting, threads: number): EncodePool {
  if (threads > 1) return new ThreadPool(setting, threads);
  const encoder = new BatchEncoder(setting);
  return { room: 1, encode: (rows) => encoder.encode(rows), close: async () => {} };
}

interface Thread {
  worker: Worker;
  /** Who waits for the thread's next answers, first come first served. */
  waiting: { resolve: (batch: EncodedBatch) => void; reject: (error: unknown) => void }[];
}

class ThreadPool implements EncodePool {
  readonly room: number;
  private readonly threads: Thread[];
  private next = 0;

  constructor(setting: BatchSetting, threads: number) {
    this.room = threads * AHEAD;
    this.threads = Array.from({ length: threads }, () => {
      const worker = new Worker(new URL("./encode-worker.ts", import.meta.url), { workerData: setting });
      const thread: Thread = { worker, waiting: [] };
      worker.on("message", (batch: EncodedBatch) => thread.waiting.shift()?.resolve(batch));
      worker.on("error", (error) => {
        for (const { reject } of thread.waiting.splice(0)) reject(error);
      });
      return thread;
    });
  }

  encode(rows: RowText): Promise<EncodedBatch> {
    const thread = this.threads[this.next++ % this.threads.length]!;
    const answer = new Promise<EncodedBatch>((resolve, reject) => thread.waiting.push({ resolve, reject }));
    // Whoever stops early doesn't await the answers that are still to come.
    answer.catch(() => {});
    thread.worker.postMessage(rows);
    return answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }
}
