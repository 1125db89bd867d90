/** Every private address of the API. */
import type { Action } from "./action.ts";
import { ME_ACTIONS } from "./routes/me.ts";

export const ACTIONS: readonly Action[] = [...ME_ACTIONS];
