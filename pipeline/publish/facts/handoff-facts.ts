/** `facts/handoffs/<sdr>.arrow` and `facts/company/handoffs.arrow`: a row per handoff, with all that counts of handoffs are made of. */
import {CHECKLISTS} from "../../contract/criteria.js";
import {DIMENSIONS} from "../../contract/funnel.js";
import {findMetric} from "../../contract/metrics.js";
import {quoteText, type Columns} from "../../db.js";
import {PRACTICES} from "../../inference/practices.js";
import {listMembers, readRules, windowDays} from "../../metrics/index.js";
import {encodeArrow, type ColumnData} from "../arrow.js";
import {DECISION} from "../asked.js";
import {writeBehaviours} from "./behaviour-letters.js";
import {codeTexts} from "./codes.js";
import {batch, findSpans} from "./facts.js";
import type {Ground} from "../ground.js";
import {LETTERS, writeVerdicts} from "./handoff-letters.js";
import {causeSql} from "../funnel/losses.js";
import {MOST_OF_MONTH} from "./shards.js";
import {iso, JUDGED} from "../sql.js";

const TRUTHS = ["is_disputed", "is_sql_known", "is_lately"] as const;
const TEXTS = [
  "record_id", "account", "sdr", "ae", "dated_at", "outcome", "stages", "cause", "reason", "decision", "rejected_for", "territory", "accuracy", "advance", "advanced", "valued",
  "fields", "qualification", "readiness", "practices", "behaviours",
] as const; // prettier-ignore

/** Those of which nearly every handoff has another, and the others, of which there are few. */
const OWN_TEXTS = ["record_id", "account", "dated_at"] as const;
const SAME_TEXTS = TEXTS.filter((name) => !(OWN_TEXTS as readonly string[]).includes(name));

/** How a handoff was assigned, accepted and judged: in the company's file alone, where those counts are asked about. */
const OF_COMPANY = ["routed", "remarks"] as const;

/** Handoffs that are read at once: what is in memory does not grow with the company. */
const BATCH = 20_000;

/** Every file with its path below `facts/`. The rows are made once, as a table, and read for both kinds. */
export async function* encodeHandoffFacts(ground: Ground): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const {db, sdrs} = ground;
  const places = new Map(sdrs.map(({person_id}, place) => [person_id, place]));
  await db.run(`create or replace temp table handoff_facts as
    with owners as (select unnest([${sdrs.map(({person_id}) => quoteText(person_id)).join(", ")}]::text[]) as id, unnest(range(${sdrs.length}))::integer as place)
    select facts.*, owners.place from (${await writeFacts(ground)}) as facts left join owners on owners.id = facts.sdr_id
    order by owners.place, dated_at, record_id`);
  const counts = await db.rows<{id: string; rows: number}>(
    "select sdr_id as id, count(*)::integer as rows from temp.handoff_facts where sdr_id is not null group by sdr_id",
  );
  const more = [...DIMENSIONS, ...OF_COMPANY];
  const codes = await codeTexts(db, "temp.handoff_facts", [...SAME_TEXTS, ...more]);
  const columns = [...OWN_TEXTS, ...codes.columns, ...TRUTHS.map((name) => `${name}::integer as ${name}`), "score"];
  const read = async (rest: string): Promise<Columns<string>> => {
    const found = await db.columns<string>(
      `select coalesce(place, -1) as place, ${columns.join(", ")} from temp.handoff_facts ${rest}`,
    );
    return {...found, names: {...found.names, ...codes.names}} as Columns<string>;
  };
  const rowsOf = new Map(counts.map(({id, rows}) => [id, rows]));
  for (const some of batch(sdrs, ({person_id}) => rowsOf.get(person_id) ?? 0, BATCH)) {
    const [first, last] = [some[0]!, some.at(-1)!].map(({person_id}) => places.get(person_id)!);
    const own = await read(`where place between ${first} and ${last}`);
    const spans = findSpans(own["place"]!);
    for (const {person_id, slug} of some) {
      const [start, end] = spans.get(places.get(person_id)!) ?? [0, 0];
      yield [`handoffs/${slug}`, encode(own, TEXTS, start, end)];
    }
  }
  const newest = await read(
    `qualify row_number() over (partition by month order by dated_at desc, record_id) <= ${MOST_OF_MONTH} order by dated_at, record_id`,
  );
  yield ["company/handoffs", encode(newest, [...TEXTS, ...more], 0, newest.length)];
  await db.run("drop table temp.handoff_facts");
}

function encode(columns: Columns<string>, names: readonly string[], start: number, end: number): Uint8Array {
  const pick = (name: string) => columns[name]!.subarray(start, end);
  const facts: Record<string, ColumnData> = {};
  for (const name of names) facts[name] = {places: pick(name), of: columns.names[name] ?? []};
  for (const name of TRUTHS) facts[name] = {truth: pick(name)};
  return encodeArrow({...facts, score: {number: pick("score")}}, end - start);
}

