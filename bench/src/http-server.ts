/** The server under load: the whole application, and beside it a bare route that says hello. Tells its port to its parent. */
import { fileURLToPath } from "node:url";
import { buildLaw } from "@concord/core/instruments";
import { createHighsSolver } from "@concord/core/instruments/roadmap";
import { createApp, listen, openPageFiles, recordsOf } from "@concord/server";
import { readKnowledge } from "@concord/store";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));

const app = createApp(
  {
    law: buildLaw(await readKnowledge(DATA)),
    // A profile asks nothing of the database.
    records: recordsOf({ read: () => Promise.reject(new Error("no database here")) }),
    book: { plans: [], links: [], actors: [] },
    solver: createHighsSolver,
    version: "bench",
    dataHash: "bench",
    today: () => new Date().toISOString().slice(0, 10),
  },
  await openPageFiles(undefined),
);
const { port } = await listen(
  (request) => (request.url.endsWith("/hello") ? new Response("hello") : app.fetch(request)),
  0,
  "127.0.0.1",
);
process.send?.(port);
// Asked for anything, the server tells how much processor time it has used, in microseconds.
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
