/** What a person may set when starting the server: by argument, else by environment, else as it is made. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export interface Settings {
  port: number;
  host: string;
  /** Folder of the embedded database. */
  varFolder: string;
  /** Set: a PostgreSQL server is used and the folder is not. */
  databaseUrl: string | undefined;
  /** Scheme and host under which people reach this server; undefined: as each request says. */
  origin: string | undefined;
  dataFolder: string;
  pagesFolder: string;
  /** The environment, for the parts that read settings of their own. */
  environment: Readonly<Record<string, string | undefined>>;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export const USAGE = `Usage: npm start -- [options]

Options:
  --port PORT   port to listen on (PORT; default 4510)
  --host HOST   name or address to listen on (HOST; default localhost, this machine alone)
  --var DIR     folder of the embedded database (CONCORD_VAR; default var)
  --help        show this help

DATABASE_URL=postgres://user:password@host:5432/database uses a PostgreSQL server (18 or newer) instead of the folder.
CONCORD_ORIGIN=https://concord.example is the address that people type, where a proxy stands before this server.
Every other setting is in docs/operate/settings.md.
`;

/** A setting that can't be used; `message` names it and says what would do. */
export class BadSetting extends Error {
  override name = "BadSetting";
}

function readPort(text: string, place: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new BadSetting(
      `${place}: "${text}" is no port. Give a whole number from 0 to 65535, such as 4510.`,
    );
  return port;
}

function readOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search) return url.origin;
  throw new BadSetting(
    `CONCORD_ORIGIN: "${text}" is no scheme and host. Give what people type, such as https://concord.example.`,
  );
}

/**
 * Reads the settings.
 * @param words arguments of the process
 * @param env its environment
 * @param cwd folder from which relative folders count
 * @returns undefined when only help is asked for
 * @throws BadSetting
 */
export function readSettings(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Settings | undefined {
  let values: { port?: string; host?: string; var?: string; help?: boolean };
  try {
    const option = { type: "string" } as const;
    ({ values } = parseArgs({
      args: [...words],
      options: { port: option, host: option, var: option, help: { type: "boolean", short: "h" } },
    }));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    throw new BadSetting(`${reason}. Known are --port, --host, --var and --help.`);
  }
  if (values.help) return undefined;
  const portText = values.port ?? env.PORT;
  return {
    port: portText ? readPort(portText, values.port === undefined ? "PORT" : "--port") : 4510,
    host: values.host || env.HOST || "localhost",
    varFolder: resolve(cwd, values.var || env.CONCORD_VAR || resolve(ROOT, "var")),
    databaseUrl: env.DATABASE_URL || undefined,
    origin: env.CONCORD_ORIGIN ? readOrigin(env.CONCORD_ORIGIN) : undefined,
    dataFolder: env.CONCORD_DATA ? resolve(cwd, env.CONCORD_DATA) : resolve(ROOT, "data"),
    pagesFolder: resolve(ROOT, "packages/web/dist"),
    environment: env,
  };
}
