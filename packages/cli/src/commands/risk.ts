/** How likely case records are to be traced to persons, put in the table. */
import { riskCommand } from "@concord/disclosure/command";
import type { Command } from "../command.ts";

export const RISK_COMMANDS: readonly Command[] = [riskCommand];
