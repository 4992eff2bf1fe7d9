/** The figures of a build that the next one is compared by, read from its warehouse. */
import type {EntityName} from "../contract/entities.js";
import {DATED_BY} from "../contract/supplied.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {readValues, type ValueCount} from "./values.js";

export interface Figures {
  /** Rows of each entity and source. */
  rows: {entity: string; source: string; read: number; loaded: number; rejected: number}[];
  /** Records that there are at present, by entity and the source of their newest version: exports that are kept add rows each night, and no records. */
  records: {entity: string; source: string; records: number}[];
  /** Teams that SDRs and AEs are in at present. */
  teams: string[];
  /** Exports with the hash of their content. */
  files: {path: string; entity: string; hash: string; exported_at: string | null; rows: number}[];
  /** Columns that the newest exports of each entity and source have. */
  columns: SuppliedColumn[];
  /** Records by their values in columns of few values. */
  values: ValueCount[];
  /** Ids of the SDRs and AEs who are there at present. */
  people: string[];
  /** Numbers of the company by month and quarter, and of teams by quarter: those that no later day of the data can change. */
  numbers: ClosedNumber[];
}

/** A canonical column that the newest export of its kind supplies, or several of one source, or of no date. */
export interface SuppliedColumn {
  entity: EntityName;
  source: string;
  column: string;
  files: number;
  /** Rows of many have something in it, in any export of the source. */
  is_filled: boolean;
}

/** A metric of a scope in a period that is over, all of whose members are known. */
export interface ClosedNumber {
  metric: string;
  scope: string;
  scope_id: string;
  period: string;
  period_start: string;
  currency: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
}

/**
 * @param hashOf hash of the content of an export, by its path as the ledger names it
 * @param manyRows a column counts as filled when so many rows have something in it
 */
export async function readFigures(db: Database, hashOf: (path: string) => string, manyRows: number): Promise<Figures> {
  const rows = await db.rows<Figures["rows"][number]>(`
    select entity, source_name as source, sum(rows_read)::double as read, sum(loaded)::double as loaded, sum(rejected)::double as rejected
    from raw.files group by all order by all`);
  const loaded = [...new Set(rows.map(({entity}) => entity as EntityName))];
  const files = await db.rows<Omit<Figures["files"][number], "hash">>(`
    select path, entity, strftime(exported_at, '%Y-%m-%dT%H:%M:%SZ') as exported_at, rows_read::double as rows from raw.files order by all`);
  const teams = await db.rows<{team: string}>(
    "select distinct team from marts.people where is_current and role in ('sdr', 'ae') and team is not null order by all",
  );
  const people = await db.rows<{person_id: string}>(
    "select person_id from marts.people where is_current and role in ('sdr', 'ae') order by all",
  );
  const numbers = await db.rows<ClosedNumber>(`
    with today as (select timezone(timezone, timezone('UTC', as_of)) as today from config.settings)
    select metric, scope, scope_id, period, period_start, currency, numerator, denominator, value, lower, upper
    from marts.metrics, today
    where maturity = 'final'
      and (scope = 'company' and period in ('month', 'quarter') or scope = 'team' and period = 'quarter')
      and period_start::date + case period when 'month' then interval 1 month else interval 3 month end <= today
    order by all`);
  return {
    rows,
    records: await readRecords(db, loaded),
    teams: teams.map(({team}) => team),
    columns: await readColumns(db, manyRows),
    values: await readValues(db, loaded),
    files: files.map((file) => ({...file, hash: hashOf(file.path)})),
    people: people.map(({person_id}) => person_id),
    numbers,
  };
}

async function readRecords(db: Database, loaded: readonly EntityName[]): Promise<Figures["records"]> {
  if (loaded.length === 0) return [];
  const counts = loaded.map(
    (entity) =>
      `select ${quoteText(entity)} as entity, _source as source_index, count(*)::integer as records from staging.stg_${entity} group by all`,
  );
  return db.rows(`with counts as (${counts.join(" union all ")}),
    sources as (select distinct source_index, source_name from raw.files)
    select entity, source_name as source, sum(records)::integer as records from counts inner join sources using (source_index) group by all order by all`);
}

/** A row or two of a list may well have what the next list lacks. */
const FEW = 3;

/** Looks into each column until enough rows have been found, so that ten million are not gone through for those that are full. */
export async function readColumns(db: Database, manyRows: number): Promise<SuppliedColumn[]> {
  const columns = await db.rows<Omit<SuppliedColumn, "is_filled"> & {index: number; rows: number}>(`
    with files as (
      select *, case when exported_at_from in (${DATED_BY.map(quoteText).join(", ")}) then exported_at end as told_at,
        max(told_at) over (partition by source_index, entity, profile, kind) as newest,
        sum(loaded) over (partition by source_index, entity) as rows
      from raw.files
    )
    select entity, source_name as source, column_name as column, any_value(source_index)::integer as index, any_value(rows)::integer as rows, count(*)::integer as files
    from raw.file_columns inner join files using (file_id, entity) where told_at is null or told_at = newest group by all order by all`);
  const filled = await db.rows<{n: number}>(
    columns
      .map(({entity, index, column, rows}, place) => {
        // Of few rows half of them are many.
        const many = Math.min(manyRows, Math.max(FEW, Math.ceil(rows / 2)));
        return `select ${place} as n from (select 1 from raw.${entity} where _source = ${index} and ${quoteName(column)} is not null limit ${many}) having count(*) = ${many}`;
      })
      .join(" union all ") || "select 0 as n where false",
  );
  const many = new Set(filled.map(({n}) => n));
  return columns.map(({index: _, rows: __, ...column}, place) => ({...column, is_filled: many.has(place)}));
}
