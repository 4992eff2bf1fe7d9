import {quoteName, quoteText, type Database} from "../../db.js";

/** How the configuration dates a stage. */
export interface StageRule {
  kind: "column" | "stage" | "feedback";
  column: string | null;
  stages: string[];
  will_advance: string | null;
}

/** Reads how SQL and opportunity are dated from `config.settings`. */
export async function readStageRules(db: Database): Promise<{sql: StageRule; opportunity: StageRule}> {
  const read = async (stage: string) => {
    const [rule] = await db.rows<StageRule>(
      `select ${stage}_kind as kind, ${stage}_column as "column", ${stage}_stages as stages, ${stage}_will_advance as will_advance from config.settings`,
    );
    return rule!;
  };
  return {sql: await read("sql"), opportunity: await read("opportunity")};
}

/** Query of the first entry of each opportunity into one of the stages: `opportunity_id`, `entered_at`. Case does not matter. */
export function writeStageEntries({stages}: StageRule): string {
  const names = stages.map((stage) => quoteText(stage.trim().toLowerCase())).join(", ");
  return `select opportunity_id, min(changed_at) as entered_at from staging.stg_stage_changes
    where lower(trim(to_stage)) in (${names}) group by opportunity_id`;
}

/** Query of the handoffs whose AE gave the answer, and when: `handoff_id`, `entered_at`. */
export function writeAnswers({will_advance}: StageRule): string {
  return `select handoff_id, feedback_last_at as entered_at from intermediate.int_feedback where will_advance = ${quoteText(will_advance ?? "")}`;
}

/** Query of a time column of opportunities: `opportunity_id`, `entered_at`. */
export function writeOpportunityColumn({column}: StageRule): string {
  return `select opportunity_id, ${quoteName(column!)}::timestamp as entered_at from staging.stg_opportunities`;
}
