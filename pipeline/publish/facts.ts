/** `facts/<slug>.arrow`: the members behind every number of a person, so that each can be explained. */
import {METRICS} from "../contract/metrics.js";
import {quoteText} from "../db.js";
import {encodeArrow} from "./arrow.js";
import type {Ground} from "./ground.js";
import {readColumns} from "./members.js";

interface RecordText {
  record_id: string;
  account: string;
  ae: string;
}

/** Where a person's rows begin and end in the columns. */
type Span = [start: number, end: number];

/**
 * A file per SDR, one after the other. Texts are looked up by number, so that what is read row by row are numbers alone; a
 * file's dictionaries hold only what stands in that file. Needs `gatherMembers`.
 */
export async function* encodeFacts({db, config, sdrs}: Ground): AsyncGenerator<[slug: string, bytes: Uint8Array]> {
  const records = await db.rows<RecordText>("select record_id, account, ae from temp.site_records order by number");
  const used = await db.rows<{currency: string}>(
    "select distinct currency from temp.site_members where currency is not null order by currency",
  );
  const currencies = ["", ...new Set([config.currency, ...used.map(({currency}) => currency)])];
  const list = (texts: readonly string[]) => `[${texts.map(quoteText).join(", ")}]::text[]`;
  const columns = await readColumns(
    db,
    `select people.number as person, metric, record, epoch(dated_at)::double as dated, is_mature, is_disputed, numerator, denominator,
      list_position(${list(currencies)}, coalesce(currency, ''))::integer - 1 as currency
    from temp.site_members as members
    inner join (select unnest(${list(sdrs.map(({person_id}) => person_id))}) as person_id, unnest(range(${sdrs.length}))::integer as number) as people
      on people.person_id = members.sdr_id
    order by person, metric, dated, record`,
  );
  const spans = findSpans(columns["person"] as number[]);
  const instants = new Map<number, string>();
  for (const [number, {slug}] of sdrs.entries()) {
    const [start, end] = spans.get(number) ?? [0, 0];
    const pick = <T>(name: string) => columns[name]!.slice(start, end) as T[];
    const own = pick<number>("record").map((record) => records[record]!);
    const facts = {
      metric: {text: pick<number>("metric").map((place) => METRICS[place]!.name)},
      record_id: {text: own.map((record) => record.record_id)},
      account: {text: own.map((record) => record.account)},
      ae: {text: own.map((record) => record.ae)},
      dated_at: {text: pick<number>("dated").map((dated) => formatInstant(dated, instants))},
      is_mature: {truth: pick<boolean>("is_mature")},
      is_disputed: {truth: pick<boolean>("is_disputed")},
      numerator: {number: pick<number>("numerator")},
      denominator: {number: pick<number>("denominator")},
      currency: {text: pick<number>("currency").map((place) => currencies[place]!)},
    };
    yield [slug, encodeArrow(facts, own.length)];
  }
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
