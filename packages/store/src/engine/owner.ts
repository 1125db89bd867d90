import type { Store } from "../store.ts";
import type { Engine } from "./session.ts";

const ENGINES = new WeakMap<Store, Engine>();

/** Remembers which engine a store stands on. */
export function keepOwner(store: Store, engine: Engine): Store {
  ENGINES.set(store, engine);
  return store;
}

/**
 * The engine under a store, whose transactions run as the owner of the tables, beyond every row policy: for loading the knowledge base, backup and
 * the job queue. It isn't part of what the package shows to others, and no transaction leads to it.
 */
export function ownerOf(store: Store): Engine {
  const engine = ENGINES.get(store);
  if (!engine) throw new Error("this store stands on no engine");
  return engine;
}
