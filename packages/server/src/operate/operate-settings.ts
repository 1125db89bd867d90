/** What an operator may set, beside where to listen and which database: by environment alone. */
import { BadSetting, type Settings } from "../settings.ts";
import type { DoorPlace } from "./door.ts";

export interface OperateSettings {
  /** Whether this process does long work itself; if not, `concord worker` does. */
  workers: boolean;
  /** Where the operator's door is; undefined: there is none. */
  door: DoorPlace | undefined;
}

/** A token shorter than this can be guessed. */
const SHORTEST_TOKEN = 24;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

function readPlace(text: string): { host: string; port: number } {
  const [, host = "127.0.0.1", digits = ""] = /^(?:\[?([^\]]+)\]?:)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (!digits || port > 65_535)
    throw new BadSetting(
      `CONCORD_OPERATOR: "${text}" is no place. Give a port, such as 4511, or 127.0.0.1:4511.`,
    );
  return { host, port };
}

/**
 * Reads the operator's settings.
 * @throws BadSetting naming the setting and the cure
 */
export function readOperateSettings({ environment, databaseUrl, varFolder }: Settings): OperateSettings {
  const { CONCORD_WORKERS: workers, CONCORD_OPERATOR: asked, CONCORD_OPERATOR_TOKEN: token } = environment;
  if (workers === "0" && !databaseUrl)
    throw new BadSetting(
      "CONCORD_WORKERS=0 needs DATABASE_URL: nobody else can work on the embedded database. Leave it out, or name a server.",
    );
  if (token && token.length < SHORTEST_TOKEN)
    throw new BadSetting(
      `CONCORD_OPERATOR_TOKEN is too short: give at least ${SHORTEST_TOKEN} characters, by chance.`,
    );
  const place = asked ? readPlace(asked) : { host: "127.0.0.1", port: 0 };
  if (!LOOPBACK.test(place.host) && !token)
    throw new BadSetting(
      `CONCORD_OPERATOR: ${place.host} can be reached from elsewhere, so CONCORD_OPERATOR_TOKEN must be set.`,
    );
  // On a server database the command line goes there itself, and several servers may share the folder.
  const folder = token || databaseUrl ? undefined : varFolder;
  const wanted = asked || !databaseUrl;
  if (asked && databaseUrl && !token)
    throw new BadSetting(
      "CONCORD_OPERATOR with DATABASE_URL needs CONCORD_OPERATOR_TOKEN, which the monitoring gives.",
    );
  return {
    workers: workers !== "0",
    door: wanted ? { ...place, token: token || undefined, folder } : undefined,
  };
}
