/** What data health says of records that moved: between people, between slots, and into dispute; and how new each source is. */
import type {HealthData} from "../../contract/datasets.js";
import {ENTITIES, ENTITY_NAMES} from "../../contract/entities.js";
import type {Ground} from "../ground.js";
import {iso} from "../sql.js";

type Changes = Pick<HealthData, "reassigned" | "reschedules" | "disputes" | "sources">;

/** Rows on the page. */
const MOST_REASSIGNED = 200;
const MOST_RESCHEDULED = 100;
const MOST_DISPUTES = 200;

export async function readChanges({db}: Pick<Ground, "db">): Promise<Changes> {
  const reassigned = await db.rows<Changes["reassigned"][number]>(`
    select entity, record_id, coalesce(firsts.name, from_id) as "from", coalesce(lasts.name, to_id) as "to"
    from intermediate.int_reassignments as changes
    left join marts.people as firsts on firsts.person_id = changes.from_id
    left join marts.people as lasts on lasts.person_id = changes.to_id
    order by entity, record_id, row_key limit ${MOST_REASSIGNED}`);
  const reschedules = await db.rows<Changes["reschedules"][number]>(`
    select handoff_id, coalesce(account_name, account_id, '') as account, coalesce(sdr_name, sdr_id, '') as sdr, slot_count::integer as slots,
      ${iso("first_slot_at")} as first_slot_at, ${iso("meeting_at")} as meeting_at, outcome
    from marts.handoffs where slot_count > 2 order by slot_count desc, meeting_at desc, handoff_id limit ${MOST_RESCHEDULED}`);
  // Disputes are few: what they name is looked for in the records, and not the records gathered for them.
  const known = [...KEYED.map(([entity, key]) => [`staging.stg_${entity}`, key]), ["marts.handoffs", "handoff_id"]].map(
    ([table, key]) => `select ${key} as id from ${table} where ${key} in (select record_id from staging.stg_disputes)`,
  );
  const disputes = await db.rows<Changes["disputes"][number]>(`
    select record_id, coalesce(metric, '') as metric, coalesce(people.name, raised_by, '') as raised_by, coalesce(${iso("raised_at")}, '') as raised_at,
      coalesce(reason, '') as reason,
      record_id in (${known.join(" union all ")}) as is_found
    from staging.stg_disputes as disputes left join marts.people on people.person_id = disputes.raised_by
    where resolved_at is null order by raised_at desc nulls last, record_id, metric limit ${MOST_DISPUTES}`);
  const sources = await db.rows<Changes["sources"][number]>(`
    select source_name as source, entity, count(*)::integer as files, sum(loaded)::bigint as rows, coalesce(${iso("max(exported_at)")}, '') as exported_at
    from raw.files group by source_index, source_name, entity order by max(exported_at) nulls first, source_index, entity`);
  return {reassigned, reschedules, disputes, sources};
}

/** How many there are of what is listed only up to a number. */
export async function countListed({
  db,
}: Pick<Ground, "db">): Promise<Pick<HealthData["totals"], "problems" | "unmatched_feedback" | "reassigned" | "disputes">> {
  const [totals] = await db.rows<HealthData["totals"]>(`
    select (select count(*) from (select distinct path, entity, column_name, effect, reason, hint from raw.rejects))::integer as problems,
      (select count(*) from marts.unmatched_feedback)::integer as unmatched_feedback,
      (select count(*) from intermediate.int_reassignments)::integer as reassigned,
      (select count(*) from staging.stg_disputes where resolved_at is null)::integer as disputes`);
  return totals!;
}

/** Entities whose first key is one id. */
const KEYED = ENTITY_NAMES.flatMap((entity) => {
  const key = ENTITIES[entity].keys.find((names) => names.length === 1);
  return key ? [[entity, key[0]!] as const] : [];
});
