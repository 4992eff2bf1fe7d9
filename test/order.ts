import {relative} from "node:path";
import {BaseSequencer, type TestSpecification} from "vitest/node";

/**
 * What takes long comes first, so that no worker is left with it at the end while the other has nothing to do. A file that is not
 * named follows, those with a process of their own first, and grows into this list when it takes more than ten seconds.
 */
const LONGEST: readonly string[] = [
  "refresh/refresh",
  "end-to-end/said",
  "browser/shell",
  "cli/cli",
  "browser/german",
  "end-to-end/explained-numbers",
  "builds/incremental",
  "browser/hostile",
  "browser/odd",
  "browser/trees",
  "end-to-end/subsets",
  "builds/unchanged-models",
  "browser/briefs",
  "browser/coaching",
  "privacy/forget",
  "ingest/bad-inputs",
  "sample-data/same-metrics",
  "cli/builds",
  "cli/team-only",
  "publish/shell",
  "browser/dev",
  "real-inputs/site",
  "publish/datasets",
  "sheet/day",
  "end-to-end/bad-input",
  "publish/briefs",
  "coaching/truth",
  "models/brief-as-of",
  "bench/scale",
  "models/brief-states",
  "privacy/retention",
  "privacy/pseudonymise",
  "cli/init",
  "publish/coming",
  "leaks/audiences",
  "models/decisions",
  "inference/truth",
  "models/routing",
  "models/outcomes",
  "brief/properties",
  "models/chains",
  "models/criteria",
];
const PLACES = new Map(LONGEST.map((name, place) => [name, place]));

/** The order of `LONGEST`, the same on every machine and in every run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const name = ({moduleId, project}: TestSpecification) =>
      relative(`${project.config.root}/test`, moduleId).replace(/\.test\.ts$/, "");
    // Files in the same process follow each other, so that no process is started again and again.
    const rank = (file: TestSpecification) => PLACES.get(name(file)) ?? LONGEST.length + (file.project.name === "apart" ? 0 : 1);
    return [...files].sort((a, b) => rank(a) - rank(b) || (name(a) < name(b) ? -1 : 1));
  }
}
