/** The figures of a build that the next one is compared by, read from its warehouse. */
import type {Database} from "../db.js";

export interface Figures {
  /** Rows of each entity and source. */
  rows: {entity: string; source: string; read: number; loaded: number; rejected: number}[];
  /** Exports with the hash of their content. */
  files: {path: string; entity: string; hash: string; exported_at: string | null; rows: number}[];
  /** Ids of the SDRs and AEs who are there at present. */
  people: string[];
  /** Numbers of the company by month and quarter, and of teams by quarter: those that no later day of the data can change. */
  numbers: ClosedNumber[];
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

/** @param hashOf hash of the content of an export, by its path as the ledger names it */
export async function readFigures(db: Database, hashOf: (path: string) => string): Promise<Figures> {
  const rows = await db.rows<Figures["rows"][number]>(`
    select entity, source_name as source, sum(rows_read)::double as read, sum(loaded)::double as loaded, sum(rejected)::double as rejected
    from raw.files group by all order by all`);
  const files = await db.rows<Omit<Figures["files"][number], "hash">>(`
    select path, entity, strftime(exported_at, '%Y-%m-%dT%H:%M:%SZ') as exported_at, rows_read::double as rows from raw.files order by all`);
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
    files: files.map((file) => ({...file, hash: hashOf(file.path)})),
    people: people.map(({person_id}) => person_id),
    numbers,
  };
}
