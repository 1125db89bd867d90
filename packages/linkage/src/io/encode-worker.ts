/** A thread that encodes pieces of a file: receives whole rows, answers with their records. */
import { parentPort, workerData } from "node:worker_threads";
import { BatchEncoder, type BatchSetting, type RowText } from "./encode-batch.ts";

const encoder = await BatchEncoder.create(workerData as BatchSetting);

parentPort?.on("message", (rows: RowText) => {
  const batch = encoder.encode(rows);
  parentPort?.postMessage(batch, [batch.filters.buffer as ArrayBuffer]);
});
