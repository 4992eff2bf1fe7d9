/** `facts/**.arrow`: the members behind every number, so that each can be explained. */
import {DIMENSIONS} from "../../contract/funnel.js";
import {METRICS} from "../../contract/metrics.js";
import {encodeArrow, type ColumnData} from "../arrow.js";
import {codeTexts} from "./codes.js";
import type {Ground} from "../ground.js";
import {listShards, type Shards} from "./shards.js";
import {iso} from "../sql.js";

/** Texts, each once, and which of them a record has. */
interface Lexicon {
  texts: readonly string[];
  placeOf: Float64Array;
}

/** Where an owner's rows begin and end in the columns. */
type Span = [start: number, end: number];

const NAMES = METRICS.map(({name}) => name);
const NOBODY = [""];
const OF_RECORD = ["account", "ae", "met", "sdr", ...DIMENSIONS] as const;

/** What is the same for every kind of file. `met` is the AE whom the record's SDR handed over to: anybody else is none of the SDR's counterparts. */
interface Texts {
  records: Record<"record_id" | (typeof OF_RECORD)[number], Lexicon>;
  currencies: readonly string[];
  instants: readonly string[];
}

/**
 * Every file with its path below `facts/`, one after the other. Texts are looked up by number, so that what is read row by row are
 * numbers alone; a file's dictionaries hold only what stands in that file. Needs `gatherMembers`, which tells the currencies.
 */
export async function* encodeFacts(
  ground: Ground,
  currencies: readonly string[],
): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const {db} = ground;
  // As one text: tens of thousands, none with a comma.
  const [instants] = await db.rows<{text: string | null}>(
    `select string_agg(${iso("dated_at")}, ',' order by place) as text from temp.site_instants`,
  );
  const texts: Texts = {records: await readRecords(db), currencies, instants: (instants!.text ?? "").split(",")};
  for (const shards of listShards(ground))
    for (const owners of await batchOwners(db, shards)) yield* encodeShards(ground, {...shards, owners}, texts);
}

async function readRecords(db: Ground["db"]): Promise<Texts["records"]> {
  const codes = await codeTexts(db, "temp.site_records", OF_RECORD);
  const records = await db.columns<string>(
    `select record_id, ${codes.columns.join(", ")} from temp.site_records order by number`,
  );
  const names = {...records.names, ...codes.names};
  const lexicon = (name: keyof Texts["records"]) => [name, {texts: names[name] ?? [], placeOf: records[name]!}];
  return Object.fromEntries((["record_id", ...OF_RECORD] as const).map(lexicon)) as Texts["records"];
}

/** Rows that are read at once: what is in memory does not grow with the company. */
const BATCH = 300_000;

/** Owners in their order, so many at a time as have about `BATCH` rows. */
async function batchOwners(db: Ground["db"], shards: Shards): Promise<Shards["owners"][]> {
  const counts = await db.rows<{number: number; rows: number}>(
    `select ${shards.owner} as number, count(*)::integer as rows from ${fromMembers({...shards, most: undefined})} group by all`,
  );
  const rowsOf = new Map(counts.map(({number, rows}) => [number, rows]));
  return batch(shards.owners, ({number}) => rowsOf.get(number) ?? 0, BATCH);
}

/** SQL of the members that owners of a kind have. */
const fromMembers = ({owner, metrics, most}: Shards): string => `temp.site_members as members
    ${most && most.each.length > 0 ? "inner join temp.site_instants as instants on instants.place = members.dated" : ""}
    ${owner.startsWith("records.") ? "inner join temp.site_records as records on records.number = members.record" : ""}
    where ${owner} is not null ${metrics ? `and metric in (${placesOf(metrics)})` : ""}`;

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
  shards: Shards,
  {records, currencies, instants}: Texts,
): AsyncGenerator<[path: string, bytes: Uint8Array]> {
  const {folder, owners, owner, most, isWithSdr, isWithDimensions} = shards;
  // Where nothing is counted by person, lists name none that somebody could count.
  const isNameless = config.granularity === "team";
  const columns = await db.columns<string>(
    `select ${owner}::integer as owner, metric, record, dated, is_mature::integer as is_mature,
      is_disputed::integer as is_disputed, numerator::double as numerator, denominator::double as denominator, currency::integer as currency
    from ${fromMembers(shards)} and ${owner} between ${owners[0]!.number} and ${owners.at(-1)!.number}
    ${most ? `qualify row_number() over (partition by ${[owner, "metric", ...most.each].join(", ")} order by dated desc, record) <= ${most.count}` : ""}
    ${owner === "members.sdr_place" ? "" : "order by owner, metric, dated, record"}`,
  );
  const spans = findSpans(columns["owner"]!);
  for (const {number, slug} of owners) {
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
      ...(isWithDimensions && Object.fromEntries(DIMENSIONS.map((name) => [name, ofRecord(records[name])]))),
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
