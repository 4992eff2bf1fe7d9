/** The checklists' part of `documentation.json`: how often each criterion is met, by whom, and what goes with meeting them all. */
import type {ChecklistData, CriterionCell} from "../contract/datasets.js";
import {CHECKLISTS, type Checklist} from "../contract/criteria.js";
import {findMetric} from "../contract/metrics.js";
import {listMembers, readRules} from "../metrics/index.js";
import {newcombeDifference, wilson} from "../stats/proportion.js";
import {groupBy, type Ground} from "./ground.js";
import {JUDGED} from "./sql.js";

interface Count extends CriterionCell {
  sdr_id: string;
  team: string;
}
/** Column of marts.handoffs that says that every criterion is met. */
const ALL_MET = {qualification: "is_msq_compliant", readiness: "is_ready"} as const;
/** From when on each half of a comparison holds enough to be shown is the reader's `min_n`. */
const COMPARED = "meeting_to_sql_rate";

/** One part per checklist that has criteria, over handoffs held or missed. */
export async function makeChecklists(ground: Ground): Promise<ChecklistData[]> {
  const parts: ChecklistData[] = [];
  for (const checklist of CHECKLISTS) if (ground.config[checklist].length > 0) parts.push(await makeChecklist(ground, checklist));
  return parts;
}

async function makeChecklist(ground: Ground, checklist: Checklist): Promise<ChecklistData> {
  const {db, config, sdrs, teams} = ground;
  const counts = await db.rows<Count>(`
    select coalesce(sdr_id, '') as sdr_id, coalesce(team, '') as team, criterion, (count(*) filter (where state = 'met'))::integer as met,
      (count(*) filter (where state = 'not_met'))::integer as not_met, (count(*) filter (where state = 'unknown'))::integer as unknown
    from marts.criteria inner join marts.handoffs on handoffs.handoff_id = criteria.handoff_id
    where checklist = '${checklist}' and ${JUDGED} group by all`);
  const totals = await db.rows<{sdr_id: string; team: string; handoffs: number; all_met: number}>(`
    select coalesce(sdr_id, '') as sdr_id, coalesce(team, '') as team, count(*)::integer as handoffs,
      (count(*) filter (where ${ALL_MET[checklist]}))::integer as all_met
    from marts.handoffs where ${JUDGED} group by all`);
  const names = config[checklist].map(({criterion}) => criterion);
  const sum = (rows: readonly {handoffs: number; all_met: number}[]) => ({
    handoffs: rows.reduce((all, {handoffs}) => all + handoffs, 0),
    all_met: rows.reduce((all, {all_met}) => all + all_met, 0),
  });
  const byTeam = [groupBy(counts, ({team}) => team), groupBy(totals, ({team}) => team)] as const;
  const bySdr = [groupBy(counts, ({sdr_id}) => sdr_id), groupBy(totals, ({sdr_id}) => sdr_id)] as const;
  const group = (scope: "team" | "sdr", id: string, slug: string, name: string, [cells, sums]: typeof byTeam) =>
    sums.has(id)
      ? [{scope, slug, team: scope === "team" ? id : "", name, ...sum(sums.get(id)!), cells: addUp(names, cells.get(id) ?? [])}]
      : [];
  return {
    checklist,
    ...sum(totals),
    criteria: addUp(names, counts).map((cell) => {
      const {label, group: part, letter} = config[checklist].find(({criterion}) => criterion === cell.criterion)!;
      return {...cell, label, group: part, letter};
    }),
    groups: [
      ...teams.flatMap(({team, slug, team_name}) => group("team", team, slug, team_name, byTeam)),
      ...sdrs.flatMap(({person_id, slug, name}) => group("sdr", person_id, slug, name, bySdr)),
    ],
    comparison: await compare(ground, checklist),
  };
}

/** Sums per criterion, in the order of the checklist. */
function addUp(names: readonly string[], counts: readonly Count[]): CriterionCell[] {
  const byName = groupBy(counts, ({criterion}) => criterion);
  return names.map((criterion) => {
    const rows = byName.get(criterion) ?? [];
    const of = (state: "met" | "not_met" | "unknown") => rows.reduce((sum, row) => sum + row[state], 0);
    return {criterion, met: of("met"), not_met: of("not_met"), unknown: of("unknown")};
  });
}

/** Mature held meetings with every criterion met against the others: how many became an SQL in time. An association, no cause. */
async function compare({db, config, metrics}: Ground, checklist: Checklist): Promise<ChecklistData["comparison"]> {
  if (!metrics.has(COMPARED)) return null;
  const rows = await db.rows<{all_met: boolean; numerator: number; denominator: number; in_flight: number}>(`
    select handoffs.${ALL_MET[checklist]} as all_met, coalesce(sum(numerator), 0)::integer as numerator,
      coalesce(sum(denominator), 0)::integer as denominator, (count(*) filter (where not is_mature))::integer as in_flight
    from (${listMembers(findMetric(COMPARED)!, await readRules(db, config))}) as members
    inner join marts.handoffs as handoffs on handoffs.handoff_id = members.record_id
    where handoffs.${ALL_MET[checklist]} is not null group by all`);
  const half = (wanted: boolean) => {
    const {numerator, denominator, in_flight} = rows.find(({all_met}) => all_met === wanted) ?? {
      numerator: 0, denominator: 0, in_flight: 0,
    }; // prettier-ignore
    const {value, lower, upper} = wilson(numerator, denominator) ?? {value: null, lower: null, upper: null};
    return {metric: COMPARED, numerator, denominator, in_flight, value, lower, upper};
  };
  const [all_met, others] = [half(true), half(false)];
  const difference = newcombeDifference(
    {successes: all_met.numerator, n: all_met.denominator},
    {successes: others.numerator, n: others.denominator},
  );
  return {all_met, others, difference};
}
