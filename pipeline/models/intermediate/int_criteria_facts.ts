// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: one wide row of everything that the rules of the checklists judge by, as it stood when the meeting began
// reads: staging.stg_supplies, staging.stg_opportunities, staging.stg_stakeholders, intermediate.int_criteria_records, intermediate.int_criteria_brief, intermediate.int_handoff_facts, intermediate.int_handoff_scopes, intermediate.int_outcomes
import {READINESS_FACTS} from "../../contract/criteria-facts.js";
import {quoteName, quoteText, type Database} from "../../db.js";
import {listFactSql, readSupplied} from "./criteria-facts-sql.js";
import {listLookUps, type LookUp} from "./criteria-look-ups.js";
import {readRules, type Rules} from "./criteria-rules.js";

/**
 * Only the facts that some rule names, or needs for what it shows; contract/criteria-facts.ts says what each is. A fact whose
 * source was not supplied is null, and so unknown.
 */
export async function write(db: Database): Promise<string> {
  const rules = await readRules(db);
  const valueOf = await listFactSql(db, rules, await readSupplied(db));
  const late = new Set(READINESS_FACTS.map(({name}) => name));
  const names = [...rules.used].filter((name) => !late.has(name));
  const lookUps = Object.entries(await listLookUps(db)).filter(([, {tells}]) => tells.some((name) => rules.used.has(name)));
  const columns = names.map((name) => `${valueOf[name] ?? `records.${quoteName(name)}`} as ${quoteName(name)}`);
  return `with records as materialized (
  select ${["handoff_id", ...(await writeRecords(db, rules))].join(", ")}
  from intermediate.int_criteria_records
),
${lookUps.map(([table, {sql}]) => `${table} as (${sql}),`).join("\n")}
named as (select handoff_id, count(*) as stakeholders from staging.stg_stakeholders where handoff_id is not null group by handoff_id),
dealt as (
  select opportunity_id, count(*) as stakeholders from staging.stg_stakeholders
  where handoff_id is null and opportunity_id is not null group by opportunity_id
)
select ${["outcomes.handoff_id", ...columns].join(",\n  ")}
from intermediate.int_outcomes as outcomes
cross join config.settings as settings
inner join intermediate.int_handoff_facts as facts on facts.handoff_id = outcomes.handoff_id
inner join intermediate.int_handoff_scopes as scopes on scopes.handoff_id = outcomes.handoff_id
inner join records on records.handoff_id = outcomes.handoff_id
left join intermediate.int_criteria_brief as brief on brief.handoff_id = outcomes.handoff_id
left join staging.stg_opportunities as opportunities on opportunities.opportunity_id = facts.opportunity_id
left join named on named.handoff_id = outcomes.handoff_id
left join dealt on dealt.opportunity_id = facts.opportunity_id
${lookUps.map(([table, lookUp]) => writeJoin(table, lookUp)).join("\n")}
where outcomes.outcome in ('held', 'no_show', 'pending')`;
}

function writeJoin(table: string, {over}: LookUp): string {
  const conditions = over.map((column) => `${table}.${column} is not distinct from records.${column}`);
  return `left join ${table} on ${conditions.join(" and ")}`;
}

const TYPES = {integer: "bigint", number: "double", boolean: "boolean", time: "timestamp", date: "date"} as const;

/** The records' columns in their types; of texts, placeholders and blanks are null. */
async function writeRecords(db: Database, {facts, used, fields}: Rules): Promise<string[]> {
  const words = await db.rows<{word: string}>(
    "select distinct lower(word) as word from config.placeholders where not only_if_none_not_allowed order by word",
  );
  const placeholders = `[${words.map(({word}) => quoteText(word)).join(", ")}]`;
  const longest = Math.max(0, ...words.map(({word}) => word.length));
  const clean = (name: string) =>
    `case when length(${name}) > ${longest} or not list_contains(${placeholders}, lower(trim(${name}))) then nullif(trim(${name}), '') end as ${name}`;
  const own = [...facts.values()].filter(({name, of}) => of && used.has(name));
  const loose = fields.filter(({field, isInTemplate}) => !isInTemplate && (used.has(field) || used.has(`has_${field}`)));
  return [
    ...own.map(({name, type}) =>
      type === "text" ? clean(quoteName(name)) : `try_cast(${quoteName(name)} as ${TYPES[type]}) as ${quoteName(name)}`,
    ),
    ...loose.map(({field}) => clean(quoteName(field))),
  ];
}
