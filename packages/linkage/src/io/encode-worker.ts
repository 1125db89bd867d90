/** A thread that encodes pieces of a file: receives whole rows, answers with their records. */
import { parentPort, workerData } from "node:worker_threads";
import { BatchEncoder, type BatchSetting, type RowText } from "./encode-batch.ts";

const encoder = new BatchEncoder(workerData as BatchSetting);
let last = Promise.resolve();

parentPort?.on("message", (rows: RowText) => {
  last = last.then(async () => {
    const batch = await encoder.encode(rows);
    parentPort?.postMessage(batch, [batch.filters.buffer as ArrayBuffer]);
  });
});
