/** Into which files the members behind numbers are laid: an owner's own and nobody else's. */
import {STAGE_METRICS} from "../../contract/funnel.js";
import {METRICS} from "../../contract/metrics.js";
import {DOCUMENTATION_SHOWN} from "../documentation.js";
import {FEEDBACK_SHOWN} from "../feedback.js";
import type {Ground} from "../ground.js";
import {listHeadlines} from "../headline.js";
import {AE_METRICS} from "../metric-rows.js";
import {ROUTING_SHOWN} from "../routing.js";
import {STAGE_DAYS} from "../funnel/stages.js";

/** Files of one kind, a file per owner. */
export interface Shards {
  /** Below `facts/`, with a slash at its end; empty for the SDRs' own. */
  folder: string;
  /** By the number that `owner` gives; the same in order of number. */
  owners: readonly {number: number; slug: string}[];
  /** SQL over temp.site_members as `members` and temp.site_records as `records`: whose a member is. */
  owner: "members.sdr_place" | "records.team_place" | "records.ae_place" | "members.metric";
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
  const number = (list: readonly {slug: string}[]) => list.map(({slug}, number) => ({number, slug}));
  const ofTeams = [...listHeadlines(metrics), ...Object.values(STAGE_METRICS).flat()];
  const newest = {count: MOST_OF_TEAM, each: []};
  const ofCompany = new Set([...ofTeams, ...STAGE_MEDIANS, ...DOCUMENTATION_SHOWN, ...FEEDBACK_SHOWN, ...ROUTING_SHOWN]);
  const known = METRICS.flatMap(({name}, place) =>
    metrics.has(name) && ofCompany.has(name) ? [{number: place, slug: name}] : [],
  );
  return [
    {folder: "", owners: number(sdrs), owner: "members.sdr_place", isWithSdr: false, isWithDimensions: false},
    {folder: "team/", owners: number(teams), owner: "records.team_place", metrics: [...ofTeams, ...STAGE_MEDIANS], most: newest, isWithSdr: true, isWithDimensions: false},
    {folder: "ae/", owners: number(aes), owner: "records.ae_place", metrics: AE_METRICS, most: newest, isWithSdr: true, isWithDimensions: false},
    {folder: "rater/", owners: number(aes), owner: "records.ae_place", metrics: ["handoff_quality_score"], most: newest, isWithSdr: true, isWithDimensions: false},
    {folder: "company/", owners: known, owner: "members.metric", metrics: [...ofCompany], most: {count: MOST_OF_MONTH, each: ["instants.month"]}, isWithSdr: true, isWithDimensions: true},
  ]; // prettier-ignore
}
