/** The other half of record linkage, at the desk or the server, put in the table. */
import { linkCommand } from "@concord/linkage/command";
import type { Command } from "../command.ts";

export const LINK_COMMANDS: readonly Command[] = [linkCommand];
