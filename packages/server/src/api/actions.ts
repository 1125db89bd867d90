/** Every private address of the API. */
import type { Action } from "./action.ts";
import { AUDIT_ACTIONS } from "./routes/audit.ts";
import { ME_ACTIONS } from "./routes/me.ts";
import { NOTICE_ACTIONS } from "./routes/notices.ts";

import { PEOPLE_ACTIONS } from "./routes/people/index.ts";

export const ACTIONS: readonly Action[] = [
  ...ME_ACTIONS,
  ...AUDIT_ACTIONS,
  ...NOTICE_ACTIONS,
  ...PEOPLE_ACTIONS,
];
