// grain: one row per opportunity that became one in the sense of the configuration
// key: opportunity_id
// why: "opportunity" may mean the record's creation, another date of it, a stage entered, or the AE's answer
// reads: staging.stg_opportunities, staging.stg_stage_changes, intermediate.int_handoff_facts, intermediate.int_feedback, config.settings
import type {Database} from "../../db.js";
import {readStageRules, writeAnswers, writeOpportunityColumn, writeStageEntries} from "./stage-rules.js";

export async function write(db: Database): Promise<string> {
  const {opportunity} = await readStageRules(db);
  const answers = `select facts.opportunity_id, min(answers.entered_at) as entered_at
    from (${writeAnswers(opportunity)}) as answers
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = answers.handoff_id
    group by facts.opportunity_id`;
  const entries = {column: writeOpportunityColumn, stage: writeStageEntries, feedback: () => answers}[opportunity.kind](
    opportunity,
  );
  return `select entries.opportunity_id, entries.entered_at as opportunity_at
from (${entries}) as entries
where entries.opportunity_id is not null and entries.entered_at is not null`;
}
