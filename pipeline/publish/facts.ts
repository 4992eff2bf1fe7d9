/** `facts/**.arrow`: the members behind every number, so that each can be explained. */
import {DIMENSIONS} from "../contract/funnel.js";
import {METRICS} from "../contract/metrics.js";
import {quoteText} from "../db.js";
import {encodeArrow, type ColumnData} from "./arrow.js";
import type {Ground} from "./ground.js";
import {readColumns} from "./members.js";
import {listShards, type Shards} from "./shards.js";

interface RecordText {
  record_id: string;
  account: string;
  ae: string;
  /** The same where it is the AE whom the record's SDR handed over to: anybody else is none of the SDR's counterparts. */
  met: string;
  sdr: string;
}

/** Where an owner's rows begin and end in the columns. */
type Span = [start: number, end: number];

/** What is the same for every kind of file. */
interface Texts {
  records: RecordText[];
  currencies: string[];
  instants: Map<number, string>;
}

/**
 * Every file with its path below `facts/`, one after the other. Texts are looked up by number, so that what is read row by row are
 * numbers alone; a file's dictionaries hold only what stands in that file. Needs `gatherMembers`.
 */
export async function* encodeFacts(ground: Ground): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const {db, config} = ground;
  const used = await db.rows<{currency: string}>(
    "select distinct currency from temp.site_members where currency is not null order by currency",
  );
  const texts: Texts = {
    records: await db.rows<RecordText>("select record_id, account, ae, met, sdr from temp.site_records order by number"),
    currencies: ["", ...new Set([config.currency, ...used.map(({currency}) => currency)])],
    instants: new Map(),
  };
  for (const shards of listShards(ground))
    for (const owners of await batchOwners(db, shards)) yield* encodeShards(ground, {...shards, owners}, texts);
}

/** Rows that are read at once: what is in memory does not grow with the company. */
const BATCH = 300_000;

/** Owners in their order, so many at a time as have about `BATCH` rows. */
async function batchOwners(db: Ground["db"], {owners, owner}: Shards): Promise<Shards["owners"][]> {
  const counts = await db.rows<{id: string; rows: number}>(
    `select ${owner} as id, count(*)::integer as rows from temp.site_members as members group by all`,
  );
  const rowsOf = new Map(counts.map(({id, rows}) => [id, rows]));
  return batch(owners, ({id}) => rowsOf.get(id) ?? 0, BATCH);
}

/** A list in pieces, each of items that weigh `most` together, or of one. */
export function batch<T>(list: readonly T[], weigh: (item: T) => number, most: number): T[][] {
  const pieces: T[][] = [];
  let weight = Infinity;
  for (const item of list) {
    const own = weigh(item);
    if (weight + own > most) pieces.push([]);
    weight = (weight + own > most ? 0 : weight) + own;
    pieces.at(-1)!.push(item);
  }
  return pieces;
}

async function* encodeShards(
  {db, config}: Pick<Ground, "db" | "config">,
  {folder, owners, owner, metrics, most, isWithSdr, isWithDimensions}: Shards,
  {records, currencies, instants}: Texts,
): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const list = (values: readonly string[]) => `[${values.map(quoteText).join(", ")}]::text[]`;
  // Where nothing is counted by person, lists name none that somebody could count.
  const isNameless = config.granularity === "team";
  const dimensions = isWithDimensions ? DIMENSIONS : [];
  const columns = await readColumns(
    db,
    `select owners.number as owner, metric, record, epoch(dated_at)::double as dated, is_mature, is_disputed, numerator, denominator,
      list_position(${list(currencies)}, coalesce(currency, ''))::integer - 1 as currency
      ${dimensions.map((name) => `, coalesce(${name}, '') as ${name}`).join("")}
    from temp.site_members as members
    inner join (select unnest(${list(owners.map(({id}) => id))}) as id, unnest(range(${owners.length}))::integer as number) as owners
      on owners.id = ${owner}
    ${metrics ? `where metric in (${placesOf(metrics)})` : ""}
    ${most ? `qualify row_number() over (partition by ${["owners.number", "metric", ...most.each].join(", ")} order by dated_at desc, record) <= ${most.count}` : ""}
    order by owner, metric, dated, record`,
  );
  const spans = findSpans(columns["owner"] as number[]);
  for (const [number, {slug}] of owners.entries()) {
    const [start, end] = spans.get(number) ?? [0, 0];
    const pick = <T>(name: string) => columns[name]!.slice(start, end) as T[];
    const own = pick<number>("record").map((record) => records[record]!);
    const facts: Record<string, ColumnData> = {
      metric: {text: pick<number>("metric").map((place) => METRICS[place]!.name)},
      record_id: {text: own.map((record) => record.record_id)},
      account: {text: own.map((record) => record.account)},
      ae: {text: own.map((record) => (isNameless ? "" : isWithDimensions ? record.ae : record.met))},
      ...(isWithSdr && {sdr: {text: own.map((record) => (isNameless ? "" : record.sdr))}}),
      dated_at: {text: pick<number>("dated").map((dated) => formatInstant(dated, instants))},
      is_mature: {truth: pick<boolean>("is_mature")},
      is_disputed: {truth: pick<boolean>("is_disputed")},
      numerator: {number: pick<number>("numerator")},
      denominator: {number: pick<number>("denominator")},
      currency: {text: pick<number>("currency").map((place) => currencies[place]!)},
      ...Object.fromEntries(dimensions.map((name) => [name, {text: pick<string>(name)}])),
    };
    yield [`${folder}${slug}`, encodeArrow(facts, own.length)];
  }
}

/** Places of metrics in the registry, as SQL. */
function placesOf(names: readonly string[]): string {
  return METRICS.flatMap(({name}, place) => (names.includes(name) ? [place] : [])).join(", ") || "-1";
}

/** Where each owner's rows are; rows come in order of owner. */
export function findSpans(owners: readonly number[]): Map<number, Span> {
  const spans = new Map<number, Span>();
  owners.forEach((owner, index) => {
    const span = spans.get(owner);
    if (span) span[1] = index + 1;
    else spans.set(owner, [index, index + 1]);
  });
  return spans;
}

/** Seconds since 1970 as ISO 8601; the same instant comes back for many metrics. */
function formatInstant(seconds: number, known: Map<number, string>): string {
  let text = known.get(seconds);
  if (text === undefined) known.set(seconds, (text = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`));
  return text;
}
