/** `concord admin …`: accounts, for whoever runs the server. */
import type { ConsoleAnswer, ConsoleCommand } from "@concord/store";
import { BadInput, type Command, type CommandArguments, type CommandIo } from "../command.ts";
import { databasePlace, PLACE_OPTIONS } from "../database-place.ts";
import { doorOf } from "../operator-door.ts";

const LOCAL = "http://localhost:4510";

/** Hands the command to the server that holds the embedded database. */
async function askServer(folder: string, command: ConsoleCommand, lockedBy: unknown): Promise<ConsoleAnswer> {
  const door = await doorOf(folder);
  if (!door) throw lockedBy;
  const answer = await fetch(`${door.url}/accounts`, {
    method: "POST",
    headers: { authorization: `Bearer ${door.token}` },
    body: JSON.stringify(command),
  });
  if (!answer.ok)
    throw new BadInput(`the running server refuses the command (${answer.status}): see its log`);
  return (await answer.json()) as ConsoleAnswer;
}

/** Runs a command: in the database itself, or through the server that holds it. */
async function runThere(command: ConsoleCommand, args: CommandArguments, io: CommandIo): Promise<number> {
  const { openStore, runConsoleCommand, StoreError } = await import("@concord/store");
  const place = databasePlace(args, io);
  const publicUrl = io.env.CONCORD_ORIGIN || LOCAL;
  let answer: ConsoleAnswer;
  try {
    const store = await openStore(place);
    try {
      answer = await runConsoleCommand(store, command, { publicUrl, now: new Date() });
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!("folder" in place && error instanceof StoreError && error.code === "folder-locked")) throw error;
    answer = await askServer(place.folder, command, error);
  }
  if (!answer.ok) throw new BadInput(answer.message);
  for (const line of answer.lines) await io.out(`${line}\n`);
  return 0;
}

const invite: Command = {
  name: "admin invite",
  summary: "print a one-time link that makes an administrator",
  usage: "",
  description: "Good for a day. Links printed before stop working. Works while the server runs, too.",
  positionals: { min: 0, max: 0 },
  options: PLACE_OPTIONS,
  examples: [{ line: "concord admin invite", answers: "a link to open in a browser" }],
  run: (args, io) => runThere({ name: "invite" }, args, io),
};

const list: Command = {
  name: "admin user list",
  summary: "list the accounts: address, name, state, roles",
  usage: "",
  positionals: { min: 0, max: 0 },
  options: PLACE_OPTIONS,
  examples: [{ line: "concord admin user list", answers: "a line for each account, separated by tabs" }],
  run: (args, io) => runThere({ name: "list" }, args, io),
};

const suspend: Command = {
  name: "admin user suspend",
  summary: "suspend an account and end its sessions, or lift the suspension",
  usage: "EMAIL",
  positionals: { min: 1, max: 1 },
  options: { ...PLACE_OPTIONS, lift: { type: "boolean", summary: "lift the suspension" } },
  examples: [
    { line: "concord admin user suspend a@example.org", answers: "the account is signed out at once" },
    { line: "concord admin user suspend a@example.org --lift", answers: "the account can sign in again" },
  ],
  run: (args, io) =>
    runThere(
      { name: "suspend", email: args.positionals[0] ?? "", lift: args.options.lift === true },
      args,
      io,
    ),
};

const ROLES = ["observer", "member", "focal-point", "secretariat", "administrator"] as const;

const role: Command = {
  name: "admin user role",
  summary: "give an account a role at an actor",
  usage: "EMAIL ACTOR ROLE",
  description: `Roles: ${ROLES.join(", ")}. The last two are those of concord-secretariat, the others of every other actor.`,
  positionals: { min: 3, max: 3 },
  options: PLACE_OPTIONS,
  examples: [
    {
      line: "concord admin user role a@example.org BGD focal-point",
      answers: "the account is focal point of Bangladesh",
    },
  ],
  run(args, io) {
    const [email = "", actor = "", typed] = args.positionals;
    const known = ROLES.find((one) => one === typed);
    if (!known) throw new BadInput(`"${typed}" is no role: give one of ${ROLES.join(", ")}`);
    return runThere({ name: "role", email, actor, role: known }, args, io);
  },
};

export const ADMIN_COMMANDS: readonly Command[] = [invite, list, suspend, role];
