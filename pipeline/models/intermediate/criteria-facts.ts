import {READINESS_FACTS, type Fact} from "../../contract/criteria-facts.js";
import {quoteName, type Database} from "../../db.js";
import {listFactSql, readSupplied} from "./criteria-facts-sql.js";
import {listAsked, writeRecordKey} from "./criteria-records.js";
import type {Rules} from "./criteria-rules.js";

/**
 * Join that tells the day of an instant in the configured zone. Zones are slow, and days begin with a quarter of an hour everywhere: each
 * quarter is asked for once. @param instant a column @param of the table it is of, and what it is called here
 */
const joinDays = (name: string, instant: string, [of, called]: readonly [table: string, alias: string]): string => `left join (
    select quarter, timezone(settings.timezone, timezone('UTC', make_timestamp(quarter * 900000000)))::date as day
    from (select distinct (epoch_us(${instant}) // 900000000) as quarter from ${of} where ${instant} is not null) cross join config.settings as settings
  ) as ${name} on ${name}.quarter = epoch_us(${called}.${instant}) // 900000000`;

/** What is joined only where some fact asks for it. */
const JOINS: readonly {tells: readonly string[]; sql: string}[] = [
  {tells: ["meeting_on"], sql: joinDays("days", "meeting_at", ["intermediate.int_brief_states", "brief"])},
  {
    tells: ["invite_accepted_on"],
    sql: joinDays("accepted", "invite_accepted_at", ["intermediate.int_handoff_facts", "facts"]),
  },
  {
    tells: ["source", "motion", "segment", "region"],
    sql: "inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = brief.handoff_id",
  },
  {
    tells: ["routing_verdict", "is_routed_by_rule"],
    sql: "left join intermediate.int_routing as routing on routing.handoff_id = brief.handoff_id",
  },
  {
    tells: ["has_opportunity"],
    sql: "left join staging.stg_opportunities as opportunities on opportunities.opportunity_id = facts.opportunity_id",
  },
  {
    tells: ["stakeholders"],
    sql: `left join (
    select handoff_id, count(distinct coalesce(contact_id, name, row_key)) as stakeholders from staging.stg_stakeholders where handoff_id is not null group by handoff_id
  ) as named on named.handoff_id = brief.handoff_id
  left join (
    select opportunity_id, count(distinct coalesce(contact_id, name, row_key)) as stakeholders from staging.stg_stakeholders
    where handoff_id is null and opportunity_id is not null group by opportunity_id
  ) as dealt on dealt.opportunity_id = facts.opportunity_id`,
  },
];

/** Facts that the words of a record tell, by the entity whose model tells them. */
const LOOKED_UP: Record<string, "accounts" | "contacts"> = {
  industry_group: "accounts",
  market: "accounts",
  is_director: "contacts",
  department_group: "contacts",
};

/**
 * Query of the facts, a row per handoff that was held, missed or is to come: only those that some rule names, or needs for what it shows; contract/criteria-facts.ts says what each is. A fact whose
 * source was not supplied is null, and so unknown.
 * @param brief table or query of what the brief said, and of when the meeting was
 */
export async function writeFacts(db: Database, rules: Rules, brief: string): Promise<string> {
  const valueOf = await listFactSql(db, rules, await readSupplied(db));
  const late = new Set(READINESS_FACTS.map(({name}) => name));
  const names = [...rules.used].filter((name) => !late.has(name));
  const columns = names.map((name) => `${valueOf[name] ?? writeOwn(rules.facts.get(name)!)} as ${quoteName(name)}`);
  const joins = JOINS.filter(({tells}) => tells.some((name) => rules.used.has(name))).map(({sql}) => sql);
  for (const entity of ["accounts", "contacts"] as const) {
    const asked = listAsked(entity, rules);
    if (asked.length === 0) continue;
    joins.push(
      `left join intermediate.int_criteria_${entity} as ${entity} on ${entity}.record_id = ${await writeRecordKey(db, entity, asked)}`,
    );
  }
  return `select ${["brief.handoff_id", ...columns].join(",\n    ")}
  from ${brief} as brief
  cross join config.settings as settings
  inner join intermediate.int_handoff_facts as facts on facts.handoff_id = brief.handoff_id
  inner join intermediate.int_criteria_records as records on records.handoff_id = brief.handoff_id
  ${joins.join("\n  ")}
  where brief.outcome in ('held', 'no_show', 'pending')`;
}

/** A fact that is a record's, as that record's model has it. */
function writeOwn({name, of}: Fact): string {
  const entity = of?.[0] ?? LOOKED_UP[name];
  return `${entity === "accounts" || entity === "contacts" ? entity : "records"}.${quoteName(name)}`;
}
