/** `facts/**.arrow`: the members behind every number, so that each can be explained. */
import {DIMENSIONS} from "../contract/funnel.js";
import {METRICS} from "../contract/metrics.js";
import {quoteText} from "../db.js";
import {encodeArrow, type ColumnData} from "./arrow.js";
import {codeTexts} from "./codes.js";
import type {Ground} from "./ground.js";
import {listShards, type Shards} from "./shards.js";
import {iso} from "./sql.js";

/** Texts, each once, and which of them a record has. */
interface Lexicon {
  texts: readonly string[];
  placeOf: Float64Array;
}

/** Where an owner's rows begin and end in the columns. */
type Span = [start: number, end: number];

/** What is the same for every kind of file. `met` is the AE whom the record's SDR handed over to: anybody else is none of the SDR's counterparts. */
interface Texts {
  records: Record<"record_id" | "account" | "ae" | "met" | "sdr", Lexicon>;
  currencies: string[];
  dimensions: Map<string, string[]>;
  instants: readonly string[];
}

const NAMES = METRICS.map(({name}) => name);
const NOBODY = [""];

/**
 * Every file with its path below `facts/`, one after the other. Texts are looked up by number, so that what is read row by row are
 * numbers alone; a file's dictionaries hold only what stands in that file. Needs `gatherMembers`.
 */
export async function* encodeFacts(ground: Ground): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const {db, config} = ground;
  const used = await readDistinct(db, "currency");
  const instants = await db.rows<{text: string}>(`select ${iso("dated_at")} as text from temp.site_instants order by place`);
  const texts: Texts = {
    records: await readRecords(db),
    currencies: ["", ...new Set([config.currency, ...used])],
    dimensions: new Map(),
    instants: instants.map(({text}) => text),
  };
  for (const name of DIMENSIONS)
    texts.dimensions.set(name, ["", ...(await readDistinct(db, name)).filter((value) => value !== "")]);
  for (const shards of listShards(ground))
    for (const owners of await batchOwners(db, shards)) yield* encodeShards(ground, {...shards, owners}, texts);
}

async function readRecords(db: Ground["db"]): Promise<Texts["records"]> {
  const names = ["account", "ae", "met", "sdr"] as const;
  const records = await db.columns<string>(
    `select record_id, ${(await codeTexts(db, "temp.site_records", names)).join(", ")} from temp.site_records order by number`,
  );
  const lexicon = (name: string): Lexicon => ({texts: records.names[name] ?? [], placeOf: records[name]!});
  const [account, ae, met, sdr] = names.map(lexicon) as [Lexicon, Lexicon, Lexicon, Lexicon];
  return {record_id: lexicon("record_id"), account, ae, met, sdr};
}

async function readDistinct(db: Ground["db"], column: string): Promise<string[]> {
  const rows = await db.rows<{value: string}>(
    `select distinct ${column} as value from temp.site_members where ${column} is not null order by value`,
  );
  return rows.map(({value}) => value);
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
  {records, currencies, dimensions, instants}: Texts,
): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const list = (values: readonly string[]) => `[${values.map(quoteText).join(", ")}]::text[]`;
  const placeIn = (values: readonly string[], column: string) =>
    `list_position(${list(values)}, coalesce(${column}, ''))::integer - 1`;
  // Where nothing is counted by person, lists name none that somebody could count.
  const isNameless = config.granularity === "team";
  const split = isWithDimensions ? DIMENSIONS : [];
  const columns = await db.columns<string>(
    `select owners.number as owner, metric, record, instants.place as dated, is_mature::integer as is_mature,
      is_disputed::integer as is_disputed, numerator::double as numerator, denominator::double as denominator, ${placeIn(currencies, "currency")} as currency
      ${split.map((name) => `, ${placeIn(dimensions.get(name)!, name)} as ${name}`).join("")}
    from temp.site_members as members
    inner join (select unnest(${list(owners.map(({id}) => id))}) as id, unnest(range(${owners.length}))::integer as number) as owners
      on owners.id = ${owner}
    inner join temp.site_instants as instants on instants.dated_at = members.dated_at
    ${metrics ? `where metric in (${placesOf(metrics)})` : ""}
    ${most ? `qualify row_number() over (partition by ${["owners.number", "metric", ...most.each].join(", ")} order by instants.place desc, record) <= ${most.count}` : ""}
    order by owner, metric, dated, record`,
  );
  const spans = findSpans(columns["owner"]!);
  for (const [number, {slug}] of owners.entries()) {
    const [start, end] = spans.get(number) ?? [0, 0];
    const length = end - start;
    const pick = (name: string) => columns[name]!.subarray(start, end);
    const own = pick("record");
    const ofRecord = ({texts, placeOf}: Lexicon): ColumnData => ({places: own.map((record) => placeOf[record]!), of: texts});
    const person = (name: "ae" | "met" | "sdr"): ColumnData =>
      isNameless ? {places: new Uint8Array(length), of: NOBODY} : ofRecord(records[name]);
    const facts: Record<string, ColumnData> = {
      metric: {places: pick("metric"), of: NAMES},
      record_id: ofRecord(records.record_id),
      account: ofRecord(records.account),
      ae: person(isWithDimensions ? "ae" : "met"),
      ...(isWithSdr && {sdr: person("sdr")}),
      dated_at: {places: pick("dated"), of: instants},
      is_mature: {truth: pick("is_mature")},
      is_disputed: {truth: pick("is_disputed")},
      numerator: {number: pick("numerator")},
      denominator: {number: pick("denominator")},
      currency: {places: pick("currency"), of: currencies},
      ...Object.fromEntries(split.map((name) => [name, {places: pick(name), of: dimensions.get(name)!}])),
    };
    yield [`${folder}${slug}`, encodeArrow(facts, length)];
  }
}

/** Places of metrics in the registry, as SQL. */
function placesOf(names: readonly string[]): string {
  return METRICS.flatMap(({name}, place) => (names.includes(name) ? [place] : [])).join(", ") || "-1";
}

/** Where each owner's rows are; rows come in order of owner. */
export function findSpans(owners: ArrayLike<number>): Map<number, Span> {
  const spans = new Map<number, Span>();
  for (let start = 0, end = 1; end <= owners.length; end++) {
    if (owners[end] === owners[start]) continue;
    spans.set(owners[start]!, [start, end]);
    start = end;
  }
  return spans;
}
