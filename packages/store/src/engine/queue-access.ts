import type { Store } from "../store.ts";
import { ownerOf } from "./owner.ts";
import type { QueueAccess } from "./session.ts";

/** How the job queue reaches the database under a store; for nothing else. */
export const queueAccess = (store: Store): QueueAccess => ownerOf(store).queue;
