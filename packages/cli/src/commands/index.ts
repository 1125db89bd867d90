/** Every command, in the order of `concord --help`. A new room adds its own list here. */
import type { Command } from "../command.ts";
import { ADMIN_COMMANDS } from "./admin.ts";
import { AUDIT_COMMANDS } from "./audit.ts";
import { BACKUP_COMMANDS } from "./backup.ts";
import { DATA_COMMANDS } from "./data.ts";
import { DOCUMENT_COMMANDS } from "./document.ts";
import { ENCODE_COMMANDS } from "./encode.ts";
import { ESTIMATE_COMMANDS } from "./estimate.ts";
import { INSTRUMENT_COMMANDS } from "./instrument.ts";
import { LINK_COMMANDS } from "./link.ts";
import { neighboursCommand } from "./neighbours.ts";
import { PLAN_COMMANDS } from "./plan.ts";
import { PUBLISH_COMMANDS } from "./publish.ts";
import { RISK_COMMANDS } from "./risk.ts";
import { roadmapCommand } from "./roadmap.ts";
import { STATE_COMMANDS } from "./state.ts";
import { WORKER_COMMANDS } from "./worker.ts";
import { WORLD_COMMANDS } from "./world.ts";

export const COMMANDS: readonly Command[] = [
  ...STATE_COMMANDS,
  neighboursCommand,
  roadmapCommand,
  ...WORLD_COMMANDS,
  ...INSTRUMENT_COMMANDS,
  ...PLAN_COMMANDS,
  ...DATA_COMMANDS,
  ...AUDIT_COMMANDS,
  ...ESTIMATE_COMMANDS,
  ...ENCODE_COMMANDS,
  ...LINK_COMMANDS,
  ...RISK_COMMANDS,
  ...PUBLISH_COMMANDS,
  ...DOCUMENT_COMMANDS,
  ...BACKUP_COMMANDS,
  ...WORKER_COMMANDS,
  ...ADMIN_COMMANDS,
];
