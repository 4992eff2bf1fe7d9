/** Brings a kept build back. */
import type {Config} from "./config.js";
import {hashPrivacy} from "./describe-build.js";
import {UserError} from "./errors.js";
import {withPlace} from "./publish-site.js";
import type {KeptBuild} from "./refresh/build-record.js";
import {listKept, locatePlace, madeFrom, readServed, readWithdrawn, serveBuild, writeAside} from "./refresh/place.js";
import {describeServed, readStatus, toText, writeStatus} from "./refresh/status.js";

/**
 * Serves a kept build instead of the present one, by default the one before it. What is taken back is not published again until exports,
 * settings or code have changed.
 * @param wanted number, version or name of a build
 * @throws UserError when there is none, or when it shows more than may be seen by now
 */
export async function rollBack(
  config: Config,
  {out, wanted, now = new Date()}: {out: string; wanted?: string; now?: Date},
): Promise<{from: KeptBuild | undefined; to: KeptBuild}> {
  const place = locatePlace(out);
  return withPlace(place, () => {
    const kept = listKept(place);
    const from = kept.find(({name}) => name === readServed(place));
    const to = findBuild(kept, wanted, from);
    if (to.privacy !== hashPrivacy(config))
      throw new UserError(
        `${to.name}: made before somebody was put on the list of who is to be forgotten, or under other settings of who sees what; it is not brought back\n  → run: npm run baton -- refresh`,
      );
    if (from && from.number > to.number) writeAside(place.withdrawn, JSON.stringify([...readWithdrawn(place), madeFrom(from)]));
    serveBuild(place, to.name);
    const status = readStatus(place);
    if (status) {
      const served = describeServed(place, config, config.refresh.stale_after_hours, now);
      const note = `rolled back to ${to.name} at ${toText(now)}`;
      writeStatus(place, {...status, served, notes: [...status.notes, note]});
    }
    return Promise.resolve({from, to});
  });
}

/** The kept build that is meant. @throws UserError naming those that are there */
export function findBuild(kept: readonly KeptBuild[], wanted: string | undefined, served: KeptBuild | undefined): KeptBuild {
  const found =
    wanted === undefined
      ? kept.filter(({number}) => number < (served?.number ?? Infinity)).at(-1)
      : kept.find(
          ({name, number, version}) =>
            wanted === name || wanted === String(number) || (wanted.length >= 4 && version.startsWith(wanted)),
        );
  if (found) return found;
  const names = kept.map(({name}) => name).join(", ");
  throw new UserError(
    wanted === undefined
      ? `there is no build before the served one${names ? `; kept are ${names}` : ""}`
      : `${wanted}: no build is kept by that number, version or name${names ? `; kept are ${names}` : ""}`,
    // A name that is none is a mistake of whoever gave it.
    wanted === undefined ? 1 : 2,
  );
}
