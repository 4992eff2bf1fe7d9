/** `documentation.json`: field by field, over time and by SDR. */
import type {DocumentationData} from "../contract/datasets.js";
import {makeChecklists} from "./checklists.js";
import {makeHeatRow, type FieldBook} from "./fields.js";
import {groupBy, type Ground} from "./ground.js";
import {makeHeadlines} from "./headline.js";
import {JUDGED, monthOf} from "./sql.js";

/** Metrics that the page shows of the company. */
export const DOCUMENTATION_SHOWN = ["documentation_completeness", "weighted_documentation", "fully_documented_rate", "brief_on_time_rate", "msq_compliance_rate", "readiness_rate"]; // prettier-ignore
const MONTHS = 12;

export async function makeDocumentation(ground: Ground, fields: FieldBook): Promise<DocumentationData> {
  const {db, config, metrics, sdrs} = ground;
  const months = await db.rows<{field: string; month: string; filled: number; judged: number}>(`
    with handoffs as (select handoff_id, ${monthOf("meeting_at", config.timezone)} as month from marts.handoffs where ${JUDGED})
    select field, month::text as month, (count(*) filter (where state <> 'missing'))::integer as filled, count(*)::integer as judged
    from marts.brief_fields inner join handoffs on handoffs.handoff_id = brief_fields.handoff_id
    group by field, handoffs.month order by field, month`);
  const later = await db.rows<{field: string; count: number}>(`
    select field, count(*)::integer as count from marts.brief_fields
    where is_added_later and ${JUDGED} group by field order by count desc, field`);
  const [totals] = await db.rows<{handoffs: number; judged_late: number}>(`
    select count(*)::integer as handoffs, (count(*) filter (where is_judged_late))::integer as judged_late
    from marts.handoffs where ${JUDGED} and handoff_id in (select handoff_id from marts.brief_letters)`);
  const last = [...new Set(months.map(({month}) => month))].sort().slice(-MONTHS);
  const byField = groupBy(
    months.filter(({month}) => last.includes(month)),
    (row) => row.field,
  );
  // An export without any brief is an absence, not a row of empty fields.
  const hasBrief = metrics.has("documentation_completeness") || metrics.has("weighted_documentation");
  const names = DOCUMENTATION_SHOWN.filter((metric) => metrics.has(metric));
  return {
    headlines: makeHeadlines(metrics, "company", "", names),
    fields: !hasBrief
      ? []
      : fields.company.map((cell) => ({
          ...cell,
          months: (byField.get(cell.field) ?? []).map(({month, filled, judged}) => ({month, filled, judged})),
        })),
    heat: !hasBrief
      ? []
      : sdrs.filter(({person_id}) => fields.handoffsOf(person_id) > 0).map((person) => makeHeatRow(fields, person)),
    handoffs: hasBrief ? totals!.handoffs : 0,
    judged_late: hasBrief ? totals!.judged_late : 0,
    added_later: hasBrief ? later : [],
    checklists: await makeChecklists(ground),
  };
}
