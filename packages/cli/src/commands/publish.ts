/** Case records made fit for publication, put in the table. */
import { publishCommand } from "@concord/disclosure/command";
import type { Command } from "../command.ts";

export const PUBLISH_COMMANDS: readonly Command[] = [publishCommand];
