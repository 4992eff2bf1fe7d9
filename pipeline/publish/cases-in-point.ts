/**
 * Two to four handoffs to talk about in a 1:1: where the focus was kept and where it was missed; without a focus those rated best and worst, with how
 * the AE rates taken out, and the last no-shows of whom few meetings are held.
 */
import {listBehaviours, type Behaviour} from "../contract/behaviours.js";
import {writeCut} from "../cut-text.js";
import {quoteText} from "../db.js";
import type {CaseInPoint} from "../contract/datasets.js";
import {listBriefFields} from "./manifest.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {IS_CLOSED, writeSqlOver} from "./result-sql.js";
import {iso} from "./sql.js";

/** How many of each kind. */
const MOST: Record<CaseInPoint["kind"], number> = {good: 1, missed: 2, no_show: 2, best: 1, worst: 1};
/** Characters of a brief's field; the brief itself has all of it. */
const CHARACTERS = 600;

type Row = Omit<CaseInPoint, "brief"> & {sdr_id: string; field: string | null; text: string | null};

/** Reads them for everybody at once, of the last half-year. */
export async function readCasesInPoint({db, config}: Pick<Ground, "db" | "config">): Promise<(person: Person) => CaseInPoint[]> {
  const labels = new Map(listBriefFields(config).map(({field, label}) => [field, label]));
  const fields = listBehaviours(config).flatMap((entry) => {
    const field = fieldOf(entry);
    return field ? [`(${quoteText(entry.behaviour)}, ${quoteText(field)})`] : [];
  });
  const limits = Object.entries(MOST).map(([kind, most]) => `when '${kind}' then ${most}`);
  const rows = await db.rows<Row>(`
    with fields(behaviour, field) as (${fields.length ? `values ${fields.join(", ")}` : "select null::text, null::text where false"}),
    of_focus as (
      select evidence.sdr_id, evidence.kind, evidence.handoff_id, evidence.position, fields.field
      from marts.focus_evidence as evidence left join fields on fields.behaviour = evidence.behaviour
      where evidence.place = 1 and evidence.kind in ('good', 'missed')
    ),
    lately as (
      select handoffs.* from marts.handoffs as handoffs cross join config.settings as settings
      where meeting_at > settings.as_of - interval 182 day and sdr_id in (select sdr_id from marts.focuses where place = 1 and behaviour is null)
    ),
    rated as (
      select sdr_id, handoff_id, row_number() over best as best, row_number() over worst as worst, count(*) over (partition by sdr_id) as n
      from (
        select lately.sdr_id, handoff_id, meeting_at, quality_score - coalesce(raters.severity, 0) as rating
        from lately left join marts.raters on raters.ae_id = lately.ae_id
        where quality_score is not null and lately.sdr_id is distinct from lately.ae_id
      )
      window best as (partition by sdr_id order by rating desc, meeting_at desc, handoff_id),
        worst as (partition by sdr_id order by rating, meeting_at desc, handoff_id)
    ),
    missed as (
      select sdr_id, handoff_id, row_number() over (partition by sdr_id order by meeting_at desc, handoff_id) as place
      from lately where outcome = 'no_show' and sdr_id in (
        select scope_id from marts.metrics where metric = 'show_rate' and scope = 'sdr' and period = 'trailing_90d' and status = 'below_target')
    ),
    chosen as (
      select * from of_focus
      union all select sdr_id, 'no_show', handoff_id, place, null from missed
      union all select sdr_id, 'best', handoff_id, best, null from rated where best = 1
      union all select sdr_id, 'worst', handoff_id, worst, null from rated where worst = 1 and n > 1
    )
    select chosen.sdr_id, chosen.kind, chosen.field, handoffs.handoff_id, handoffs.account_name as account, handoffs.ae_name as ae, ${iso("handoffs.meeting_at")} as meeting_at,
      handoffs.outcome, handoffs.sql_at is not null as is_sql, handoffs.rejection_reason, handoffs.disqualification_reason, handoffs.feedback_id is not null as is_answered, ${IS_CLOSED} as is_closed, ${writeSqlOver(config)} as is_sql_over,
      handoffs.quality_score, handoffs.missing, handoffs.helpful, case when length(texts.value) > ${CHARACTERS} then ${writeCut("texts.value", CHARACTERS)} else texts.value end as text, calls.url as call_url
    from chosen
    inner join marts.handoffs as handoffs on handoffs.handoff_id = chosen.handoff_id
    cross join config.settings as settings
    left join marts.brief_values as texts on texts.handoff_id = chosen.handoff_id and texts.field = chosen.field
    left join (select handoff_id, arg_max(url, started_at) as url from staging.stg_calls where url is not null group by handoff_id) as calls
      on calls.handoff_id = chosen.handoff_id
    where chosen.position <= case chosen.kind ${limits.join(" ")} end
    order by chosen.sdr_id, list_position([${Object.keys(MOST).map(quoteText).join(", ")}], chosen.kind), chosen.position`);
  const bySdr = groupBy(rows, ({sdr_id}) => sdr_id);
  return ({person_id}) =>
    (bySdr.get(person_id) ?? []).map(({sdr_id: _, field, text, ...row}) => ({
      ...row,
      brief: field === null ? null : {label: labels.get(field) ?? field, text: text?.trim() || null},
    }));
}

/** The field that a behaviour is seen in. */
function fieldOf({counted, behaviour}: Behaviour): string | null {
  if (counted.from === "fields") return counted.field;
  return behaviour === "specificity" || behaviour === "copied_texts" ? "pain_primary" : null;
}
