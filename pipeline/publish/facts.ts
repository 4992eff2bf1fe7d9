/** `facts/<slug>.arrow`: the members behind every number of a person, so that each can be explained. */
import {METRICS} from "../contract/metrics.js";
import {quoteText} from "../db.js";
import {readRules} from "../metrics/rules.js";
import {encodeArrow} from "./arrow.js";
import type {Ground} from "./ground.js";
import {joinMembers, listPresent, readColumns} from "./members.js";

interface RecordText {
  record_id: string;
  account: string;
  ae: string;
}

/** Where each person's rows begin and end in the columns. */
type Span = [start: number, end: number];

/**
 * A file per SDR, one after the other. Texts are looked up by number, so that what is read row by row are numbers alone; a
 * file's dictionaries hold only what stands in that file.
 */
export async function* encodeFacts({db, config, metrics, sdrs}: Ground): AsyncGenerator<[slug: string, bytes: Uint8Array]> {
  const present = listPresent(metrics);
  const members = joinMembers(present, await readRules(db, config));
  const ids = `[${sdrs.map(({person_id}) => quoteText(person_id)).join(", ")}]::text[]`;
  await numberRecords(db);
  const records = await db.rows<RecordText>("select record_id, account, ae from temp.fact_records order by number");
  const columns: Record<string, unknown[]> = members
    ? await readColumns(
        db,
        `select people.number as person, list_position([${METRICS.map(({name}) => `'${name}'`).join(", ")}], metric)::integer as metric,
          records.number as record, epoch(dated_at)::double as dated, is_mature, coalesce(currency, '') as currency,
          coalesce(numerator, 0) as numerator, coalesce(denominator, 0) as denominator
        from (${members}) as members
        inner join temp.fact_records as records on records.mart = members.mart and records.record_id = members.record_id
        inner join (select unnest(${ids}) as person_id, unnest(range(${sdrs.length}))::integer as number) as people
          on people.person_id = members.sdr_id
        order by person, metric, dated, record`,
      )
    : {};
  const spans = findSpans((columns["person"] ?? []) as number[]);
  const instants = new Map<number, string>();
  const pick = <T>(name: string, [start, end]: Span) => (columns[name] ?? []).slice(start, end) as T[];
  for (const [number, person] of sdrs.entries()) {
    const span = spans.get(number) ?? [0, 0];
    const own = pick<number>("record", span).map((record) => records[record]!);
    yield [
      person.slug,
      encodeArrow(
        {
          metric: {text: pick<number>("metric", span).map((metric) => METRICS[metric - 1]!.name)},
          record_id: {text: own.map((record) => record.record_id)},
          account: {text: own.map((record) => record.account)},
          ae: {text: own.map((record) => record.ae)},
          dated_at: {text: pick<number>("dated", span).map((dated) => formatInstant(dated, instants))},
          is_mature: {truth: pick<boolean>("is_mature", span)},
          numerator: {number: pick<number>("numerator", span)},
          denominator: {number: pick<number>("denominator", span)},
          currency: {text: pick<string>("currency", span)},
        },
        own.length,
      ),
    ];
  }
}

/** temp.fact_records: every record that may be a member, with what a page calls it. */
async function numberRecords(db: Ground["db"]): Promise<void> {
  await db.run(`create or replace temp table fact_records as
    select *, (row_number() over (order by mart, record_id) - 1)::integer as number from (
      select 'marts.handoffs' as mart, handoff_id as record_id, coalesce(account_name, '') as account, coalesce(ae_name, '') as ae
      from marts.handoffs
      union all
      select 'marts.opportunities', opportunity_id, coalesce(account_name, ''), coalesce(ae_name, '') from marts.opportunities
      union all
      select 'marts.leads', lead_id, coalesce(accounts.name, ''), ''
      from marts.leads left join staging.stg_accounts as accounts on accounts.account_id = leads.account_id
    )`);
}

function findSpans(people: readonly number[]): Map<number, Span> {
  const spans = new Map<number, Span>();
  people.forEach((person, index) => {
    const span = spans.get(person);
    if (span) span[1] = index + 1;
    else spans.set(person, [index, index + 1]);
  });
  return spans;
}

/** Seconds since 1970 as ISO 8601; the same instant comes back for many metrics. */
function formatInstant(seconds: number, known: Map<number, string>): string {
  let text = known.get(seconds);
  if (text === undefined) known.set(seconds, (text = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`));
  return text;
}
