import {COUNTED, FUNNEL_KINDS} from "../contract/bridge.js";

/** What must hold between tables, as queries of the rows that break it. */
export interface Rule {
  /** Model that is wrong when rows are found. */
  model: string;
  rule: string;
  /** Query of offending rows. */
  offenders: string;
  hint?: string;
}

/** Columns that must lead to a row of another model. Orphans of the exports are data, shown on data health, and not listed here. */
const REFERENCES = [
  ["marts.handoffs", "sdr_id", "marts.people", "person_id"],
  ["marts.handoffs", "ae_id", "marts.people", "person_id"],
  ["marts.handoffs", "team", "marts.teams", "team"],
  ["marts.slots", "handoff_id", "marts.handoffs", "handoff_id"],
  ["marts.brief_fields", "handoff_id", "marts.handoffs", "handoff_id"],
  ["marts.opportunities", "handoff_id", "marts.handoffs", "handoff_id"],
  ["marts.opportunities", "sdr_id", "marts.people", "person_id"],
  ["marts.opportunities", "ae_id", "marts.people", "person_id"],
  ["marts.leads", "sdr_id", "marts.people", "person_id"],
  ["marts.people", "team", "marts.teams", "team"],
] as const;

/** Row counts that a join may not change. */
const SAME_COUNTS = [
  ["intermediate.int_meetings", "staging.stg_handoffs", "every meeting is in exactly one chain"],
  ["marts.slots", "staging.stg_handoffs", "every meeting is one slot"],
  ["marts.leads", "staging.stg_leads", "one row per lead of the exports"],
  ["marts.opportunities", "staging.stg_opportunities", "one row per opportunity of the exports"],
] as const;

export const INTEGRITY: readonly Rule[] = [
  ...REFERENCES.map(([model, column, target, key]): Rule => ({
    model,
    rule: `${column} leads to no row of ${target}`,
    offenders: `select distinct ${column} from ${model} where ${column} is not null and ${column} not in (select ${key} from ${target})`,
  })),
  ...SAME_COUNTS.map(([model, source, rule]): Rule => ({
    model,
    rule: `rows differ from ${source}: ${rule}`,
    offenders: `select * from (select (select count(*) from ${model}) as rows, (select count(*) from ${source}) as expected) where rows <> expected`,
    hint: "a join multiplies or drops rows",
  })),
  {
    model: "marts.handoffs",
    rule: "rows differ from the number of chains",
    offenders: `select * from (select (select count(*) from marts.handoffs) as rows,
      (select count(distinct handoff_id) from intermediate.int_meetings) as expected) where rows <> expected`,
    hint: "a join multiplies or drops rows",
  },
  {
    model: "marts.slots",
    rule: "a handoff has not exactly one decisive slot",
    offenders:
      "select handoff_id, count(*) as slots from marts.slots group by handoff_id having count(*) filter (where is_decisive) <> 1",
  },
  {
    model: "marts.brief_fields",
    rule: "a handoff has not every field of the template once",
    offenders: `select handoff_id, count(*) as fields from marts.brief_fields group by handoff_id
      having count(*) <> (select count(*) from config.brief_fields)`,
  },
  {
    model: "marts.funnel_differences",
    rule: "records of an export and what the funnel counts differ by more than the steps between them",
    offenders: `select * from (${FUNNEL_KINDS.map(
      (
        entity,
      ) => `select '${entity}' as entity, (select count(*) from staging.stg_${entity}) as records, (${COUNTED[entity]}) as counted,
        (select coalesce(sum(effect), 0) from marts.funnel_differences where entity = '${entity}') as steps`,
    ).join(" union all ")}) where records + steps <> counted`,
  },
  {
    model: "raw.files",
    rule: "rows read are not loaded + merged + rejected + set aside",
    offenders: `select path, entity, rows_read, loaded, merged, rejected, set_aside from raw.files
      where rows_read <> loaded + merged + rejected + set_aside`,
  },
];
