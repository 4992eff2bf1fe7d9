/** Of a brief: who takes part in the decision, and what happened before the meeting. */
import type {Config} from "../../config.js";
import {iso} from "../sql.js";
import {isConversation} from "./conversation.js";
import {keepPrivate, keepWebAddress, type BriefPart} from "./part.js";
import {EVERYTHING, type Reach} from "./slice.js";

/** Single events of a brief; the counts by channel are of all. */
const EVENTS = 40;
const CALLS = 20;
const WEEKS = 26;

/** Who takes part in the decision: by handoff, else by its opportunity. */
export const PEOPLE: BriefPart = {
  columns: ["people"],
  sql: () => `
    with own as (
      select slice.handoff_id, slice.contact_id as met_id, people.*
      from staging.stg_stakeholders as people inner join temp.brief_slice as slice on slice.handoff_id = people.handoff_id
    ),
    of_deal as (
      select slice.handoff_id, slice.contact_id as met_id, people.* exclude (handoff_id)
      from staging.stg_stakeholders as people inner join temp.brief_slice as slice on slice.opportunity_id = people.opportunity_id
      where people.handoff_id is null and slice.handoff_id not in (select handoff_id from own)
    ),
    named as (
      select found.handoff_id, coalesce(found.role, 'other') as role, coalesce(found.name, contacts.name) as name,
        coalesce(found.title, contacts.title) as title, bool_or(found.agreed_to_meet) as agreed_to_meet,
        case when bool_or(found.contact_id = found.met_id) then true end as is_contact
      from (select * from own union all by name select * from of_deal) as found
      left join staging.stg_contacts as contacts on contacts.contact_id = found.contact_id
      group by all
    )
    select handoff_id, list(struct_pack(role := role, name := name, title := title, agreed_to_meet := agreed_to_meet, is_contact := is_contact)
      order by role, name, title) as people
    from named group by handoff_id`,
};

/** SQL of the touches of `temp.brief_slice`, by whose each is. */
const writeTouched = ({more}: Pick<Reach, "more">): string => {
  const touch = `select ${more}slice.handoff_id, activities.occurred_at, activities.channel, activities.direction, activities.outcome, activities.subject,
        case when activities.actor_id = slice.sdr_id then 'sdr' when activities.actor_id = slice.ae_id then 'ae' else 'other' end as actor`;
  return `
      ${touch}
      from staging.stg_activities as activities
      inner join temp.brief_slice as slice on slice.contact_id = activities.contact_id and activities.occurred_at < slice.meeting_at
      union all
      ${touch}
      from staging.stg_activities as activities
      inner join temp.brief_slice as slice
        on slice.contact_id is null and slice.account_id = activities.account_id and activities.occurred_at < slice.meeting_at`;
};

/** An event as JSON. Sorted as texts, events stand in the order of their instants. */
const writeEvent = (config: Config): string => `
        '{"at":"' || ${iso("occurred_at")} || '","channel":' || to_json(way)::text || ',"is_theirs":' || is_theirs || ',"by":"' || actor || '"'
          || coalesce(',"outcome":' || to_json(outcome)::text, '') || coalesce(',"subject":' || to_json(${keepPrivate("subject", config)})::text, '') || '}'`;

/** Every touch of the contact before the meeting; of a handoff without a contact, of its account. Colleagues stay unnamed. */
export const TOUCHES: BriefPart = {
  columns: ["touches", "events", "event_count"],
  written: ["events"],
  given: writeTouched(EVERYTHING),
  lookUp: writeTouched,
  sql: (config, _template, found) => `
    with touched as (
      select *, coalesce(channel, 'other') as way, coalesce(direction = 'in', false) as is_theirs from (${found})
    ),
    channels as (
      select handoff_id, way, (count(*) filter (where not is_theirs))::integer as ours, (count(*) filter (where is_theirs))::integer as theirs,
        (count(*) filter (where ${isConversation("way", "outcome", "is_theirs")}))::integer as talks,
        min(occurred_at) as first_at, max(occurred_at) as last_at
      from touched group by handoff_id, way
    ),
    summed as (
      select handoff_id, list_sort(list(struct_pack(channel := way, ours := ours, theirs := theirs, talks := talks,
        first_at := ${iso("first_at")}, last_at := ${iso("last_at")}))) as touches
      from channels group by handoff_id
    ),
    -- Newest first.
    listed as (
      select handoff_id, count(*)::integer as event_count, list_sort(list(${writeEvent(config)}), 'desc', 'nulls last')[1:${EVENTS}] as events
      from touched group by handoff_id
    )
    select listed.handoff_id, summed.touches, '[' || array_to_string(listed.events, ',') || ']' as events, listed.event_count
    from listed inner join summed on summed.handoff_id = listed.handoff_id`,
};

/** The account's last weeks in the product, up to the meeting. */
export const USAGE: BriefPart = {
  columns: ["usage", "pql_at"],
  sql: () => `
    with weeks as (
      select slice.handoff_id, signals.*, row_number() over (partition by slice.handoff_id order by signals.week desc) as place
      from staging.stg_product_signals as signals
      inner join temp.brief_slice as slice on slice.account_id = signals.account_id and signals.week < slice.meeting_at
    )
    select handoff_id,
      list(struct_pack(week := week::text, seats := seats, active_users := active_users, logins := logins, features_adopted := features_adopted,
        spend := spend) order by week) filter (where place <= ${WEEKS}) as usage,
      ${iso("max(pql_at)")} as pql_at
    from weeks group by handoff_id`,
};

/** Recorded calls that name the handoff; and those with the contact that name none, from before the meeting. */
export const CALLS_MADE: BriefPart = {
  columns: ["calls"],
  sql: ({granularity}) => `
    with found as (
      select slice.handoff_id, calls.* exclude (handoff_id)
      from staging.stg_calls as calls inner join temp.brief_slice as slice on slice.handoff_id = calls.handoff_id
      union all
      select slice.handoff_id, calls.* exclude (handoff_id)
      from staging.stg_calls as calls
      inner join temp.brief_slice as slice on slice.contact_id = calls.contact_id and calls.started_at < slice.meeting_at
      where calls.handoff_id is null
    ),
    ranked as (select *, row_number() over (partition by handoff_id order by started_at desc nulls last, call_id) as place from found)
    select handoff_id,
      list(struct_pack(id := call_id, at := ${iso("started_at")}, minutes := round(duration_seconds / 60)::integer,
        url := ${keepWebAddress("url")}, talk_ratio := ${granularity === "team" ? "null::double" : "talk_ratio"}) order by place) as calls
    from ranked where place <= ${CALLS} group by handoff_id`,
};
