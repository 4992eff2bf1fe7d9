// grain: one row per handoff
// key: handoff_id
// why: what makes an SQL and an opportunity is configuration: a date column, a stage entered, or the AE's answer
// reads: staging.stg_handoffs, staging.stg_opportunities, staging.stg_stage_changes, intermediate.int_meetings, intermediate.int_handoff_facts, intermediate.int_outcomes, intermediate.int_feedback, intermediate.int_opportunity_dates, intermediate.int_known_columns, config.settings, config.known
import {quoteName, quoteText, type Database} from "../../db.js";
import {readStageRules, writeAnswers, writeStageEntries, type StageRule} from "./stage-rules.js";

/** The sources that would show an SQL or an opportunity, as entities of `config.known`. */
const SHOWN_BY = {stage: "stage_changes", feedback: "feedback"} as const;

/** When each handoff became an SQL, an opportunity, and was won, before it is weighed which event came first. */
export async function write(db: Database): Promise<string> {
  const {sql, opportunity} = await readStageRules(db);
  const known = (rule: StageRule, column: string) =>
    rule.kind === "column" ? column : `(select known_at from config.known where entity = '${SHOWN_BY[rule.kind]}')`;
  const answered =
    opportunity.kind === "feedback"
      ? `left join (${writeAnswers(opportunity)}) as answers on answers.handoff_id = facts.handoff_id`
      : "";
  return `with facts as (select handoff_id, opportunity_id from intermediate.int_handoff_facts),
sqls as (${writeSqls(sql)}),
final as (
  select
    facts.handoff_id,
    sqls.entered_at as sql_at,
    ${answered ? "answers.entered_at" : "dates.opportunity_at"} as opportunity_at,
    case when opportunities.is_won then opportunities.closed_at end as won_at,
    opportunities.opportunity_id is not null as has_opportunity_record,
    opportunities.created_at as opportunity_created_at,
    opportunities.amount,
    upper(opportunities.currency) as currency,
    ${known(sql, "least(outcomes.known_at, coalesce(shown.known_at, outcomes.known_at))")} as sql_known_at,
    ${known(opportunity, "(select known_at from config.known where entity = 'opportunities')")} as opportunities_known_at
  from facts
  inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = facts.handoff_id
  left join sqls on sqls.handoff_id = facts.handoff_id
  ${sql.kind === "column" ? writeShown(sql.column!) : ""}
  left join staging.stg_opportunities as opportunities on opportunities.opportunity_id = facts.opportunity_id
  left join intermediate.int_opportunity_dates as dates on dates.opportunity_id = facts.opportunity_id
  ${answered}
)
select * from final`;
}

/** Up to when the column can say something of a handoff: an export of its source without the column says nothing of it. */
const writeShown = (column: string): string => `left join staging.stg_handoffs as rows on rows.row_key = outcomes.decisive_row_key
  left join intermediate.int_known_columns as shown
    on shown.entity = 'handoffs' and shown.column_name = ${quoteText(column)} and shown.source_index = rows._source`;

function writeSqls(rule: StageRule): string {
  if (rule.kind === "feedback") return writeAnswers(rule);
  if (rule.kind === "stage") {
    return `select facts.handoff_id, entries.entered_at
  from (${writeStageEntries(rule)}) as entries
  inner join intermediate.int_handoff_facts as facts on facts.opportunity_id = entries.opportunity_id`;
  }
  return `select meetings.handoff_id, min(handoffs.${quoteName(rule.column!)})::timestamp as entered_at
  from intermediate.int_meetings as meetings
  inner join staging.stg_handoffs as handoffs on handoffs.row_key = meetings.row_key
  group by meetings.handoff_id`;
}
