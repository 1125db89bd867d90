/** `concord admin backup` and `restore`: a database into a file, and out of it on either engine. */
import { resolve } from "node:path";
import type { BackupSink, StorePlace } from "@concord/store";
import { BadInput, type Command, type CommandIo } from "../command.ts";
import { databasePlace, PLACE_OPTIONS } from "../database-place.ts";
import { doorOf } from "../operator-door.ts";
import { VERSION } from "../version.ts";

/** The database package is large: it is loaded when a command needs it. */
const store = () => import("@concord/store");

/** A backup made by the server that has the folder open. */
async function fromServer(folder: string, sink: BackupSink, lockedBy: unknown): Promise<void> {
  const door = await doorOf(folder);
  if (!door) throw lockedBy;
  const answer = await fetch(`${door.url}/backup`, { headers: { authorization: `Bearer ${door.token}` } });
  if (!answer.ok || !answer.body)
    throw new BadInput(`the running server refuses a backup (${answer.status}): see its log`);
  for await (const piece of answer.body) await sink(piece);
}

async function takeFrom(place: StorePlace, sink: BackupSink): Promise<void> {
  const { openAsItIs, StoreError, takeBackup } = await store();
  let opened: Awaited<ReturnType<typeof openAsItIs>>;
  try {
    opened = await openAsItIs(place);
  } catch (error) {
    if ("folder" in place && error instanceof StoreError && error.code === "folder-locked")
      return fromServer(place.folder, sink, error);
    throw error;
  }
  try {
    await takeBackup(opened, VERSION, sink);
  } finally {
    await opened.close();
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const count = (n: number) => n.toLocaleString("en");

const backupCommand: Command = {
  name: "admin backup",
  summary: "write the whole database into a file, also while the server runs",
  usage: "FILE",
  description:
    "The file holds every row of one moment, of either engine, and restores on either. It is read again and checked before it gets its name; what can't be written whole isn't there. It holds personal data: keep it as safe as the database. FILE may be - for standard output, for example to encrypt it on the way.",
  positionals: { min: 1, max: 1 },
  options: PLACE_OPTIONS,
  examples: [
    { line: "concord admin backup concord.backup", answers: "the database of this server" },
    { line: "concord admin backup - | age -r RECIPIENT > concord.age", answers: "encrypted on the way" },
  ],
  async run(args, io) {
    const [file = ""] = args.positionals;
    const place = databasePlace(args, io);
    const stopped =
      (sink: BackupSink): BackupSink =>
      async (bytes) => {
        io.signal.throwIfAborted();
        await sink(bytes);
      };
    if (file === "-") {
      await takeFrom(
        place,
        stopped((bytes) => io.out(bytes)),
      );
      return 0;
    }
    const { writeBackupFile } = await store();
    const path = resolve(io.cwd, file);
    const { tables, rows, bytes, sha256 } = await writeBackupFile(path, (sink) =>
      takeFrom(place, stopped(sink)),
    );
    await io.out(
      `${path}: ${count(rows)} rows of ${tables} tables, ${megabytes(bytes)}, checked (${sha256.slice(0, 16)}).\n`,
    );
    return 0;
  },
};

const restoreCommand: Command = {
  name: "admin restore",
  summary: "put a backup in the place of the database, on either engine",
  usage: "FILE",
  description:
    "The server must be stopped. All of the backup is restored or nothing is changed, also when this is killed in the middle. A backup of an older version is brought up to date; one of a newer version is refused.",
  positionals: { min: 1, max: 1 },
  options: {
    ...PLACE_OPTIONS,
    replace: { type: "boolean", summary: "throw away what the database holds now" },
  },
  examples: [
    { line: "concord admin restore concord.backup", answers: "into a new installation" },
    { line: "concord admin restore concord.backup --replace", answers: "instead of what is there" },
  ],
  async run(args, io) {
    const [file = ""] = args.positionals;
    const { readBackupFile, restoreBackup } = await store();
    const replace = args.options.replace === true;
    const chunks = untilStopped(readBackupFile(resolve(io.cwd, file)), io);
    const { head, rows, tables, migratedBy } = await restoreBackup(databasePlace(args, io), chunks, {
      replace,
    });
    const later = migratedBy > 0 ? ` and brought up to date by ${migratedBy} migrations` : "";
    await io.out(
      `Restored: ${count(rows)} rows of ${tables} tables, as of ${head.takenAt} (Concord ${head.version})${later}.\n`,
    );
    return 0;
  },
};

const checkCommand: Command = {
  name: "admin check-backup",
  summary: "read a backup whole and check every hash and count, without a database",
  usage: "FILE",
  positionals: { min: 1, max: 1 },
  options: {},
  examples: [{ line: "concord admin check-backup concord.backup", answers: "whether it could be restored" }],
  async run(args, io) {
    const { checkBackupFile } = await store();
    const [file = ""] = args.positionals;
    const { tables, rows } = await checkBackupFile(resolve(io.cwd, file));
    await io.out(`${file} is whole: ${count(rows)} rows of ${tables} tables.\n`);
    return 0;
  },
};

async function* untilStopped(chunks: AsyncIterable<Uint8Array>, io: CommandIo): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    io.signal.throwIfAborted();
    yield chunk;
  }
}

export const BACKUP_COMMANDS: readonly Command[] = [backupCommand, restoreCommand, checkCommand];
