/** Which of the company's numbers may be shown to whom: what `protect` says of each reader, from the people behind each group. */
import {DIMENSIONS, type Dimension} from "../contract/funnel.js";
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {readColumns} from "./members.js";
import {indexRecords, protect, type Records} from "./protect.js";
import {monthOf} from "./sql.js";

/** A group of records: a value of a dimension, or a month as `YYYY-MM-DD`. */
export type Split = Dimension | "month";

/** Where not all can be shown, teams are rather than months: leadership asks for the former first. Within each, the larger. */
const SPLITS: readonly Split[] = ["team", "segment", "source", "motion", "region", "month"];

/** What one reader may be shown of a kind of numbers. */
export interface Shown {
  /** Whether even the sum over everybody may be. */
  isAny: boolean;
  has(split: Split, id: string): boolean;
}

/**
 * The same for each kind of numbers: `sdrs` for those about SDRs, `leads` for those of leads, `aes` for those about what AEs do;
 * `recent` for those about SDRs over the last 90 days.
 */
export type Visible = Record<"sdrs" | "recent" | "leads" | "aes", Shown>;

/** Who knows whose records anyway: a manager those of the own team, booked in it or by who is in it now. */
export interface Reader {
  team: string | null;
  people: ReadonlySet<string>;
}

/** Rows of records, with what says whether a reader knows one. */
interface Book {
  records: Records;
  sdrs: readonly string[];
  teams: readonly string[];
  isRecent: readonly boolean[];
  groups: ReadonlyMap<string, number>;
}

/** Reads who is behind which records, and returns what a reader may be shown. */
export async function readVisible(db: Database, config: Config): Promise<(reader: Reader) => Visible> {
  const fewest = config.publish.min_people;
  const sdrs = await readBook(db, config, "sdr_id", "marts.handoffs", "meeting_at");
  const aes = await readBook(db, config, "ae_id", "marts.handoffs", "meeting_at");
  const leads = await readBook(db, config, "sdr_id", "marts.leads", "created_at");
  return (reader) => {
    const recent = show(sdrs, reader, fewest, true);
    // All time less the last 90 days is what lies before them.
    const older = show(sdrs, reader, fewest, false);
    return {
      sdrs: show(sdrs, reader, fewest),
      recent: {isAny: recent.isAny && older.isAny, has: (split, id) => recent.has(split, id) && older.has(split, id)},
      leads: show(leads, reader, fewest),
      aes: show(aes, reader, fewest),
    };
  };
}

/** Different rows alone: one per person and what the records are split by. */
async function readBook(db: Database, {timezone}: Config, person: string, mart: string, time: string): Promise<Book> {
  const columns = await readColumns(
    db,
    `select distinct ${person} as person, coalesce(sdr_id, '') as sdr, coalesce(team, '') as own,
      coalesce(${time} > settings.as_of - interval 90 day, false) as is_recent,
      ${DIMENSIONS.map((name) => `coalesce(${name}, '') as ${name}`).join(", ")}, coalesce((${monthOf(time, timezone)})::text, '') as month
    from ${mart} cross join config.settings as settings where ${person} is not null`,
  );
  const pick = <T>(name: string) => (columns[name] ?? []) as T[];
  const people = pick<string>("person");
  const sizes = new Map<string, Set<string>>();
  for (const split of SPLITS)
    for (const [row, value] of pick<string>(split).entries()) {
      const key = keyOf(split, value);
      const size = sizes.get(key);
      if (size) size.add(people[row]!);
      else if (value) sizes.set(key, new Set([people[row]!]));
    }
  const place = (key: string) => SPLITS.indexOf(key.slice(0, key.indexOf("\t")) as Split);
  const order = [...sizes.keys()].sort(
    (a, b) => place(a) - place(b) || sizes.get(b)!.size - sizes.get(a)!.size || (a < b ? -1 : 1),
  );
  const numbers = new Map(order.map((key, number) => [key, number]));
  const columnsOf = SPLITS.map((split) => [split, pick<string>(split)] as const);
  const groups = people.map((_, row) => columnsOf.flatMap(([split, values]) => numbers.get(keyOf(split, values[row]!)) ?? []));
  return {
    records: indexRecords({people, groups}, numbers.size),
    sdrs: pick("sdr"),
    teams: pick("own"),
    isRecent: pick("is_recent"),
    groups: numbers,
  };
}

/** @param only rows of the last 90 days, or those before; all if left out */
function show({records, sdrs, teams, isRecent, groups}: Book, {team, people}: Reader, fewest: number, only?: boolean): Shown {
  const hidden = protect(
    records,
    fewest,
    (row) => people.has(sdrs[row]!) || (team !== null && teams[row] === team) || (only !== undefined && isRecent[row] !== only),
  );
  return {
    isAny: hidden !== null,
    has: (split, id) => {
      const group = groups.get(keyOf(split, id));
      return hidden !== null && group !== undefined && !hidden.has(group);
    },
  };
}

const keyOf = (split: Split, id: string) => `${split}\t${id}`;
