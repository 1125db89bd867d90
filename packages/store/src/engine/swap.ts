/**
 * Exchanging the embedded database for another one. The other is built in `restoring/`; renaming that to `restored/` is the moment at which
 * the exchange holds. Whoever opens the folder next, be it after a kill in the middle, throws away what is half built and finishes what holds.
 */
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Where the other database is built. */
export const buildingPlace = (folder: string) => join(folder, "restoring");

/** Throws away what is half built. */
export function discardBuilding(folder: string): Promise<void> {
  return rm(buildingPlace(folder), { recursive: true, force: true });
}

async function reachDisk(folder: string): Promise<void> {
  // Windows knows no such thing as a folder that can be synced.
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Lets the database that was built take the place of the present one. */
export async function swapIn(folder: string): Promise<void> {
  await reachDisk(buildingPlace(folder));
  await rename(buildingPlace(folder), join(folder, "restored"));
  await reachDisk(folder);
  await finishSwap(folder);
}

/** Finishes an exchange that holds, and clears away one that doesn't. The folder must be locked. */
export async function finishSwap(folder: string): Promise<void> {
  await discardBuilding(folder);
  const restored = join(folder, "restored");
  if (!existsSync(restored)) return;
  await rm(join(folder, "cluster"), { recursive: true, force: true });
  await rm(join(folder, "creating"), { force: true });
  await rename(restored, join(folder, "cluster"));
  await reachDisk(folder);
}
