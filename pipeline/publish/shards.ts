/** Into which files the members behind numbers are laid: an owner's own and nobody else's. */
import {STAGE_METRICS} from "../contract/funnel.js";
import {METRICS} from "../contract/metrics.js";
import {DOCUMENTATION_SHOWN} from "./documentation.js";
import {FEEDBACK_SHOWN} from "./feedback.js";
import type {Ground} from "./ground.js";
import {listHeadlines} from "./headline.js";
import {AE_METRICS} from "./metric-rows.js";
import {ROUTING_SHOWN} from "./routing.js";
import {STAGE_DAYS} from "./stages.js";

/** Files of one kind, a file per owner. */
export interface Shards {
  /** Below `facts/`, with a slash at its end; empty for the SDRs' own. */
  folder: string;
  owners: readonly {id: string; slug: string}[];
  /** SQL over temp.site_members: whose a member is. */
  owner: string;
  /** All metrics if left out. */
  metrics?: readonly string[];
  /** Only so many of the newest, of each metric and of each of `each` (SQL); all if left out. */
  most?: {count: number; each: readonly string[]};
  isWithSdr: boolean;
  isWithDimensions: boolean;
}

/** A page shows a team's numbers of a year at most, and a list of more records nobody reads: the command line prints all. */
const MOST_OF_TEAM = 2000;
/** The company's numbers are of single months, two years back. */
export const MOST_OF_MONTH = 500;

/** Medians that stand between two stages of the funnel. */
const STAGE_MEDIANS = Object.values(STAGE_DAYS);

/** What is said of every kind of file, in the order they are written. */
export function listShards({sdrs, aes, teams, metrics}: Ground): Shards[] {
  const people = (list: Ground["sdrs"]) => list.map(({person_id, slug}) => ({id: person_id, slug}));
  const ofTeams = [...listHeadlines(metrics), ...Object.values(STAGE_METRICS).flat()];
  const newest = {count: MOST_OF_TEAM, each: []};
  const ofCompany = new Set([...ofTeams, ...STAGE_MEDIANS, ...DOCUMENTATION_SHOWN, ...FEEDBACK_SHOWN, ...ROUTING_SHOWN]);
  const known = METRICS.flatMap(({name}, place) =>
    metrics.has(name) && ofCompany.has(name) ? [{id: String(place), slug: name}] : [],
  );
  return [
    {folder: "", owners: people(sdrs), owner: "members.sdr_id", isWithSdr: false, isWithDimensions: false},
    {folder: "team/", owners: teams.map(({team, slug}) => ({id: team, slug})), owner: "members.team", metrics: [...ofTeams, ...STAGE_MEDIANS], most: newest, isWithSdr: true, isWithDimensions: false},
    {folder: "ae/", owners: people(aes), owner: "members.ae_id", metrics: AE_METRICS, most: newest, isWithSdr: true, isWithDimensions: false},
    {folder: "rater/", owners: people(aes), owner: "members.ae_id", metrics: ["handoff_quality_score"], most: newest, isWithSdr: true, isWithDimensions: false},
    {folder: "company/", owners: known, owner: "members.metric::text", most: {count: MOST_OF_MONTH, each: ["date_trunc('month', members.dated_at)"]}, isWithSdr: true, isWithDimensions: true},
  ]; // prettier-ignore
}
