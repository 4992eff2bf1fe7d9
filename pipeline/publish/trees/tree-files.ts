/** Which files of the whole lie in an audience's tree. Pure: paths are those below `data/`. */
import type {Audience, AudienceOptions} from "./audiences.js";

/** Files that no tree but RevOps' may hold, where leadership sees people. */
const OF_REVOPS =
  /^(raters\.json|facts\/rater\/|health\.json|health\/|turns\/|coming\/turns\.json|dictionary\.json|focuses\.json)/;
/** How to reach contacts is for the AE of the handoff alone, whoever else sees everything. */
const OF_AE = /^contacts\//;
const BRIEFS = /^briefs\//;
const MANIFEST = "manifest.json";

export interface TreeFiles {
  /** Taken over as they are, so that all trees share their bytes. */
  shared: readonly string[];
  /** Everything that is there, with the briefs: nothing has to be picked. */
  isWhole: boolean;
}

/**
 * Files that the tree shares with the whole, besides briefs, which are told apart by handoff. @param files what there is; a person may lack
 * some, as a calendar where nothing is to do
 */
export function pickFiles(audience: Audience, files: ReadonlySet<string>, {execSeesPeople}: AudienceOptions): TreeFiles {
  const {kind, slug, sdrs, aes} = audience;
  if (kind === "revops" || (kind === "exec" && execSeesPeople)) {
    const isShared = (path: string) => path !== MANIFEST && !OF_AE.test(path) && (kind === "revops" || !OF_REVOPS.test(path));
    return {shared: [...files].filter(isShared), isWhole: true};
  }
  const own = {
    exec: () => [],
    team: () => [`team/${slug}.json`, `coming/team/${slug}.json`, `facts/team/${slug}.arrow`, `search/team/${slug}.json`, ...sdrs.flatMap((sdr) => [...listOfSdr(sdr.slug), `one-on-one/${sdr.slug}.json`])],
    sdr: () => listOfSdr(slug),
    ae_team: () => [`ae-team/${slug}.json`, ...aes.flatMap((ae) => listOfAe(ae.slug))],
    ae: () => [...listOfAe(slug), `contacts/${slug}.json`],
  }[kind](); // prettier-ignore
  const isShown = (path: string) => files.has(path) && !BRIEFS.test(path);
  const playbook = kind === "ae" || kind === "ae_team" ? [] : ["playbook.json"];
  return {shared: [...own, ...playbook].filter(isShown), isWhole: false};
}

const listOfSdr = (slug: string): string[] => [
  `sdr/${slug}.json`,
  `facts/${slug}.arrow`,
  `facts/handoffs/${slug}.arrow`,
  `focus-cases/${slug}.json`,
  `search/sdr/${slug}.json`,
  `coming/sdr/${slug}.json`,
  `coming/sdr/${slug}.ics`,
];

const listOfAe = (slug: string): string[] => [
  `ae/${slug}.json`,
  `facts/ae/${slug}.arrow`,
  `search/ae/${slug}.json`,
  `coming/ae/${slug}.json`,
  `coming/ae/${slug}.ics`,
];
