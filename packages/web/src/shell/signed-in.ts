/** Whether somebody signed in on this browser: public pages ask nobody who they are unless this says so. */
const KEPT = "concord.signed-in";

export const maybeSignedIn = (): boolean => localStorage.getItem(KEPT) === "yes";

export function noteSignedIn(is: boolean): void {
  if (is) localStorage.setItem(KEPT, "yes");
  else localStorage.removeItem(KEPT);
}
