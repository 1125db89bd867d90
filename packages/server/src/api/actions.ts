/** Every private address of the API. */
import type { Action } from "./action.ts";
import { AUDIT_ACTIONS } from "./routes/audit.ts";
import { CONSULTATION_READING } from "./routes/consultation.ts";
import { ME_ACTIONS } from "./routes/me.ts";
import { NOTICE_ACTIONS } from "./routes/notices.ts";

import { PEOPLE_ACTIONS } from "./routes/people/index.ts";
import { CONSULTATION_STEPS } from "./routes/step.ts";

export const ACTIONS: readonly Action[] = [
  ...ME_ACTIONS,
  ...CONSULTATION_READING,
  ...CONSULTATION_STEPS,
  ...AUDIT_ACTIONS,
  ...NOTICE_ACTIONS,
  ...PEOPLE_ACTIONS,
];
