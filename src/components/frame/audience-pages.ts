import type {AudienceKind} from "../../../pipeline/contract/audiences.js";
import type {PageKind, WordKey} from "../words/words.js";

/** The pages that an audience's site has: where it starts, what its bar and its foot name, and what only links lead to. */
export interface AudiencePages {
  start: PageKind;
  /** What the bar calls the start page; its own name if left out. */
  startName?: WordKey;
  bar: readonly PageKind[];
  foot: readonly PageKind[];
  more: readonly PageKind[];
}

/** Leadership's site is another where it may see people. */
export type SiteKind = AudienceKind | "exec_people";

const WORK = ["funnel", "team", "sdr", "ae", "board", "documentation", "feedback", "routing", "practices"] as const;

export const PAGES_OF: Readonly<Record<SiteKind, AudiencePages>> = {
  revops: {
    start: "overview",
    bar: [...WORK, "health"],
    foot: ["how_to_read", "playbook", "focuses", "raters", "glossary", "dictionary", "notice"],
    more: ["one_on_one", "brief", "ae_team"],
  },
  exec: {
    start: "overview",
    bar: ["funnel", "team", "documentation", "feedback"],
    foot: ["how_to_read", "playbook", "glossary", "notice"],
    more: [],
  },
  exec_people: {
    start: "overview",
    bar: WORK,
    foot: ["how_to_read", "playbook", "glossary", "notice"],
    more: ["one_on_one", "brief", "ae_team"],
  },
  team: {
    start: "team",
    startName: "nav_team",
    bar: ["sdr", "one_on_one", "board", "company", "funnel", "documentation", "feedback"],
    foot: ["how_to_read", "playbook", "glossary", "notice"],
    more: ["brief"],
  },
  sdr: {
    start: "sdr",
    startName: "nav_sdr",
    bar: ["board", "playbook", "glossary"],
    foot: ["how_to_read", "notice"],
    more: ["brief"],
  },
  ae_team: {
    start: "ae_team",
    startName: "nav_ae_team",
    bar: ["ae", "board", "glossary"],
    foot: ["how_to_read", "notice"],
    more: ["brief"],
  },
  ae: {start: "ae", startName: "nav_ae", bar: ["board", "glossary"], foot: ["how_to_read", "notice"], more: ["brief"]},
};

/** Every page of a site, its start page first. */
export function listPages(kind: SiteKind): PageKind[] {
  const {start, bar, foot, more} = PAGES_OF[kind];
  return [start, ...bar, ...foot, ...more];
}
