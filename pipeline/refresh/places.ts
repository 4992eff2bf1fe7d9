/** Where the builds of a workspace have been published, so that whoever is to be forgotten is forgotten there, too. */
import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {LockedError, takeLock} from "../lock.js";
import {listKept, locatePlace, pruneBuilds, writeAside} from "./place.js";

/** Where mails are written unless somewhere else is asked for. */
export const locateMails = (folder: string): string => join(folder, "digest");

const locate = ({folder}: {folder: string}) => join(folder, "published.json");

export function listPlaces(workspace: {folder: string}): string[] {
  const path = locate(workspace);
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as string[]) : [];
  } catch {
    return [];
  }
}

export function notePlace(workspace: {folder: string}, out: string): void {
  const places = listPlaces(workspace);
  if (!places.includes(out)) writeAside(locate(workspace), JSON.stringify([...places, out]));
}

/**
 * Removes every kept build but the served ones, which the next one replaces, and the mails that were written into the workspace: somebody
 * whom they hold is to be forgotten.
 * @returns how many went, and the folders whose served build still holds them
 */
export function forgetKept(workspace: {folder: string}): {removed: number; served: string[]} {
  rmSync(locateMails(workspace.folder), {recursive: true, force: true});
  const places = listPlaces(workspace).map(locatePlace);
  let removed = 0;
  for (const place of places) {
    const release = takeIfFree(place.lock);
    // A refresh at work there removes them at its end, or the next one does; none of them is brought back meanwhile.
    if (!release) continue;
    try {
      removed += pruneBuilds(place, 1, () => true).length;
      rmSync(place.refused, {force: true});
    } finally {
      release();
    }
  }
  return {removed, served: places.filter((place) => listKept(place).length > 0).map(({out}) => out)};
}

function takeIfFree(lock: string): (() => void) | undefined {
  try {
    return takeLock(lock);
  } catch (error) {
    if (error instanceof LockedError) return undefined;
    throw error;
  }
}
