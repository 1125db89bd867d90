/** From settings to a listening server: database, knowledge base, law, socket, in this order, with a word on each. */

import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { buildLaw } from "@concord/core/instruments";
import { createHighsSolver } from "@concord/core/instruments/roadmap";
import {
  administratorLink,
  loadDataPackage,
  openStore,
  readKnowledge,
  readPlanBook,
  type Store,
  selectDataPackage,
} from "@concord/store";
import { readSignInSettings } from "./accounts/account-settings.ts";
import { openAccounts } from "./accounts/accounts.ts";
import { consoleAnswers } from "./accounts/console.ts";
import { readSecrets } from "./accounts/secret.ts";
import { sha256 } from "./api/consultation-log.ts";
import { API_ROOT } from "./api/document.ts";
import { createApp } from "./app.ts";
import { recordsOf } from "./holdings.ts";
import { listen } from "./http/listen.ts";
import { readOperateSettings } from "./operate/operate-settings.ts";
import { startOperation } from "./operate/operation.ts";
import { openPageFiles } from "./pages/files.ts";
import { BadSetting, type Settings } from "./settings.ts";
import { createMeter } from "./watch/meter.ts";
import { createTracer } from "./watch/trace.ts";
import { allWork } from "./work.ts";

export interface Running {
  /** Where to look: `http://localhost:4510`. */
  url: string;
  /** Lets requests under way finish, then closes the database. */
  stop(): Promise<void>;
}

const VERSION: string = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
const KNOWLEDGE_ADDRESS = `http://localhost${API_ROOT}/knowledge`;
const PORTS_TRIED = 100;

/** What keeps a port from being listened on; undefined when it is free. */
function faultOf(port: number, host: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** `localhost` may mean two addresses of which one is listened on; programs fall back to this one. */
const addressOfHost = (host: string) => (host === "localhost" ? "127.0.0.1" : host);

async function nextFreePort(taken: number, host: string): Promise<number | undefined> {
  for (let port = taken + 1; port <= Math.min(65_535, taken + PORTS_TRIED); port++)
    if (!(await faultOf(port, host))) return port;
  return undefined;
}

/** What the system says against listening, as a setting that a person can change. */
async function listeningError(error: unknown, { port, host }: Settings): Promise<unknown> {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    const free = await nextFreePort(port, addressOfHost(host));
    const cure = free ? `npm start -- --port ${free}` : "npm start -- --port PORT, with another port";
    return new BadSetting(`Port ${port} is in use by another program. Stop that one, or start with: ${cure}`);
  }
  if (code === "EACCES")
    return new BadSetting(
      `Port ${port} may not be used by this user. Use one from 1024 on: npm start -- --port 4510`,
    );
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new BadSetting(
      `"${host}" is no address of this machine. Use localhost, or 0.0.0.0 for every interface.`,
    );
  return error;
}

async function fillStore(
  store: Store,
  { dataFolder }: Settings,
  say: (line: string) => void,
): Promise<boolean> {
  let told = false;
  const outcome = await loadDataPackage(store, dataFolder, ({ step, rowsOfAll }) => {
    if (step === "checking") say("Checking the knowledge base …");
    else if (!told) {
      told = true;
      say(`Loading ${rowsOfAll.toLocaleString("en")} rows …`);
    }
  });
  if (outcome.loaded) say("The knowledge base is loaded.");
  return outcome.loaded;
}

/** Opens the database and fills it where it isn't filled with this very knowledge base. */
async function openFilledStore(settings: Settings, say: (line: string) => void): Promise<Store> {
  const { databaseUrl, varFolder } = settings;
  say(databaseUrl ? "Connecting to the database server …" : "Opening the database …");
  const open = () => openStore(databaseUrl ? { databaseUrl } : { folder: varFolder });
  const store = await open();
  try {
    const loaded = await fillStore(store, settings, say);
    if (!loaded || store.engine !== "embedded") return store;
  } catch (error) {
    await store.close();
    throw error;
  }
  // Loading leaves the embedded engine with three times the memory that it needs from now on; a new one starts small.
  await store.close();
  return open();
}

/**
 * Starts everything. Nothing is left open when it fails.
 * @param say takes lines for the person who waits
 * @throws BadSetting, or the store's error with its cure
 */
export async function start(settings: Settings, say: (line: string) => void): Promise<Running> {
  const { port } = settings;
  const host = addressOfHost(settings.host);
  const operate = readOperateSettings(settings);
  // A port that is taken is told before anybody waits for a database.
  const fault = await faultOf(port, host);
  if (fault) throw await listeningError(fault, settings);
  const store = await openFilledStore(settings, say);
  try {
    // The database now holds exactly what the files hold (a test compares the two), and files are read ten times as fast.
    const knowledge = await readKnowledge(settings.dataFolder);
    const loaded = await store.read(selectDataPackage);
    let solver: ReturnType<typeof createHighsSolver> | undefined;
    const files = await openPageFiles(settings.pagesFolder);
    if (!files.template)
      say("The pages aren't built: npm start builds them. The API and the plain pages are here.");
    const signIn = readSignInSettings(settings.environment, settings);
    const secrets = await readSecrets(settings.environment, settings.varFolder);
    const accounts = openAccounts({ store, secrets, settings: signIn, say, now: () => new Date() });
    const app = createApp(
      {
        law: buildLaw(knowledge),
        records: recordsOf(store),
        book: await readPlanBook(settings.dataFolder, sha256),
        solver: () => {
          solver ??= createHighsSolver();
          return solver;
        },
        version: VERSION,
        dataHash: loaded?.fingerprint ?? "",
        today: () => new Date().toISOString().slice(0, 10),
      },
      files,
      {
        store,
        identify: accounts.identify,
        mounts: accounts.mounts,
        now: () => new Date(),
        origin: settings.origin,
      },
    );
    const meter = createMeter();
    const collector = settings.environment.OTEL_EXPORTER_OTLP_ENDPOINT;
    const tracer = collector ? createTracer(collector, VERSION) : undefined;
    const answer = tracer ? tracer.traced(app.fetch) : app.fetch;
    const listening = await listen(meter.measured(answer), port, host).catch(async (error: unknown) => {
      throw await listeningError(error, settings);
    });
    // The first reader shouldn't wait until the knowledge base is packed.
    for (const packing of ["br", "gzip"])
      void app.fetch(new Request(KNOWLEDGE_ADDRESS, { headers: { "accept-encoding": packing } }));
    const operation = await startOperation(
      operate,
      store,
      allWork(loaded?.fingerprint ?? ""),
      meter,
      VERSION,
      consoleAnswers(store, signIn.publicUrl),
    );
    const link = await administratorLink(store, signIn.publicUrl, new Date(), { onlyFirst: true });
    if (link) say(`Make the first administrator here; the link works once, within a day: ${link}`);
    const shown = host.includes(":") ? `[${host}]` : settings.host;
    return {
      url: `http://${shown}:${listening.port}`,
      async stop() {
        await listening.stop();
        await app.settle();
        await operation.stop();
        await tracer?.stop();
        await accounts.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
