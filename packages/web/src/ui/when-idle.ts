import { useSyncExternalStore } from "react";

/** A page that is still busy after this many milliseconds counts as at rest all the same. */
const LONGEST_WAIT = 4_000;
/** Browsers that can't say when they rest are given this long. */
const USUAL_WAIT = 1_500;

let rests = false;
const listeners = new Set<() => void>();

function rest(): void {
  rests = true;
  for (const listener of listeners) listener();
}

let asked = false;
function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    const whenLoaded = () => {
      if ("requestIdleCallback" in window) requestIdleCallback(rest, { timeout: LONGEST_WAIT });
      else setTimeout(rest, USUAL_WAIT);
    };
    if (document.readyState === "complete") whenLoaded();
    else window.addEventListener("load", whenLoaded, { once: true });
  }
  return () => listeners.delete(listener);
}

/** Whether the page has been drawn and the browser has nothing better to do; once true it stays so. */
export function useWhenIdle(): boolean {
  return useSyncExternalStore(listen, () => rests);
}
