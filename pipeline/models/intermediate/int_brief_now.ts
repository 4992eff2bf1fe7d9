// grain: one row per handoff whose brief may have changed since the meeting
// key: handoff_id
// why: what was added only after the meeting is shown as such
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_accounts, staging.stg_contacts, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts
import type {Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {isToldTwice, readTemplate} from "./brief-template.js";

/** Like `int_brief_then`, as the newest exports have it; empty where one export without history leaves nothing to compare. */
export async function write(db: Database): Promise<string> {
  const query = await writeBriefAsOf(db, "now", await readTemplate(db));
  return (await isToldTwice(db)) ? query : `select * from (${query}) where false`;
}
