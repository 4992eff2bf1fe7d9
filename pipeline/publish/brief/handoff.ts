/** Of a brief: who meets whom, when and where, and what became of it. */
import {IS_ASKED, IS_UNANSWERED, writeAnswerLink} from "../asked.js";
import {iso} from "../sql.js";
import {keepPrivate, keepWebAddress, type BriefPart} from "./part.js";

/** Instants of marts.handoffs as fields of a struct. */
const instants = (...names: string[]) => names.map((name) => `${name} := ${iso(`handoffs.${name}`)}`);

/** Who and whom, and the meeting itself. Facts of account and contact are those of today. */
export const HANDOFF: BriefPart = {
  columns: [
    "meeting_at", "outcome", "sdr", "sdr_slug", "ae", "ae_slug", "team", "team_slug", "source", "motion", "segment", "region",
    "opportunity_id", "lead_id", "is_disputed", "account", "contact", "meeting", "decision",
  ], // prettier-ignore
  sql: (config) => `
    with slots as (
      select handoff_id, list(struct_pack(at := ${iso("meeting_at")}, status := effective_status) order by slot_number) as slots
      from intermediate.int_slots where handoff_id in (select handoff_id from temp.brief_slice) group by handoff_id
    ),
    decisive as (
      select slots.handoff_id, slots.meeting_id, rows.meeting_link, rows.invite_stakeholders, rows.decision_involvement,
        rows.active_evaluation, rows.decision_by, rows.budget_cycle
      from intermediate.int_slots as slots
      inner join staging.stg_handoffs as rows on rows.row_key = slots.row_key
      where slots.is_decisive
    )
    select handoffs.handoff_id, ${iso("handoffs.meeting_at")} as meeting_at, handoffs.outcome,
      handoffs.sdr_name as sdr, slice.sdr_slug, handoffs.ae_name as ae, slice.ae_slug, handoffs.team_name as team, teams.slug as team_slug,
      handoffs.source, handoffs.motion, handoffs.segment, handoffs.region, handoffs.opportunity_id, handoffs.lead_id,
      case when handoffs.disputed then true end as is_disputed,
      struct_pack(id := handoffs.account_id, name := handoffs.account_name, industry := accounts.industry, employees := accounts.employees,
        annual_revenue := accounts.annual_revenue, currency := accounts.currency, city := accounts.city, state := accounts.state,
        country := accounts.country, website := accounts.website) as account,
      struct_pack(id := handoffs.contact_id, name := handoffs.contact_name, title := contacts.title, department := contacts.department,
        linkedin_url := ${keepWebAddress("contacts.linkedin_url")}, is_budget_owner := contacts.is_budget_owner
        ${config.publish.contact_details ? ", email := contacts.email, phone := contacts.phone" : ""}) as contact,
      struct_pack(id := decisive.meeting_id, duration_minutes := handoffs.duration_minutes, link := ${keepWebAddress("decisive.meeting_link")},
        invited := ${keepPrivate("decisive.invite_stakeholders", config, "contacts.phone")},
        ${instants("booked_at", "assigned_at", "handed_off_at", "confirmation_sent_at", "invite_accepted_at", "sync_call_at").join(", ")},
        sync_call_minutes := handoffs.sync_call_minutes, sdr_attended := handoffs.sdr_attended, slots := slots.slots) as meeting,
      case when coalesce(decision_involvement, active_evaluation::text, decision_by::text, budget_cycle) is not null then
        struct_pack(involvement := decision_involvement, is_active := active_evaluation, decide_by := decision_by::text, budget_cycle := budget_cycle)
      end as decision
    from temp.brief_slice as slice
    inner join marts.handoffs as handoffs on handoffs.handoff_id = slice.handoff_id
    left join slots on slots.handoff_id = slice.handoff_id
    left join decisive on decisive.handoff_id = slice.handoff_id
    left join staging.stg_accounts as accounts on accounts.account_id = handoffs.account_id
    left join staging.stg_contacts as contacts on contacts.contact_id = handoffs.contact_id
    left join marts.teams as teams on teams.team = handoffs.team`,
};

/** What became of it, and the AE's answer. */
export const AFTER: BriefPart = {
  columns: ["after"],
  sql: (config) => `
    select handoffs.handoff_id,
      struct_pack(${instants("accepted_at", "acceptance_due_at", "rejected_at").join(", ")}, rejection_reason := rejection_reason,
        ${instants("sql_at", "disqualified_at").join(", ")}, disqualification_reason := disqualification_reason,
        ${instants("opportunity_at", "won_at", "feedback_due_at").join(", ")}, answered_at := ${iso("feedback_last_at")},
        showed_up := showed_up, qualification_accuracy := qualification_accuracy, most_valuable_context := most_valuable_context,
        missing := ${keepPrivate("missing", config)}, helpful := ${keepPrivate("helpful", config)},
        will_advance := will_advance, quality_score := ${config.granularity === "team" ? "null" : "quality_score"},
        is_closed := case when ${IS_UNANSWERED} and not ${IS_ASKED} then true end,
        form_url := case when ${IS_UNANSWERED} and ${IS_ASKED} then ${writeAnswerLink(config)} end) as after
    from marts.handoffs as handoffs
    inner join temp.brief_slice as slice on slice.handoff_id = handoffs.handoff_id
    cross join config.settings as settings
    left join marts.people as aes on aes.person_id = handoffs.ae_id
    left join (select handoff_id, meeting_id from marts.slots where is_decisive) as decisive on decisive.handoff_id = handoffs.handoff_id`,
};
