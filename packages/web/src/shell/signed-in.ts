/** Whether somebody signed in on this browser: public pages ask nobody who they are unless this says so. */
import { useSyncExternalStore } from "react";

const KEPT = "concord.signed-in";

/** Told when it changes here; of changes in other windows the browser tells. */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

const read = () => localStorage.getItem(KEPT) === "yes";

/** Whether somebody may be signed in; what shows it changes at once when somebody signs in or out. */
export const useMaybeSignedIn = (): boolean => useSyncExternalStore(subscribe, read);

/** Keeps what the server said of it. */
export function noteSignedIn(is: boolean): void {
  if (read() === is) return;
  if (is) localStorage.setItem(KEPT, "yes");
  else localStorage.removeItem(KEPT);
  for (const listener of listeners) listener();
}
