// grain: one row per handoff whose brief may have changed since the meeting
// key: handoff_id
// why: what was added only after the meeting is shown as such
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_accounts, staging.stg_contacts, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts
import type {Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {readTemplate} from "./brief-template.js";

/** Like `int_brief_then`, as the newest exports have it; empty where one export without history leaves nothing to compare. */
export async function write(db: Database): Promise<string> {
  const query = await writeBriefAsOf(db, "now", await readTemplate(db));
  const [seen] = await db.rows<{is_told_twice: boolean}>(`select
    exists (select 1 from intermediate.int_field_history)
    or exists (select 1 from staging.stg_supplies group by entity, column_name having count(*) > 1) as is_told_twice`);
  return seen!.is_told_twice ? query : `select * from (${query}) where false`;
}
