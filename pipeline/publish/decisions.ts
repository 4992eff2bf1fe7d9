/** What AEs decided about the handoffs they got, what they still owe, and what was accepted by the dozen. */
import type {DecisionData} from "../contract/datasets.js";
import {ASKED_WEEKS, DECISION} from "./asked.js";
import type {Ground} from "./ground.js";
import {iso, local} from "./sql.js";

const OVERDUE = 200;
const BURSTS = 100;

export async function readDecisions({db, config}: Ground): Promise<DecisionData> {
  const count = (condition: string) => `(count(*) filter (where ${condition}))::integer`;
  const [counts] = await db.rows<Pick<DecisionData, "accepted" | "rejected" | "open" | "overdue" | "lapsed" | "auto_accepted">>(`
    with handoffs as (select ${DECISION} as decision, is_auto_accepted from marts.handoffs as handoffs cross join config.settings as settings)
    select ${count("decision = 'accepted'")} as accepted, ${count("decision = 'rejected'")} as rejected,
      ${count("decision = 'open'")} as open, ${count("decision = 'overdue'")} as overdue, ${count("decision = 'lapsed'")} as lapsed, ${count("is_auto_accepted")} as auto_accepted
    from handoffs`);
  const overdue_list = await db.rows<DecisionData["overdue_list"][number]>(`
    select handoff_id, account_id, account_name as account, ae_name as ae, ${iso("meeting_at")} as meeting_at,
      ${iso("acceptance_due_at")} as due_at, hours_overdue
    from marts.handoffs as handoffs cross join config.settings as settings where ${DECISION} = 'overdue' order by acceptance_due_at desc, handoffs.meeting_at desc, handoff_id limit ${OVERDUE}`);
  const bursts = await db.rows<DecisionData["bursts"][number]>(`
    select min(ae_name) as ae, strftime(${local("accepted_at", config.timezone)}, '%Y-%m-%d') as day, count(*)::integer as handoffs
    from marts.handoffs where is_auto_accepted group by ae_id, day order by day desc, ae limit ${BURSTS}`);
  const reasons = await db.rows<DecisionData["reasons"][number]>(`
    select coalesce(nullif(trim(rejection_reason), ''), '') as reason, count(*)::integer as count
    from marts.handoffs where decision = 'rejected' group by reason order by count desc, reason`);
  return {...counts!, asked_weeks: ASKED_WEEKS, overdue_list, bursts, reasons};
}
