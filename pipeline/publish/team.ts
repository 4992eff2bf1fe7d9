/** `team/<slug>.json`. */
import type {TeamData} from "../contract/datasets.js";
import {listInTeam, nameManager} from "./trees/audiences.js";
import type {BesideBook} from "./beside.js";
import type {Coaching} from "./coaching.js";
import type {ComingShelf} from "./coming/lines.js";
import {makeHeatRow, type FieldBook} from "./fields.js";
import type {Ground, Person, Team} from "./ground.js";
import type {Lines} from "./handoff-lines.js";
import {makeHeadlines} from "./headline.js";
import type {Findings} from "./run-charts.js";
import {listToldApart, makeScorecardRow} from "./scorecard.js";
import type {Funnels} from "./funnel/stages.js";

/** What the documents of teams and people are made of, each part read once for all. */
export interface Parts {
  funnels: Funnels;
  fields: FieldBook;
  lines: Lines;
  coming: ComingShelf;
  findings: Findings;
  besides: BesideBook;
  coaching: Coaching;
  /** SDRs with something to do before a coming meeting. */
  calendars: Set<string>;
  /** Of each SDR with handoffs: how many, and the teams that they count for. */
  handoffs: Map<string, {handoffs: number; teams: readonly string[]}>;
}

/** The team with the SDRs who are in it now, in order of name. */
export function makeTeam(ground: Ground, parts: Parts, team: Team): TeamData {
  const countOf = ({person_id}: Pick<Person, "person_id">) => parts.handoffs.get(person_id)?.handoffs ?? 0;
  // Who became an AE with the move into this team has handoffs, but none of the team's: there is nothing to talk about here.
  const members = listInTeam(ground.sdrs, team.team).filter(
    ({person_id, role}) => role === "sdr" || role === null || parts.handoffs.get(person_id)?.teams.includes(team.team),
  );
  const others = ground.sdrs.filter(({person_id}) => parts.handoffs.has(person_id)).length - members.length;
  const scorecard = members.map((person) => makeScorecardRow(ground, person, countOf(person), parts.besides));
  return {
    slug: team.slug,
    team: team.team,
    name: team.team_name,
    manager_name: nameManager(members.length > 0 ? members : listInTeam(ground.aes, team.team)),
    headlines: makeHeadlines(ground.metrics, "team", team.team),
    scorecard,
    told_apart: listToldApart(scorecard),
    runs: parts.findings.runsOf("team", team.team),
    heat: members.map((person) => makeHeatRow(parts.fields, person)),
    coming: parts.coming.ofTeam(team.team),
    queue: parts.coaching.queueOf(members),
    // The rate of all SDRs less the own team's is that of the others.
    funnel_plots: others === 0 || others >= ground.config.publish.min_people ? parts.findings.plotsOf(members) : [],
    funnel: parts.funnels.of("team", team.team),
    shows: "people",
  };
}

/** How many handoffs each SDR has, and of which teams. */
export async function countHandoffs({db}: Pick<Ground, "db">): Promise<Parts["handoffs"]> {
  const rows = await db.rows<{sdr_id: string; handoffs: number; teams: string[] | null}>(`
    select sdr_id, count(*)::integer as handoffs, list(distinct team) filter (where team is not null) as teams
    from marts.handoffs where sdr_id is not null group by sdr_id`);
  return new Map(rows.map(({sdr_id, handoffs, teams}) => [sdr_id, {handoffs, teams: teams ?? []}]));
}
