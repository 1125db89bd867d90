/** The command of the estimation engine, put in the table. */
import { estimateCommand } from "@concord/estimate/command";
import type { Command } from "../command.ts";

export const ESTIMATE_COMMANDS: readonly Command[] = [estimateCommand];
