/** The contributor's half of record linkage, put in the table. */
import { encodeCommand } from "@concord/linkage/command";
import type { Command } from "../command.ts";

export const ENCODE_COMMANDS: readonly Command[] = [encodeCommand];
