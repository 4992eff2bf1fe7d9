/** Which of the company's numbers may be shown to whom: what `protect` says of each reader, from the people behind each group. */
import type {Config} from "../config.js";
import {DIMENSIONS, type Dimension} from "../contract/funnel.js";
import type {Database} from "../db.js";
import {readColumns} from "./members.js";
import {indexRecords, type Records} from "./people-records.js";
import {protect} from "./protect.js";
import {monthOf} from "./sql.js";

/**
 * A group of records: a value of a dimension, a month (`YYYY-MM-DD`), the last 90 days (of which there is one, called `""`), or a team's
 * records of these.
 */
export type Split = Dimension | "month" | "recent" | "team_recent";

/** What one reader may be shown of a kind of numbers. */
export interface Shown {
  /** Whether even the sum over everybody may be. */
  isAny: boolean;
  has(split: Split, id: string): boolean;
}

/** The same for each kind of numbers: `sdrs` for those about SDRs, `leads` for those of leads, `aes` for those about what AEs do. */
export type Visible = Record<"sdrs" | "leads" | "aes", Shown>;

/** Who knows whose records anyway: a manager those of the own team, booked in it or by who is in it now. */
export interface Reader {
  team: string | null;
  people: ReadonlySet<string>;
}

/** Where not all can be shown, teams are rather than months: leadership asks for the former first. Within each, the larger. */
const SPLITS: readonly Split[] = ["recent", "team", "segment", "team_recent", "source", "motion", "region", "month"];

/** Rows of records, and where those are that a reader may know. */
interface Book {
  records: Records;
  rowsOfSdr: ReadonlyMap<string, number[]>;
  rowsOfTeam: ReadonlyMap<string, number[]>;
  groups: ReadonlyMap<string, number>;
}

/** Reads who is behind which records, and returns what a reader may be shown. */
export async function readVisible(db: Database, config: Config): Promise<(reader: Reader) => Visible> {
  const fewest = config.publish.min_people;
  const books = {
    sdrs: await readBook(db, config, "sdr_id", "marts.handoffs", "meeting_at"),
    leads: await readBook(db, config, "sdr_id", "marts.leads", "created_at"),
    aes: await readBook(db, config, "ae_id", "marts.handoffs", "meeting_at"),
  };
  return (reader) => ({
    sdrs: show(books.sdrs, reader, fewest),
    leads: show(books.leads, reader, fewest),
    aes: show(books.aes, reader, fewest),
  });
}

/** Different rows alone: one per person and what the records are split by. */
async function readBook(db: Database, {timezone}: Config, person: string, mart: string, time: string): Promise<Book> {
  const columns = await readColumns(
    db,
    `with records as (
      select ${person} as person, coalesce(sdr_id, '') as own_sdr, coalesce(team, '') as own_team,
        coalesce(${time} > settings.as_of - interval 90 day, false) as is_recent, ${DIMENSIONS.join(", ")}, (${monthOf(time, timezone)})::text as month
      from ${mart} cross join config.settings as settings where ${person} is not null
    )
    select distinct * exclude (is_recent), case when is_recent then '' end as recent, case when is_recent then team end as team_recent from records`,
  );
  const pick = (name: string) => (columns[name] ?? []) as (string | null)[];
  const people = pick("person") as string[];
  const groups = numberGroups(people, new Map(SPLITS.map((split) => [split, pick(split)])));
  const of = SPLITS.map((split) => [split, pick(split)] as const);
  const numbers = people.map((_, row) =>
    of.flatMap(([split, values]) => {
      const {[row]: value} = values;
      return value === null || value === undefined ? [] : (groups.get(keyOf(split, value)) ?? []);
    }),
  );
  return {
    records: indexRecords({people, groups: numbers}, groups.size),
    rowsOfSdr: findRows(pick("own_sdr") as string[]),
    rowsOfTeam: findRows(pick("own_team") as string[]),
    groups,
  };
}

const keyOf = (split: Split, id: string) => `${split}\t${id}`;

/** Numbers groups in the order in which they are to be shown. */
function numberGroups(people: readonly string[], columns: ReadonlyMap<Split, readonly (string | null)[]>): Map<string, number> {
  const order = [...columns].flatMap(([split, values]) => {
    const sizes = new Map<string, Set<string>>();
    for (const [row, value] of values.entries()) {
      if (value === null || (value === "" && split !== "recent")) continue;
      const size = sizes.get(value);
      if (size) size.add(people[row]!);
      else sizes.set(value, new Set([people[row]!]));
    }
    return [...sizes].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1)).map(([value]) => keyOf(split, value));
  });
  return new Map(order.map((key, number) => [key, number]));
}

function findRows(owners: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [row, owner] of owners.entries()) {
    const own = found.get(owner);
    if (own) own.push(row);
    else found.set(owner, [row]);
  }
  return found;
}

function show({records, rowsOfSdr, rowsOfTeam, groups}: Book, {team, people}: Reader, fewest: number): Shown {
  const known = new Set((team !== null && rowsOfTeam.get(team)) || []);
  for (const person of people) for (const row of rowsOfSdr.get(person) ?? []) known.add(row);
  const hidden = protect(records, fewest, [...known]);
  return {
    isAny: hidden !== null,
    has: (split, id) => {
      const group = groups.get(keyOf(split, id));
      return hidden !== null && group !== undefined && !hidden.has(group);
    },
  };
}