async function writeFacts(ground: Ground): Promise<string> {
  const {config} = ground;
  const days = windowDays(findMetric("advance_forecast_accuracy")!, config.windows) ?? 0;
  const due = `meeting_at + ${days} * interval 1 day`;
  const name = (column: string) => (config.granularity === "team" ? "''" : `coalesce(${column}, '')`);
  const stage = (letter: string, condition: string) => `case when ${condition} then '${letter}' else '' end`;
  // A condition of the left side alone, in a left join, would make that compare every row with every other.
  const checklists = CHECKLISTS.map((name) => `case when ${JUDGED} then coalesce(${name}.letters, '') else '' end as ${name}`);
  return `
    with stopped as (${causeSql(config)}),
    cells as (${LETTERS}),
    criteria as (${await writeVerdicts(ground)}),
    practices as (${await writePractices(ground)}),
    behaviours as (${await writeBehaviours(ground)})
    select handoffs.handoff_id as record_id, handoffs.sdr_id, coalesce(account_name, '') as account, ${name("sdr_name")} as sdr,
      ${name("ae_name")} as ae, ${iso("meeting_at")} as dated_at, date_trunc('month', meeting_at) as month, coalesce(disputed, false) as is_disputed, outcome,
      coalesce(practices.is_sql_known, false) as is_sql_known, coalesce(assignments.routed_at > settings.as_of - interval 84 day and assignments.routed_at <= settings.as_of, false) as is_lately,
      ${[
        stage("b", "true"), stage("h", "is_held"), stage("a", "accepted_at is not null"), stage("s", "sql_at is not null"),
        stage("o", "opportunity_at is not null"), stage("w", "won_at is not null"),
      ].join(" || ")} as stages,
      coalesce(stopped.cause, '') as cause, case when stopped.cause is null then '' else coalesce(stopped.reason, '') end as reason,
      coalesce(${DECISION}, '') as decision, case when decision = 'rejected' then coalesce(nullif(trim(rejection_reason), ''), '') else '' end as rejected_for,
      coalesce(turns.territory, '') as territory, coalesce(qualification_accuracy, '') as accuracy, coalesce(will_advance, '') as advance,
      case when will_advance is null or not coalesce(${due} <= opportunities_known_at, false) then ''
        when coalesce(opportunity_at <= ${due}, false) then 'came' else 'not' end as advanced,
      coalesce(quality_score, 0)::double as score, coalesce(array_to_string(most_valuable_context, ';'), '') as valued,
      case when ${JUDGED} then coalesce(cells.letters, '') else '' end as fields, ${checklists.join(", ")}, coalesce(practices.letters, '') as practices, coalesce(behaviours.letters, '') as behaviours,
      case when routed.verdict = 'no_rule' then coalesce(routed.reason, '') else coalesce(routed.verdict, '') end as routed,
      case when is_auto_accepted then 'b' else '' end || case when is_judged_late then 'l' else '' end
        || case when routed.reassignments > 0 then 'r' else '' end as remarks,
      ${DIMENSIONS.map((name) => `coalesce(${name}, '') as ${name}`).join(", ")}
    from marts.handoffs as handoffs
    cross join config.settings as settings
    left join intermediate.int_assignments as assignments on assignments.handoff_id = handoffs.handoff_id
    left join stopped on stopped.handoff_id = handoffs.handoff_id
    left join (
      select turns.handoff_id, any_value(turns.territory) as territory from intermediate.int_routing_turns as turns
      inner join intermediate.int_routing as routing on routing.handoff_id = turns.handoff_id
      where turns.is_taken and routing.verdict = 'kept' and not routing.is_ambiguous group by turns.handoff_id
    ) as turns on turns.handoff_id = handoffs.handoff_id
    left join marts.routing as routed on routed.handoff_id = handoffs.handoff_id
    left join cells on cells.handoff_id = handoffs.handoff_id
    left join practices on practices.handoff_id = handoffs.handoff_id
    left join behaviours on behaviours.handoff_id = handoffs.handoff_id
    ${CHECKLISTS.map((name) => `left join criteria as ${name} on ${name}.handoff_id = handoffs.handoff_id and ${name}.checklist = '${name}'`).join("\n    ")}
    where meeting_at is not null`;
} // prettier-ignore

/** A letter per practice that is compared: of members whose outcome is known, whether it was there. */
async function writePractices({db, config, metrics}: Ground): Promise<string> {
  const compared = await db.rows<{practice: string}>("select practice from marts.practices");
  const rules = await readRules(db, config);
  const known = (name: "show_rate" | "meeting_to_sql_rate") =>
    metrics.has(name)
      ? `(select record_id from (${listMembers(findMetric(name)!, rules)}) where is_mature)`
      : "(select '' as record_id where false)";
  const letters = compared.map(({practice}) => {
    const {is_there, outcome} = PRACTICES.find((each) => each.practice === practice)!;
    return `case when ${outcome}.record_id is null or (${is_there}) is null then '-' when ${is_there} then 'y' else 'n' end`;
  });
  return `select handoff_id, ${letters.join(" || ") || "''"} as letters,
      meeting_to_sql_rate.record_id is not null as is_sql_known from marts.handoffs
    left join ${known("show_rate")} as show_rate on show_rate.record_id = handoff_id
    left join ${known("meeting_to_sql_rate")} as meeting_to_sql_rate on meeting_to_sql_rate.record_id = handoff_id`;
}
