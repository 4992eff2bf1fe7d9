import {relative} from "node:path";
import {BaseSequencer, type TestSpecification} from "vitest/node";

/**
 * What takes long comes first, so that no worker is left with it at the end while the other has nothing to do. A file that is not
 * named follows, those with a process of their own first, and grows into this list when it takes more than ten seconds.
 */
const LONGEST: readonly string[] = [
  "end-to-end/said",
  "browser/shell",
  "browser/trees",
  "browser/briefs",
  "builds/unchanged-models",
  "end-to-end/subsets",
  "cli/cli",
  "browser/coaching",
  "builds/incremental",
  "cli/builds",
  "publish/shell",
  "browser/dev",
  "end-to-end/explained-numbers",
  "sample-data/same-metrics",
  "inference/truth",
  "models/routing",
  "models/outcomes",
  "brief/properties",
  "ingest/bad-inputs",
  "models/chains",
  "privacy/forget",
  "models/criteria",
  "real-inputs/site",
  "coaching/truth",
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
