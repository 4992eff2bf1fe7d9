/** `team/<slug>.json`. */
import type {TeamData} from "../contract/datasets.js";
import {listInTeam, nameManager} from "./audiences.js";
import type {BesideBook} from "./beside.js";
import type {Coaching} from "./coaching.js";
import type {ComingShelf} from "./coming/lines.js";
import {makeHeatRow, type FieldBook} from "./fields.js";
import type {Ground, Team} from "./ground.js";
import type {Lines} from "./handoff-lines.js";
import {makeHeadlines} from "./headline.js";
import type {Findings} from "./run-charts.js";
import {listToldApart, makeScorecardRow} from "./scorecard.js";
import type {Funnels} from "./stages.js";

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
  /** Handoffs of each SDR. */
  handoffs: Map<string, number>;
}

/** The team with the SDRs who are in it now, in order of name. */
export function makeTeam(ground: Ground, parts: Parts, team: Team): TeamData {
  const members = listInTeam(ground.sdrs, team.team);
  const others = ground.sdrs.filter(({person_id}) => parts.handoffs.has(person_id)).length - members.length;
  const scorecard = members.map((person) =>
    makeScorecardRow(ground, person, parts.handoffs.get(person.person_id) ?? 0, parts.besides),
  );
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

/** How many handoffs each SDR has. */
export async function countHandoffs({db}: Pick<Ground, "db">): Promise<Map<string, number>> {
  const rows = await db.rows<{sdr_id: string; handoffs: number}>(
    "select sdr_id, count(*)::integer as handoffs from marts.handoffs where sdr_id is not null group by sdr_id",
  );
  return new Map(rows.map((row) => [row.sdr_id, row.handoffs]));
}
