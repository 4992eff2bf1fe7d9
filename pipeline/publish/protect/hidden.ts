/** Which of the company's numbers may be shown to whom: what `protect` says of each reader, from the people behind each group. */
import type {Config} from "../../config.js";
import {DIMENSIONS, type Dimension} from "../../contract/funnel.js";
import type {Database} from "../../db.js";
import type {Records} from "./people-records.js";
import {protect} from "./protect.js";
import {monthOf} from "../sql.js";

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

/**
 * Groups and rows are numbered where they lie, and come here as numbers: hundreds of thousands of rows, one per person and what the records
 * are split by. Kinds come in no order, so that the first ones tell all groups apart.
 */
async function readBook(db: Database, {timezone}: Config, person: string, mart: string, time: string): Promise<Book> {
  await db.run(`
    create or replace temp table shown_records as
    with records as (
      select ${person} as person, coalesce(sdr_id, '') as own_sdr, coalesce(team, '') as own_team,
        coalesce(${time} > settings.as_of - interval 90 day, false) as is_recent, ${DIMENSIONS.join(", ")}, (${monthOf(time, timezone)})::text as month
      from ${mart} cross join config.settings as settings where ${person} is not null
    )
    select distinct * exclude (is_recent), case when is_recent then '' end as recent, case when is_recent then team end as team_recent from records`);
  const sizes = SPLITS.map(
    (split, place) =>
      `select ${place} as place, '${split}' as split, ${split} as id, count(distinct person) as size from shown_records
      where ${split} is not null${split === "recent" ? "" : ` and ${split} <> ''`} group by ${split}`,
  );
  // In the order in which they are to be shown.
  await db.run(
    `create or replace temp table shown_groups as select *, row_number() over (order by place, size, id)::integer - 1 as number from (${sizes.join(" union all ")})`,
  );
  const groups = await db.rows<{split: Split; id: string; number: number}>(
    "select split, id, number from shown_groups order by number",
  );
  const own = ["own_sdr", "own_team"] as const;
  const numbers = SPLITS.map((split) => `${split}s.number`).join(", ");
  const rows = await db.columns<"person" | "kind" | (typeof own)[number] | Split>(`
    select dense_rank() over (order by person)::integer - 1 as person, dense_rank() over (order by hash(${numbers}), ${numbers})::integer - 1 as kind,
      ${own.map((column) => `dense_rank() over (order by ${column})::integer - 1 as ${column}`).join(", ")},
      ${SPLITS.map((split) => `coalesce(${split}s.number, -1) as ${split}`).join(", ")}
    from shown_records as records
    ${SPLITS.map((split) => `left join shown_groups as ${split}s on ${split}s.split = '${split}' and ${split}s.id = records.${split}`).join("\n    ")}`);
  const named = async (column: string) =>
    (await db.rows<{id: string}>(`select distinct ${column} as id from shown_records order by ${column}`)).map(({id}) => id);
  return {
    records: numberRecords(
      rows,
      SPLITS.map((split) => rows[split]),
      groups.length,
    ),
    rowsOfSdr: findRows(rows.own_sdr, await named("own_sdr")),
    rowsOfTeam: findRows(rows.own_team, await named("own_team")),
    groups: new Map(groups.map(({split, id, number}) => [keyOf(split, id), number])),
  };
}

const keyOf = (split: Split, id: string) => `${split}\t${id}`;

/** @param columns the group of each row, -1 for none, column by column */
function numberRecords(
  {person, kind}: {person: Float64Array; kind: Float64Array},
  columns: readonly Float64Array[],
  groupCount: number,
): Records {
  const groupsOf: number[][] = [];
  for (const [row, own] of kind.entries()) groupsOf[own] ??= columns.map((column) => column[row]!).filter((group) => group >= 0);
  return {
    people: Int32Array.from(person),
    kinds: Int32Array.from(kind),
    groupsOf,
    peopleCount: person.reduce((most, own) => Math.max(most, own + 1), 0),
    groupCount,
  };
}

function findRows(owners: Float64Array, names: readonly string[]): Map<string, number[]> {
  const found = names.map((name): [string, number[]] => [name, []]);
  for (const [row, owner] of owners.entries()) found[owner]![1].push(row);
  return new Map(found);
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
