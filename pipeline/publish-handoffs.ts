/** Publishing of the quick pass: coming meetings and briefs of the present exports, numbers of the last whole build. */
import {buildHandoffs, locateQuick, objectToQuick, readVersion} from "./build-handoffs.js";
import {makeShell, withLock} from "./build.js";
import type {Config} from "./config.js";
import {hashDefinitions, hashMade, hashPrivacy} from "./describe-build.js";
import {lookAtInputs} from "./inputs.js";
import {SILENT} from "./progress.js";
import {
  LeaksFound,
  publishInto,
  publishTrees,
  reportServed,
  type PublishReport,
  type PublishSiteOptions,
} from "./publish-site.js";
import {listKept, readServed, type Place} from "./refresh/place.js";
import {readStamp, type Workspace} from "./workspace.js";

/**
 * Publishes what the hours before a meeting change. What cannot be done quickly is done whole: where there is no whole build to go on from,
 * and where somebody may not see any more what that build says (a handoff changed hands since).
 * @param tellWhy is told why everything is built after all
 */
export async function publishQuick(
  place: Place,
  config: Config,
  workspace: Workspace,
  options: Omit<PublishSiteOptions, "out">,
  tellWhy: (why: string) => void,
): Promise<PublishReport> {
  const {progress = SILENT} = options;
  const quick = await withLock(workspace, async () => {
    const inputs = lookAtInputs(config, readStamp(workspace)?.known);
    const served = listKept(place).find(({name}) => name === readServed(place));
    const isAsBefore = served?.definitions === hashDefinitions(config) && served.privacy === hashPrivacy(config);
    const objection =
      objectToQuick(workspace, inputs, served) ?? (isAsBefore ? undefined : "settings have changed since the last whole build");
    if (objection !== undefined) return objection;
    await makeShell(config, workspace, progress);
    if (served!.made_from === hashMade(workspace, inputs)) return reportServed({isRebuilt: false, files: 0}, place, served!);
    const report = await buildHandoffs(config, workspace, inputs, progress);
    const settings = {...options, report, inputs, kind: "handoffs" as const, base: readVersion(workspace)};
    return publishTrees(place, config, locateQuick(workspace), settings).catch((error: unknown) => {
      if (error instanceof LeaksFound)
        return "what the last whole build says is not all for those to see whose the handoffs are by now";
      throw error;
    });
  });
  if (typeof quick !== "string") return quick;
  tellWhy(quick);
  return publishInto(place, config, workspace, options);
}
