// grain: one row per opportunity, lead or meeting that changed hands
// key: entity, row_key
// why: work that went to another is counted for who has it now; whoever had it first should be able to see why
// reads: staging.stg_opportunities, staging.stg_opportunities_versions, staging.stg_leads, staging.stg_leads_versions, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_field_changes, staging.stg_supplies, staging.stg_people
import type {EntityName} from "../../contract/entities.js";
import {quoteText} from "../../db.js";
import {writeRecordAsOf} from "./record-as-of.js";

interface Hand {
  entity: EntityName;
  column: string;
  /** When the record began, as far as its row tells. */
  moment: string;
  record: string;
  /** Ids that field history may name the record by. */
  ids: readonly string[];
}

const HANDS: readonly Hand[] = [
  {entity: "opportunities", column: "owner_id", moment: "created_at", record: "now.opportunity_id", ids: ["opportunity_id"]},
  {entity: "leads", column: "sdr_id", moment: "created_at", record: "now.lead_id", ids: ["lead_id"]},
  {
    entity: "handoffs",
    column: "ae_id",
    moment: "coalesce(booked_at, meeting_at)",
    record: "coalesce(now.handoff_id, now.meeting_id, now.row_key)",
    ids: ["handoff_id", "meeting_id"],
  },
];

export async function write(): Promise<string> {
  return `with aliases as (
    select person_id as alias, person_id from staging.stg_people
    union
    select lower(trim(email)), person_id from staging.stg_people where email is not null
    union
    select lower(trim(name)), person_id from staging.stg_people where name is not null
  ),
  people as (select alias, any_value(person_id) as person_id from aliases group by alias having count(distinct person_id) = 1),
  changed as (${HANDS.map(writeHand).join("\n union all ")})
  select changed.entity, changed.row_key, changed.record_id, firsts.person_id as from_id, changed.to_id, changed.told_by
  from changed
  -- Histories name people as they like; whom nobody knows by that name did not hand over anything that could be shown.
  inner join people as firsts on firsts.alias in (changed.first_value, lower(trim(changed.first_value)))
  where firsts.person_id <> changed.to_id
  qualify row_number() over (partition by changed.entity, changed.row_key order by firsts.person_id) = 1`;
}

function writeHand({entity, column, moment, record, ids}: Hand): string {
  const rows = ids
    .map(
      (id) =>
        `select row_key, ${id} as record_id, coalesce(${moment}, timestamp '1900-01-01') as moment from staging.stg_${entity} where ${column} is not null`,
    )
    .join(" union all ");
  return `select ${quoteText(entity)} as entity, now.row_key, ${record} as record_id, firsts.value as first_value, now.${column} as to_id, firsts.told_by
  from staging.stg_${entity} as now inner join (${writeRecordAsOf(entity, column, rows)}) as firsts on firsts.row_key = now.row_key
  where firsts.value <> now.${column}`;
}
